import { comparableName } from '../../syntax/masterFile/names';
import { message } from '../../text/message';
import { isWithin, labelsOf } from '../../values/domainName';
import { rule } from '../rule';
import { insertTitle, replaceTitle } from '../titles';

export default rule({
  name: 'zone-relative-origin',
  on: 'zone-directive',
  severity: 'warning',
  title: { en: 'An origin without its final dot', ja: '末尾のドットがないオリジン' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    const { text, origin } = directive;
    for (const { kind, span, part } of directive.problems) {
      if (kind !== 'relative-name') continue;
      const written = text.slice(span.start, span.end);
      const read = comparableName(written, origin);
      if (written === '@') {
        report({
          span,
          message: message(
            part === 'origin'
              ? {
                  en: 'NSD and Knot DNS want an absolute name here and refuse `@`. Write `{read}`, or leave it out.',
                  ja: 'NSD と Knot DNS は、ここに絶対名以外を受け付けず、`@` を拒否します。`{read}` と書くか、省いてください。',
                }
              : {
                  en: 'Knot DNS refuses `$ORIGIN @`, and it changes nothing. Write `{read}`, or remove the line.',
                  ja: '`$ORIGIN @` は何も変えず、Knot DNS では拒否されます。`{read}` と書くか、行を削除してください。',
                },
            { read },
          ),
          ...(read !== '.' && {
            fixes: [{ title: replaceTitle(written, read), edits: [{ span, text: read }] }],
          }),
        });
        continue;
      }
      const end = { start: span.end, end: span.end };
      // In `com.` a name that ends in `com` says nothing; in the root every dotted name is a full one.
      const alone = `${written}.`;
      const doubled = labelsOf(origin).length > 1 && isWithin(alone, origin);
      const whole = doubled || (origin === '.' && labelsOf(alone).length > 1);
      if (doubled) {
        report({
          span,
          message: message(
            {
              en: '`{written}` lacks its final dot, so BIND makes `{read}` of it, and every name below ends in the domain twice; NSD and Knot DNS refuse the zone. Put a dot at its end.',
              ja: '`{written}` の末尾にドットがないため、BIND は `{read}` と解釈し、以降の名前はドメインが二重になります。NSD と Knot DNS はゾーンを拒否します。末尾にドットを付けてください。',
            },
            { written, read },
          ),
          fixes: [{ title: insertTitle('.'), edits: [{ span: end, text: '.' }] }],
        });
      } else {
        report({
          span,
          message: message(
            {
              en: 'NSD and Knot DNS want an origin with its final dot and refuse `{written}`; BIND reads `{read}`. Write it in full.',
              ja: 'NSD と Knot DNS は末尾にドットのないオリジン `{written}` を拒否します (BIND は `{read}` と解釈します)。絶対名で書いてください。',
            },
            { written, read },
          ),
          fixes: whole
            ? [{ title: insertTitle('.'), edits: [{ span: end, text: '.' }] }]
            : [{ title: replaceTitle(written, read), edits: [{ span, text: read }] }],
        });
      }
    }
  },
});
