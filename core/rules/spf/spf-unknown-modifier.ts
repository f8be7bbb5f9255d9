import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceFix } from '../spfProblems';

/** Registered modifiers: RFC 7208 §6, RFC 6652 §4 (failure reports). */
const REGISTERED: ReadonlySet<string> = new Set(['redirect', 'exp', 'ra', 'rp', 'rr']);

export default rule({
  name: 'spf-unknown-modifier',
  on: 'spf-record',
  severity: 'information',
  title: { en: 'A modifier that SPF does not define', ja: 'SPF に定義されていない修飾子' },
  references: ['RFC 7208 §6'],
  check(record, report) {
    for (const term of record.syntax.terms) {
      if (term.kind !== 'modifier' || term.modifier !== 'unknown') continue;
      const name = term.name.text.toLowerCase();
      // `v=spf1` has a rule of its own.
      if (/^v=spf1$/i.test(term.text)) continue;
      if (REGISTERED.has(name) || term.problems.some(({ kind }) => kind === 'mechanism-as-modifier'))
        continue;
      const meant = nearest(name, ['redirect', 'explanation']);
      const wanted = meant === 'explanation' ? 'exp' : meant;
      report({
        span: spanOf(record, term.name),
        ...(wanted !== undefined && { severity: 'warning' }),
        message:
          wanted === undefined
            ? message(
                {
                  en: 'SPF defines no modifier `{name}`. Receivers skip it, so it does nothing. Remove it unless a private extension reads it.',
                  ja: '`{name}` という修飾子は SPF に定義されていません。受信側は読み飛ばすため、効果がありません。独自拡張で使うのでなければ削除してください。',
                },
                { name: term.name.text },
              )
            : message(
                {
                  en: 'SPF defines no modifier `{name}`. Receivers skip it, so it does nothing. Is `{wanted}` meant?',
                  ja: '`{name}` という修飾子は SPF に定義されていません。受信側は読み飛ばすため、効果がありません。`{wanted}` の誤りではありませんか。',
                },
                { name: term.name.text, wanted },
              ),
        fixes: wanted === undefined ? [] : [replaceFix(record, term.name, wanted)],
      });
    }
  },
});
