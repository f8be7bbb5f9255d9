import type { TextShape } from '../facts/postfixShapes';
import { message, type Localized } from '../text/message';
import { isDnsblSite, postfixHostnameProblem } from '../values/postfixHostname';
import { readTable } from '../values/tableSpec';
import { listWords, type Word } from '../values/words';
import type { ValueProblem } from './postfixValue';

const TABLE: Localized = {
  en: 'Lookup tables are written `type:name`, such as `hash:/etc/postfix/virtual`.',
  ja: '表は `hash:/etc/postfix/virtual` のように `種類:名前` の形で書きます。',
};
const PATTERN: Localized = {
  en: 'Behind `!` there must be what is left out.',
  ja: '`!` の後には除外するものを書きます。',
};
const NETWORK: Localized = {
  en: 'IPv6 addresses stand in brackets: `[2001:db8::]/32`.',
  ja: 'IPv6 アドレスは `[2001:db8::]/32` のように角括弧で囲みます。',
};
const HOSTNAME: Localized = {
  en: 'A host name has letters, digits, `-` and `.`, and is no mere number.',
  ja: 'ホスト名に使えるのは英数字、`-`、`.` で、数字だけの名前は使えません。',
};
const ONE: Localized = { en: 'It takes one name only.', ja: '指定できる名前は 1 つだけです。' };
const SITE: Localized = {
  en: 'A DNS list is written `domain=filter*weight`; filter and weight may be left out.',
  ja: 'DNS リストは `ドメイン=フィルター*重み` の形で書きます。フィルターと重みは省略できます。',
};
const CACHE: Localized = {
  en: 'A cache needs a table that can be written, such as `btree:`, `lmdb:` or `hash:`.',
  ja: 'キャッシュには `btree:`、`lmdb:`、`hash:` など書き込める表が必要です。',
};
const CHARACTER: Localized = { en: 'It takes exactly one character.', ja: '指定できるのは 1 文字だけです。' };
const DELIMITERS: Localized = { en: 'It takes exactly two characters.', ja: 'ちょうど 2 文字を指定します。' };
const ABSOLUTE: Localized = {
  en: 'It takes a path that begins with `/`.',
  ja: '`/` で始まるパスを指定します。',
};

/** Tables that cannot be gone through from end to end, as the cleaning of a cache does. */
const NO_CACHES = new Set([
  'cidr',
  'environ',
  'fail',
  'ldap',
  'mysql',
  'nis',
  'pcre',
  'pgsql',
  'pipemap',
  'randmap',
  'regexp',
  'socketmap',
  'sqlite',
  'static',
  'tcp',
  'unionmap',
  'unix',
]);

/** What keeps the programs that read a text of this shape from starting. The text is not empty and holds no `$`. */
export function shapeProblems(shape: TextShape, value: string): ValueProblem[] {
  const whole = { start: 0, end: value.length };
  const unless = (fine: boolean, expected: Localized): ValueProblem[] =>
    fine ? [] : [{ part: whole, expected: message(expected) }];
  switch (shape) {
    case 'tables':
      return listWords(value).flatMap(tableWord);
    case 'cache': {
      const type = value.slice(0, Math.max(0, value.indexOf(':')));
      return unless(!NO_CACHES.has(type), CACHE);
    }
    case 'patterns':
    case 'networks':
      return listWords(value).flatMap(patternWord);
    case 'hostname':
      return unless(postfixHostnameProblem(value) === undefined, HOSTNAME);
    case 'one':
      return unless(!/[\s,]/.test(value), ONE);
    case 'sites':
      return listWords(value).flatMap(({ text, span }) =>
        isDnsblSite(text) ? [] : [{ part: span, expected: message(SITE) }],
      );
    case 'character':
      return unless(value.length === 1, CHARACTER);
    case 'delimiters':
      return unless(value.length === 2, DELIMITERS);
    case 'absolute':
      return unless(value.startsWith('/'), ABSOLUTE);
    default:
      return [];
  }
}

/** What makes dict_open() stop the program; other mistakes only make lookups fail. */
function tableWord({ text, span }: Word): ValueProblem[] {
  const first = readTable(text, span.start).problems[0];
  const fatal = first !== undefined && (first.kind === 'no-type' || first.kind === 'no-name');
  // Inside of other tables, and where the group has a colon, the lookups fail instead.
  if (!fatal || (text.includes(':') && !/^:|^[^:{]*:$/.test(text))) return [];
  return [{ part: span, expected: message(TABLE) }];
}

function patternWord({ text, span }: Word): ValueProblem[] {
  const item = text.replace(/^!+/, '');
  if (item === '') return [{ part: span, expected: message(PATTERN) }];
  if (item.startsWith('[') || item.startsWith('/') || !item.includes(':')) return [];
  if (/^:|^[^:{]*:$/.test(item)) {
    const bare = /^[0-9a-f:.]*:[0-9a-f:.]*(\/\d+)?$/i.test(item);
    const meant = bare ? text.replace(/([0-9a-f:.]+)((?:\/\d+)?)$/i, '[$1]$2') : undefined;
    return [{ part: span, expected: message(bare ? NETWORK : TABLE), ...(meant !== undefined && { meant }) }];
  }
  return [];
}
