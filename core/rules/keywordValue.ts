// What a value of opendmarc.conf or opendkim.conf must be, by what the programs themselves refuse.
import type { ConfigurationKeyword, DataSetForm, KeywordForm, KeywordTable } from '../facts/keywordTable';
import { DATA_SETS } from '../facts/opendkimForms';
import type { Setting } from '../model/configuration';
import { message, type Localized, type Message } from '../text/message';
import { firstLetterBoolean } from '../values/boolean';
import { isCInteger } from '../values/integer';
import { dataSetOf } from '../values/dataSet';
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
    if (isCInteger(text)) return numberFault(known.form, text);
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

/** A number that the program takes for one, but not for this. */
function numberFault(form: KeywordForm, text: string): Fault | undefined {
  const negative = text.trim().startsWith('-');
  if (form.kind === 'count' && negative) {
    return { words: { en: 'Write a number from 0 on.', ja: '0 以上の数値を書いてください。' } };
  }
  const digits = text.trim().replace(/^[+-]/, '');
  const size = BigInt(/^0\d/.test(digits) ? `0o${digits}` : digits);
  return size <= 0x7fff_ffffn
    ? undefined
    : {
        words: {
          en: '{program} keeps 32 bits of a number: it becomes another one. Write one of at most 2147483647.',
          ja: '{program} は数値を 32 ビットで扱うため、別の数値になります。2147483647 以下で書いてください。',
        },
        tolerated: true,
      };
}

function formFault(form: KeywordForm, text: string): Fault | undefined {
  switch (form.kind) {
    case 'words': {
      const names = form.values.map(({ name }) => name);
      if (form.open === true) return undefined;
      if ([...names, ...(form.short ?? [])].some((name) => name.toLowerCase() === text.toLowerCase()))
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
    case 'user':
      return userFault(text);
    case 'amount':
      return amountFault(text);
    case 'data-set':
      return dataSetFault(form, text);
    default:
      return undefined;
  }
}

/** `user` or `user:group`. No system's names have blanks or colons; an empty one counts as 0, which is root. */
function userFault(text: string): Fault | undefined {
  const words: Localized = {
    en: 'Write the name of a user, or `user:group`.',
    ja: 'ユーザー名、または `ユーザー:グループ` と書いてください。',
  };
  if (/^[^\s:]+(?::[^\s:]+)?$/.test(text)) return undefined;
  return /^[^\s:]*:[^\s:]*$/.test(text)
    ? {
        words: {
          en: 'An empty name stands for root. Write the name of a user, or `user:group`.',
          ja: '空の名前は root を意味します。ユーザー名、または `ユーザー:グループ` と書いてください。',
        },
        tolerated: true,
      }
    : { words };
}

/** `Minimum`: a number, and perhaps `%` (up to 100) or `+` behind it; what follows these is not looked at. */
function amountFault(text: string): Fault | undefined {
  const [, digits = '', unit = ''] = /^\s*(?:\+?(\d+))?(.?)/s.exec(text)!;
  const most = unit === '%' ? 100 : 0xffff_ffff;
  return ['', '%', '+'].includes(unit) && Number(digits) <= most
    ? undefined
    : {
        words: {
          en: 'Write a number of octets, a share such as `50%`, or how many more may follow, such as `100+`.',
          ja: 'バイト数、`50%` のような割合、`100+` のような余分の上限のどれかを書いてください。',
        },
      };
}

function dataSetFault(form: DataSetForm, text: string): Fault | undefined {
  const { kind } = dataSetOf(text);
  const known = DATA_SETS.find(({ name }) => name === kind.toLowerCase());
  if (known === undefined) {
    const address = /^\[?[0-9a-f]{0,4}:/i.test(text);
    const meant = KINDS_MEANT[kind.toLowerCase()];
    return {
      words: address
        ? {
            en: 'What stands before the first colon is taken for a kind of data set: put `csl:` in front of a list that begins with an IPv6 address.',
            ja: '最初のコロンの前はデータセットの種類とみなされます。IPv6 アドレスで始まる並びには `csl:` を付けてください。',
          }
        : {
            en: 'There is no data set of the kind `{kind}`. There are: {kinds}.',
            ja: '`{kind}` というデータセットの種類はありません。使える種類: {kinds}。',
          },
      values: { kind, kinds: DATA_SETS.map(({ name }) => name).join(', ') },
      ...(address && { meant: `csl:${text}` }),
      ...(meant !== undefined && { meant: meant + text.slice(kind.length) }),
    };
  }
  if (form.only?.includes(known.name) === false) {
    return {
      words: {
        en: 'It takes data sets of these kinds only: {kinds}.',
        ja: '使えるデータセットの種類: {kinds}。',
      },
      values: { kinds: form.only.join(', ') },
    };
  }
  return known.built
    ? undefined
    : {
        words: {
          en: 'Only an OpenDKIM built with it takes data sets of the kind `{kind}`; that of distributions does not start.',
          ja: '`{kind}` はその機能付きでビルドした OpenDKIM だけが使えます。ディストリビューションのものは起動しません。',
        },
        values: { kind },
        tolerated: true,
      };
}

/** Kinds that other programs have, and their counterparts. */
const KINDS_MEANT: Readonly<Record<string, string>> = {
  bdb: 'db',
  btree: 'db',
  hash: 'db',
  lmdb: 'mdb',
  pcre: 'refile',
  regexp: 'refile',
  texthash: 'file',
};

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
