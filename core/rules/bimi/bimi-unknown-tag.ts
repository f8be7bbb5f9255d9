import { BIMI_DRAFT } from '../../records/bimi';
import { reportUnknownTags } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'bimi-unknown-tag',
  on: 'bimi',
  severity: 'warning',
  title: { en: 'A tag that BIMI does not have', ja: 'BIMI に存在しないタグ' },
  references: [BIMI_DRAFT],
  check(record, report) {
    if (record.content === 'own') reportUnknownTags(record, ALIASES, report);
  },
});

/** Names by their meaning. */
const ALIASES: Readonly<Record<string, string>> = {
  version: 'v',
  location: 'l',
  logo: 'l',
  svg: 'l',
  vmc: 'a',
  cmc: 'a',
  authority: 'a',
  evidence: 'a',
};
