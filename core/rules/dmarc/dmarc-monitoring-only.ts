import { spanOf, statedKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-monitoring-only',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'The policy only monitors', ja: '監視だけのポリシー' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    const policy = record.byName.get('p');
    // Where nobody looks for it, it does not even watch.
    if (record.place !== 'policy' && !record.entry.owner.name.startsWith('*')) return;
    if (policy === undefined || statedKeyword(record, 'p') !== 'none') return;
    report({
      span: spanOf(record, policy),
      message: message({
        en: '`p=none` only watches: forged mail in the name of this domain is still delivered. That is right for a start; once the reports show that your own mail passes, go on to `quarantine` and `reject`.',
        ja: '`p=none` は監視だけで、このドメインを騙るメールもそのまま配送されます。導入時はこれで構いません。正規のメールが成功していることをレポートで確認できたら、`quarantine`、`reject` へ進めてください。',
      }),
    });
  },
});
