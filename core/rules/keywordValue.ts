// What a value of opendmarc.conf or opendkim.conf must be, by what the programs themselves refuse.
import type { ConfigurationKeyword, KeywordForm, KeywordTable } from '../facts/keywordTable';
import type { Setting } from '../model/configuration';
import { message, type Localized, type Message } from '../text/message';
import { firstLetterBoolean } from '../values/boolean';
import { isCInteger } from '../values/integer';
import { milterSocketProblem, postfixOrderInMilter } from '../values/milterEndpoint';
import { nearest } from '../values/nearest';
import { knownKeyword, written, type Say } from './keywordSettings';
import { replaceTitle } from './titles';

/** What is wrong with a value, as far as the program itself would say when it reads or uses it. */
interface Fault {
  readonly words: Localized;
  readonly values?: Readonly<Record<string, string>>;
  readonly tolerated?: boolean;
  readonly meant?: string;
}

/** A value that the program refuses. */
export function checkValue(table: KeywordTable, setting: Setting, say: Say): void {
  const known = knownKeyword(table, setting);
  const text = written(setting);
  if (known === undefined || text === '' || text.startsWith('=')) return;
  const fault = faultOf(known, text);
  if (fault === undefined) return;
  const { start } = setting.valueSpan;
  const span = { start, end: start + text.length };
  const values = { text, name: known.name, program: table.program, ...fault.values };
  say({
    span,
    ...(fault.tolerated === true && { severity: 'warning' }),
    message: faultMessage(fault, values),
    fixes:
      fault.meant === undefined
        ? []
        : [{ title: replaceTitle(text, fault.meant), edits: [{ span, text: fault.meant }] }],
  });
}

function faultMessage(fault: Fault, values: Readonly<Record<string, string>>): Message {
  const consequence: Localized =
    fault.tolerated === true
      ? { en: '', ja: '' }
      : { en: ' {program} does not start with it.', ja: '{program} は起動しません。' };
  return message(
    {
      en: `\`{text}\` is no value for \`{name}\`.${consequence.en} ${fault.words.en}`,
      ja: `\`{text}\` は \`{name}\` の値として使えません。${consequence.ja}${fault.words.ja}`,
    },
    values,
  );
}

function faultOf(known: ConfigurationKeyword, text: string): Fault | undefined {
  if (known.type === 'boolean') {
    if (firstLetterBoolean(text) !== undefined) return undefined;
    const meant = /^(?:on|enabled?)$/i.test(text)
      ? 'true'
      : /^(?:off|disabled?)$/i.test(text)
        ? 'false'
        : undefined;
    return {
      words: { en: 'Write `true` or `false`.', ja: '`true` か `false` と書いてください。' },
      ...(meant !== undefined && { meant }),
    };
  }
  if (known.type === 'integer') {
    if (isCInteger(text)) return undefined;
    const octal = /^0\d+$/.test(text);
    return {
      words: octal
        ? {
            en: 'A leading 0 makes a number octal, which has no 8 and 9.',
            ja: '先頭が 0 の数値は 8 進数とみなされ、8 と 9 は使えません。',
          }
        : { en: 'Write a whole number.', ja: '整数を書いてください。' },
    };
  }
  return formFault(known.form, text);
}

function formFault(form: KeywordForm, text: string): Fault | undefined {
  switch (form.kind) {
    case 'words': {
      const names = form.values.map(({ name }) => name);
      if (form.open === true || names.some((name) => name.toLowerCase() === text.toLowerCase()))
        return undefined;
      const meant = nearest(text, names);
      return {
        words: { en: 'Possible are: {names}.', ja: '使える値: {names}。' },
        values: { names: names.join(', ') },
        ...(form.tolerated === true && { tolerated: true }),
        ...(meant !== undefined && { meant }),
      };
    }
    case 'letters':
      return [...text].every((letter) => form.letters.includes(letter))
        ? undefined
        : {
            words: { en: 'Possible are the letters {letters}.', ja: '使える文字: {letters}。' },
            values: { letters: [...form.letters].map((letter) => `\`${letter}\``).join(', ') },
            ...(letters(form.letters, text.toLowerCase()) && { meant: text.toLowerCase() }),
          };
    case 'socket':
      return socketFault(text);
    case 'contains':
      return text.includes(form.part)
        ? undefined
        : {
            words: { en: 'It must hold `{part}`.', ja: '`{part}` を含む必要があります。' },
            values: { part: form.part },
          };
    default:
      return undefined;
  }
}

function letters(allowed: string, text: string): boolean {
  return [...text].every((letter) => allowed.includes(letter));
}

const SOCKET: Localized = {
  en: 'Write `inet:port@host`, `inet6:port@host` or `local:/path`.',
  ja: '`inet:ポート@ホスト`、`inet6:ポート@ホスト`、`local:/パス` のどれかで書いてください。',
};

function socketFault(text: string): Fault | undefined {
  if (postfixOrderInMilter(text) !== undefined) return undefined;
  switch (milterSocketProblem(text)) {
    case undefined:
      return undefined;
    case 'bare-word':
      return { words: SOCKET, tolerated: true };
    case 'bad-port':
      return {
        words: { en: 'A port is a number from 1 to 65535.', ja: 'ポートは 1 から 65535 までの数値です。' },
        tolerated: true,
      };
    default:
      return { words: SOCKET };
  }
}
