import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dkim-testing',
  on: 'dkim-key',
  severity: 'information',
  title: { en: 'The key is marked as being tested', ja: '鍵が試験中とされている' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    const tag = record.byName.get('t');
    if (record.content !== 'key' || tag?.read.type !== 'keyword-list') return;
    const flag = tag.read.members.find(({ keyword }) => keyword?.value === 'y');
    if (flag === undefined) return;
    report({
      span: spanOf(record, flag),
      message: message({
        en: '`y` says that DKIM is only being tested: receivers treat mail signed with this key as unsigned. Take it out when the trial is over.',
        ja: '`y` は DKIM が試験中であることを示し、受信側はこの鍵で署名されたメールを署名なしとして扱います。試験が終わったら削除してください。',
      }),
    });
  },
});
