import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { listedWords, listFix, meantKeyword } from '../keyLists';
import { rule } from '../rule';

export default rule({
  name: 'dkim-unknown-flag',
  on: 'dkim-key',
  severity: 'information',
  title: { en: 'A flag that key records do not have', ja: '鍵レコードに存在しないフラグ' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    const tag = record.byName.get('t');
    if (record.content !== 'key' || tag?.read.type !== 'keyword-list' || tag.value.text === '') return;
    const { value, read } = tag;
    const words = listedWords(tag);
    if (read.members.length < words.length) {
      const known = words.flatMap((word) => meantKeyword(tag, word)?.value ?? []);
      report({
        span: spanOf(record, value),
        message: message(
          {
            en: 'Flags stand with colons between; receivers read `{value}` as one flag that they do not know. Write `t={meant}`.',
            ja: 'フラグはコロンで区切ります。受信側は `{value}` を一つの未知のフラグとして読み飛ばします。`t={meant}` と書いてください。',
          },
          { value: value.text, meant: words.join(':') },
        ),
        fixes: known.length === words.length ? listFix(record, value, value.text, known.join(':')) : [],
      });
      return;
    }
    for (const member of read.members) {
      if (member.keyword !== undefined) continue;
      const meant = meantKeyword(tag, member.text)?.value;
      report({
        span: spanOf(record, member.text === '' ? value : member),
        message: message(
          {
            en: 'There is no flag `{flag}`; receivers skip it. Key records have `y` (testing) and `s` (no subdomains).',
            ja: '`{flag}` というフラグはなく、受信側は読み飛ばします。使えるのは `y`(試験中)と `s`(サブドメイン不可)です。',
          },
          { flag: member.text },
        ),
        fixes: meant === undefined ? [] : listFix(record, member, member.text, meant),
      });
    }
  },
});
