import { meantKey, plainText } from '../../model/mtaStsPolicyFile';
import { message, type Localized } from '../../text/message';
import { rule, type Fix } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-no-colon',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'A line that is no `key: value`', ja: '`キー: 値` の形でない行' },
  references: ['RFC 8461 §3.2'],
  check({ kind, text, marked }, report) {
    // A colon that only looks like one has a rule of its own.
    if (kind !== 'other' || plainText(text).includes(':')) return;
    const start = (marked ? 1 : 0) + /^[ \t]*/.exec(text.slice(marked ? 1 : 0))![0].length;
    const end = text.replace(/[ \t]+$/, '').length;
    report({
      span: { start, end },
      message: message(WORDS[SECRET.test(text) ? 'unsaid' : 'said'], { text: text.slice(start, end) }),
      fixes: fixesOf(text.slice(start, end), start),
    });
  },
});

/** What may be a line of a private key is not said again. */
const SECRET = /[A-Za-z0-9+/=]{24}/;

const WORDS = wordsFor(
  { en: '`{text}` has', ja: '`{text}` には' },
  { en: 'This line has', ja: 'この行には' },
);

function wordsFor(said: Localized, unsaid: Localized): Readonly<Record<'said' | 'unsaid', Localized>> {
  const full = ({ en, ja }: Localized): Localized => ({
    en: `${en} no colon between key and value. Some senders (mox, maddy) then take the file for no policy, others skip the line. Write \`key: value\`.`,
    ja: `${ja}キーと値を区切るコロンがありません。ポリシー全体を無効とする送信側（mox、maddy）も、この行を読み飛ばす送信側もあります。\`キー: 値\` の形で書いてください。`,
  });
  return { said: full(said), unsaid: full(unsaid) };
}

/** `mode=enforce`, `mode enforce` */
function fixesOf(text: string, start: number): Fix[] {
  const [, word = '', separator = ''] = /^([A-Za-z_]+)([ \t]*=[ \t]*|[ \t]+)\S/.exec(text) ?? [];
  if (word === '' || meantKey(word) === undefined) return [];
  const span = { start: start + word.length, end: start + word.length + separator.length };
  return [{ title: replaceTitle(separator.trim() || ' ', ': '), edits: [{ span, text: ': ' }] }];
}
