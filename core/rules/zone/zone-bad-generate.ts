import { fillTemplate, generatedCount } from '../../model/zone/generate';
import type { GenerateReading, ZoneDirective } from '../../syntax/masterFile/directive';
import { parseEntry } from '../../syntax/masterFile/parse';
import { absoluteName } from '../../values/domainName';
import type { Span } from '../../text/span';
import { message } from '../../text/message';
import { rrTypeCode } from '../../facts/rrTypes';
import { rule } from '../rule';
import type { Fix } from '../rule';

export default rule({
  name: 'zone-bad-generate',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'A `$GENERATE` that BIND does not read', ja: 'BIND が解釈できない `$GENERATE`' },
  references: ['BIND 9 Administrator Reference Manual, $GENERATE'],
  check(directive, report) {
    if (directive.name !== 'GENERATE') return;
    const written = (span: Span): string => directive.text.slice(span.start, span.end);
    for (const { kind, span, part } of directive.problems) {
      if (kind === 'bad-range') {
        report({
          span,
          message: message(
            {
              en: '`{written}` is no range. It is `start-stop` or `start-stop/step`: numbers up to 2147483647, the stop not below the start, the step at least 1.',
              ja: '`{written}` は範囲になっていません。`開始-終了` か `開始-終了/増分` と書きます。数は 2147483647 まで、終了は開始以上、増分は 1 以上です。',
            },
            { written: written(span) },
          ),
        });
      } else if (kind === 'bad-modifier') {
        report({
          span,
          message: message(
            {
              en: '`{written}` is not how a number is written: that is `${offset}`, `${offset,width}` or `${offset,width,radix}`, without blanks, the radix being d, o, x, X, n or N. A dollar sign itself is `$$`.',
              ja: '`{written}` は番号の書式になっていません。`${オフセット}`、`${オフセット,幅}`、`${オフセット,幅,基数}` を空白なしで書きます。基数は d、o、x、X、n、N です。ドル記号そのものは `$$` と書きます。',
            },
            { written: written(span) },
          ),
        });
      } else if (kind === 'quoted') {
        report({
          span,
          message: message({
            en: 'Only the data of the records may stand in quotes. Remove them.',
            ja: '引用符で囲めるのはレコードのデータだけです。引用符を外してください。',
          }),
          fixes: [
            {
              title: message({ en: 'Remove the quotes', ja: '引用符を外す' }),
              edits: [{ span, text: written(span).replace(/^"|"$/g, '') }],
            },
          ],
        });
      } else if (kind === 'extra' && part === 'data') {
        report({
          span,
          message: message({
            en: 'BIND takes one word as the data of the records and refuses what follows it. Put quotes around all of the data.',
            ja: 'BIND はレコードのデータを 1 語としてしか読まず、後に続く語を拒否します。データ全体を引用符で囲んでください。',
          }),
          fixes: quoting(directive, span),
        });
      }
    }
    const { generate, origin } = directive;
    if (generate === undefined) return;
    if (rrTypeCode(generate.typeName) === undefined) {
      report({
        span: generate.type,
        message: message(
          {
            en: '`{written}` is no record type, and BIND refuses the zone. Behind the owner stand a TTL and a class, if any, then the type.',
            ja: '`{written}` というレコードタイプはなく、BIND はゾーンを拒否します。オーナーの後には、必要なら TTL とクラス、続いてタイプを書きます。',
          },
          { written: written(generate.type) },
        ),
      });
      return;
    }
    const bad = directive.problems.length > 0 ? undefined : badRecord(generate, origin);
    if (bad !== undefined) {
      report({
        span: bad.isOwner ? generate.ownerSpan : generate.dataSpan,
        message: message(
          {
            en: 'For the number {number} this makes `{made}`, which BIND does not read, so it refuses the zone. Mend the range or what is made of it.',
            ja: '番号 {number} では `{made}` となり、BIND は解釈できずゾーンを拒否します。範囲か書式を直してください。',
          },
          { number: bad.number, made: bad.made },
        ),
      });
    }
  },
});

/**
 * The first or the last record, where it cannot be read: what numbers make too great, too long or none at all shows at
 * the ends of the range.
 */
function badRecord(
  generate: GenerateReading,
  origin: string,
): { readonly number: number; readonly made: string; readonly isOwner: boolean } | undefined {
  const { start, step, typeName } = generate;
  for (const number of new Set([start, start + (generatedCount(generate) - 1) * step])) {
    const owner = fillTemplate(generate.owner, number);
    const data = fillTemplate(generate.data, number);
    if (owner === undefined || absoluteName(owner, origin) === undefined) {
      return { number, made: owner ?? '?', isOwner: true };
    }
    const entry = data === undefined ? undefined : parseEntry(`x ${typeName} ${data}`, { origin });
    if (entry?.data.octets === undefined) return { number, made: data ?? '?', isOwner: false };
  }
  return undefined;
}

/** Quotes around the data, where it is but words of one line. */
function quoting({ text, arguments: words, generate }: ZoneDirective, extra: Span): readonly Fix[] {
  const first = words.findIndex((word) => word.span.start >= extra.start) - 1;
  const start = words[first]?.span.start;
  if (start === undefined || generate === undefined) return [];
  const data = text.slice(start, extra.end);
  if (/[\n;()\\]/.test(data)) return [];
  const quoted = `"${data.replace(/"/g, '\\"')}"`;
  return [
    {
      title: message({ en: 'Put the data into quotes', ja: 'データを引用符で囲む' }),
      edits: [{ span: { start, end: extra.end }, text: quoted }],
    },
  ];
}
