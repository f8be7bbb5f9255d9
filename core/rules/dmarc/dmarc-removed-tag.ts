import type { DmarcPolicyRecord } from '../../records/dmarcPolicy';
import type { RecordTag } from '../../records/tagRecord';
import { effectiveKeyword, removing, replacing, spanOf } from '../../records/tagRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { rule, type Fix } from '../rule';
import { removeTitle, replaceTitle } from '../titles';

const WHY: Readonly<Record<string, Localized>> = {
  pct: {
    en: 'RFC 9989 removed `pct`, because receivers never applied it alike; newer ones ignore it. To try a policy out, use `t=y`; otherwise remove the tag.',
    ja: '`pct` は受信側の扱いがそろわなかったため RFC 9989 で廃止され、新しい実装は無視します。ポリシーを試すなら `t=y` を使い、そうでなければタグを削除してください。',
  },
  rf: {
    en: 'RFC 9989 removed `rf`; there was only ever one format. Newer receivers ignore it. Remove the tag.',
    ja: '`rf` は RFC 9989 で廃止されました(形式は一つしかありませんでした)。新しい実装は無視します。タグを削除してください。',
  },
  ri: {
    en: 'RFC 9989 removed `ri`; receivers report once a day whatever it says. Remove the tag.',
    ja: '`ri` は RFC 9989 で廃止されました。受信側は値にかかわらず 1 日 1 回レポートを送ります。タグを削除してください。',
  },
};

export default rule({
  name: 'dmarc-removed-tag',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'A tag that RFC 9989 removed', ja: 'RFC 9989 で廃止されたタグ' },
  references: ['RFC 9989 §4.7', 'RFC 7489 §6.3'],
  readers: ['both', 'rfc9989'],
  check(record, report) {
    for (const tag of record.tags) {
      const why = WHY[tag.key];
      if (why === undefined || tag.definition?.status?.rfc9989 !== 'removed') continue;
      report({
        span: spanOf(record, tag),
        message: message(why),
        tag: 'deprecated',
        fixes: fixesFor(record, tag),
      });
    }
  },
});

/** A share below 100 asked receivers to go easy: `t=y` asks for the same today. */
function fixesFor(record: DmarcPolicyRecord, tag: RecordTag): Fix[] {
  const written = `${tag.name.text}=${tag.value.text}`;
  const remove: Fix = { title: removeTitle(written), edits: removing(record, tag) };
  const share = tag.read.type === 'integer' ? tag.read.number : undefined;
  if (tag.key !== 'pct' || share === 100) return [remove];
  const enforcing = ['p', 'sp', 'np'].some((name) => (effectiveKeyword(record, name) ?? 'none') !== 'none');
  if (!enforcing) return [remove];
  if (share === undefined || record.byName.has('t')) return [];
  return [{ title: replaceTitle(written, 't=y'), edits: replacing(record, tag, 't=y') }];
}
