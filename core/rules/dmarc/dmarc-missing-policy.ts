import { isCutByComment } from '../../records/dmarcPolicy';
import { addingAfter, isValid, spanOf } from '../../records/tagRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle } from '../titles';

const WITH_REPORTS: Localized = {
  en: 'The record states no policy (`p`). Receivers take it as `p=none`; those that follow RFC 7489 may ignore the record. State the policy.',
  ja: 'ポリシー(`p`)が指定されていません。`p=none` として扱われますが、RFC 7489 に従う受信側ではレコードが無視されることがあります。ポリシーを明記してください。',
};

const WITHOUT_REPORTS: Localized = {
  en: 'The record states no policy (`p`) and no report address, so receivers do nothing with it. State the policy.',
  ja: 'ポリシー(`p`)もレポートの送付先も指定されていないため、このレコードは何の効果もありません。ポリシーを明記してください。',
};

export default rule({
  name: 'dmarc-missing-policy',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'The record states no policy', ja: 'ポリシーが指定されていない' },
  references: ['RFC 9989 §4.7', 'RFC 7489 §6.3'],
  check(record, report) {
    const version = record.byName.get('v');
    // Without a version there is a worse mistake to mend first; a word such as `p:none` has its own rule.
    if (record.content === 'foreign' || version === undefined || record.byName.has('p')) return;
    if (record.list.items.some((item) => item.tag === undefined && /^p\b/i.test(item.text))) return;
    // What a comment cut off may have had one.
    if (isCutByComment(record.entry)) return;
    // A misspelt name with a policy behind it is reported as such.
    const policies = ['none', 'quarantine', 'reject'];
    if (record.tags.some((tag) => !tag.definition && policies.includes(tag.value.text.toLowerCase()))) return;
    const rua = record.byName.get('rua');
    const reports = rua !== undefined && isValid(rua);
    report({
      span: spanOf(record, version),
      message: message(reports ? WITH_REPORTS : WITHOUT_REPORTS),
      fixes: reports ? [{ title: insertTitle('p=none'), edits: addingAfter(record, version, 'p=none') }] : [],
    });
  },
});
