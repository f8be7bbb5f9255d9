import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { encodeCharacters } from '../../values/characterString';
import { problemRule, type Said } from '../entryProblems';
import type { Fix } from '../rule';
import { removeTitle, replaceTitle } from '../titles';

const WORDS: Readonly<Record<string, Localized>> = {
  'utf-16': {
    en: 'This file is in UTF-16, which no name server reads. {who} Save it as UTF-8 without a byte order mark.',
    ja: 'このファイルは UTF-16 で、どのネームサーバーも読めません。{who}BOM なしの UTF-8 で保存してください。',
  },
  'byte-order-mark': {
    en: 'A byte order mark (U+FEFF) stands here, and servers take it for a part of the name. {who} Remove it.',
    ja: 'ここに BOM (U+FEFF) があり、サーバーは名前の一部として読みます。{who}削除してください。',
  },
  'end-of-file': {
    en: 'An end-of-file mark of DOS (Ctrl-Z) stands here. {who} Remove it.',
    ja: 'ここに DOS のファイル終端記号 (Ctrl-Z) があります。{who}削除してください。',
  },
  nul: {
    en: 'A NUL character stands here. {who} Write `\\000` where it is meant.',
    ja: 'ここに NUL 文字があります。{who}意図したものなら `\\000` と書いてください。',
  },
  control: {
    en: 'A control character (U+{code}) stands here. {who} Write it as `\\DDD` where it is meant.',
    ja: 'ここに制御文字 (U+{code}) があります。{who}意図したものなら `\\DDD` の形で書いてください。',
  },
  blank: {
    en: 'This looks like a blank but is the character U+{code}, which parts nothing: servers read it as a part of the word. {who} Write a plain space.',
    ja: '空白に見えますが U+{code} という文字で、区切りにならず語の一部として読まれます。{who}半角スペースにしてください。',
  },
  'look-alike': {
    en: '`{character}` looks like `{ascii}` but is another character, and servers take it as it is. {who} Write `{ascii}`.',
    ja: '`{character}` は `{ascii}` に似ていますが別の文字で、サーバーはそのまま読みます。{who}半角の `{ascii}` と書いてください。',
  },
  text: {
    en: 'Text beyond ASCII (`{character}`) is stored as octets of its UTF-8 form. {who} Written as `\\DDD` all read it.',
    ja: 'ASCII 以外の文字（`{character}`）は UTF-8 のオクテット列になります。{who}`\\DDD` の形で書けばすべてのサーバーが読めます。',
  },
};

export default problemRule({
  name: 'zone-bad-character',
  kind: 'bad-character',
  title: { en: 'A character that does not belong into a zone file', ja: 'ゾーンファイルに使えない文字' },
  references: ['RFC 1035 §5.1'],
  says(problem, _entry, marked): Said | undefined {
    const { detail = '', span, meant } = problem;
    const text = WORDS[detail];
    const code = `U+${marked.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}`;
    if (text === undefined) return undefined;
    const write = (written: string): Fix => ({
      title: written === '' ? removeTitle(code) : replaceTitle(marked, written),
      edits: [{ span, text: written }],
    });
    const fixes =
      meant !== undefined
        ? [
            detail === 'blank'
              ? {
                  ...write(' '),
                  title: message({ en: 'Replace it with a space', ja: '半角スペースに置き換える' }),
                }
              : write(meant),
          ]
        : detail === 'text'
          ? [write(marked.replace(/[^ -~]+/g, (beyond) => encodeCharacters(beyond, true)))]
          : [];
    return {
      text,
      fixes,
      values: { ascii: meant ?? '' },
      ...(detail === 'text' && { severity: 'information' as const }),
    };
  },
});
