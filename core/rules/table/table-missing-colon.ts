import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'table-missing-colon',
  on: 'table-line',
  severity: 'error',
  title: { en: 'An alias without a colon', ja: 'コロンのない別名' },
  references: ['aliases(5)'],
  check({ text, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'missing-colon') continue;
      const followed = /\S/.test(text.slice(span.end));
      report({
        span,
        message: message(
          {
            en: 'In an alias file a colon parts the name from where its mail goes: without one, `{name}` is no alias and Postfix passes over the line.',
            ja: '別名ファイルでは、名前と転送先をコロンで区切ります。コロンがないため `{name}` は別名にならず、Postfix はこの行を読み飛ばします。',
          },
          { name: text.slice(span.start, span.end) },
        ),
        fixes: followed
          ? [{ title: insertTitle(':'), edits: [{ span: { start: span.end, end: span.end }, text: ':' }] }]
          : [],
      });
    }
  },
});
