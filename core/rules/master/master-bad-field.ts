import { MASTER_COLUMNS } from '../../facts/postfixServices';
import type { MasterService, MasterWord } from '../../syntax/masterCf';
import { message, type Localized } from '../../text/message';
import { nearest } from '../../values/nearest';
import { fieldsOf, leadingNumber } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

interface BadField {
  readonly column: number;
  readonly expected: Localized;
  readonly meant?: string | undefined;
}

const TYPES = MASTER_COLUMNS[1]!.values.map(({ name }) => name);
/** atoi() makes a negative number of what is larger. */
const GREATEST = 2 ** 31 - 1;

const ANSWER: Localized = { en: 'Write `y`, `n` or `-`.', ja: '`y`、`n`、`-` のどれかを書いてください。' };
const SECONDS: Localized = {
  en: 'Write a number of seconds, with a `?` behind it if wanted, or `-`.',
  ja: '秒数（必要なら直後に `?`）か `-` を書いてください。',
};
const COUNT: Localized = { en: 'Write a number or `-`.', ja: '数値か `-` を書いてください。' };
const NO_DEFAULT: Localized = { en: 'It has no default.', ja: 'この欄には既定値がありません。' };

export default rule({
  name: 'master-bad-field',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A field that cannot hold what it says', ja: '取れない値が書かれた欄' },
  references: ['master(5)'],
  check(service, report) {
    if (fieldsOf(service) === undefined) return;
    for (const { column, expected, meant } of badFields(service)) {
      const { text, span } = service.fields[column]!;
      const { en, ja } = expected;
      report({
        span,
        message: message(
          {
            en: `\`{found}\` cannot stand in the field \`{column}\`: Postfix stops over it and no mail moves. ${en}`,
            ja: `\`{column}\` の欄に \`{found}\` は書けません。Postfix はここで停止し、メールは流れません。${ja}`,
          },
          { found: text, column: MASTER_COLUMNS[column]!.name, types: TYPES.join(', ') },
        ),
        fixes:
          meant === undefined ? [] : [{ title: replaceTitle(text, meant), edits: [{ span, text: meant }] }],
      });
    }
  },
});

function badFields({ fields }: MasterService): BadField[] {
  const found: BadField[] = [];
  const type = fields[1]!.text;
  if (!TYPES.includes(type)) {
    found.push({
      column: 1,
      expected: { en: 'Possible are: {types}.', ja: '使える値: {types}。' },
      meant: TYPES.find((name) => name === type.toLowerCase()) ?? nearest(type, TYPES),
    });
  }
  for (const column of [2, 3, 4]) {
    const { text } = fields[column]!;
    if (!/^[yn-]$/.test(text)) found.push({ column, expected: ANSWER, meant: answerMeant(text) });
  }
  if (isBadNumber(fields[5]!)) found.push({ column: 5, expected: SECONDS });
  if (isBadNumber(fields[6]!)) found.push({ column: 6, expected: COUNT });
  if (fields[7]!.text === '-') found.push({ column: 7, expected: NO_DEFAULT });
  return found;
}

function answerMeant(text: string): string | undefined {
  if (/^(?:y|yes|true|1|on)$/i.test(text)) return 'y';
  return /^(?:n|no|false|0|off)$/i.test(text) ? 'n' : undefined;
}

function isBadNumber({ text }: MasterWord): boolean {
  if (text === '-') return false;
  const number = leadingNumber(text);
  return number === undefined || number > GREATEST;
}
