import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { editDistance } from '../../values/nearest';
import { rule } from '../rule';
import { listOfStrayAddress } from '../strayAddress';
import { replaceTitle } from '../titles';

/** What people write for a tag by its meaning. */
const ALIASES: Readonly<Record<string, string>> = {
  policy: 'p',
  version: 'v',
  subdomain: 'sp',
  dkim: 'adkim',
  spf: 'aspf',
  percent: 'pct',
};

export default rule({
  name: 'dmarc-unknown-tag',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'A tag that DMARC does not have', ja: 'DMARC に存在しないタグ' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    if (record.content === 'foreign') return;
    const open = record.definition.tags.map(({ name }) => name).filter((name) => !record.byName.has(name));
    for (const tag of record.tags) {
      if (tag.definition !== undefined || tag.key === '') continue;
      // An address behind a wrong separator has a rule of its own.
      const { items } = record.list;
      if (
        listOfStrayAddress(
          items,
          items.findIndex(({ from }) => from === tag.from),
        ) !== undefined
      )
        continue;
      const meant = meantTag(tag.key, open);
      report({
        span: spanOf(record, tag.name),
        message:
          meant === undefined
            ? message(
                {
                  en: 'DMARC has no tag `{name}`. Receivers skip it, so it does nothing. Correct its name or remove it.',
                  ja: 'DMARC に `{name}` というタグはありません。受信側は読み飛ばすため、効果がありません。名前を直すか、削除してください。',
                },
                { name: tag.name.text },
              )
            : message(
                {
                  en: 'DMARC has no tag `{name}`. Receivers skip it, so it does nothing. Is `{meant}` meant?',
                  ja: 'DMARC に `{name}` というタグはありません。受信側は読み飛ばすため、効果がありません。`{meant}` の誤りではありませんか。',
                },
                { name: tag.name.text, meant },
              ),
        fixes:
          meant === undefined
            ? []
            : [{ title: replaceTitle(tag.name.text, meant), edits: replacing(record, tag.name, meant) }],
      });
    }
  },
});

/** The one tag that is still open and lies a single slip away; for the shortest names anything would. */
function meantTag(key: string, open: readonly string[]): string | undefined {
  const alias = ALIASES[key];
  if (alias !== undefined && open.includes(alias)) return alias;
  const near = open.filter((name) => name.length > 2 && editDistance(key, name, 1) <= 1);
  return near.length === 1 ? near[0] : undefined;
}
