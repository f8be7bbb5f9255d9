import { rule } from '../rule';
import { reportMissingSeparators } from '../tagListDefects';

export default rule({
  name: 'dmarc-missing-separator',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'No semicolon between two tags', ja: 'タグの間にセミコロンがない' },
  references: ['RFC 9989 §4.8'],
  check: reportMissingSeparators,
});
