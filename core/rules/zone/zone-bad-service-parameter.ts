import type { Localized } from '../../text/message';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  'unknown-key': {
    en: '`{name}` is no service parameter that servers know. {who} Correct the name, or write `keyN` with its number. Names are in lower case, with no blank around `=`.',
    ja: '`{name}` というサービスパラメーターはありません。{who}名前を直すか、番号を使って `keyN` と書いてください。名前は小文字で、`=` の前後に空白を入れません。',
  },
  'key-by-number': {
    en: 'Servers do not know `{name}` by its name yet. {who} Write `key{key}`.',
    ja: '`{name}` という名前はまだサーバーに知られていません。{who}`key{key}` と書いてください。',
  },
  'key-not-everywhere': {
    en: 'Not every server knows `{name}` by name. {who} `key{key}` is known to all.',
    ja: '`{name}` という名前を知らないサーバーがあります。{who}`key{key}` と書けばどのサーバーでも読めます。',
  },
  'leading-zero': {
    en: 'The number of a key has no leading zero. {who}',
    ja: 'キーの番号の先頭に 0 は付けません。{who}',
  },
  'empty-value': {
    en: '`{name}=` has nothing behind its `=`. {who} Leave the `=` out.',
    ja: '`{name}=` の後に値がありません。{who}`=` を取ってください。',
  },
  'no-value': {
    en: '`{name}` stands alone and takes no value. {who}',
    ja: '`{name}` に値は付けません。{who}',
  },
  port: {
    en: '`{name}` is a port from 0 to 65535; `{text}` is none. {who}',
    ja: '`{name}` は 0〜65535 のポート番号です。`{text}` は正しくありません。{who}',
  },
  ipv4hint: {
    en: '`{name}` is a list of IPv4 addresses with commas and no blanks between. {who}',
    ja: '`{name}` には IPv4 アドレスを空白なしのカンマ区切りで書きます。{who}',
  },
  ipv6hint: {
    en: '`{name}` is a list of IPv6 addresses with commas and no blanks between. {who}',
    ja: '`{name}` には IPv6 アドレスを空白なしのカンマ区切りで書きます。{who}',
  },
  ech: {
    en: '`{name}` is Base64, and this is damaged. {who}',
    ja: '`{name}` は Base64 で書きますが、値が壊れています。{who}',
  },
  dohpath: {
    en: '`{name}` is a path that begins with `/` and holds `{?dns}`, as in `/dns-query{?dns}`. {who}',
    ja: '`{name}` は `/` で始まり `{?dns}` を含むパスです（例: `/dns-query{?dns}`）。{who}',
  },
  numbered: {
    en: 'This is no value for `{name}`. Behind a number stand the octets as they are; write the key by its name. {who}',
    ja: '`{name}` の値として正しくありません。番号で書くキーの値はオクテットそのものです。名前で書いてください。{who}',
  },
  'alpn-empty': {
    en: '`{name}` needs a list of protocols, as in `alpn=h2,h3`. {who}',
    ja: '`{name}` にはプロトコルの一覧が必要です（例: `alpn=h2,h3`）。{who}',
  },
  'alpn-item': {
    en: 'A protocol in this list is empty or longer than 255 octets. {who}',
    ja: '一覧の中に空のもの、または 255 オクテットを超えるプロトコルがあります。{who}',
  },
  'mandatory-unknown': {
    en: '`mandatory` lists keys with commas between; `{text}` holds something that is none. {who}',
    ja: '`mandatory` にはキーをカンマ区切りで書きます。`{text}` にはキーでないものがあります。{who}',
  },
  'mandatory-itself': {
    en: '`mandatory` does not list itself. {who}',
    ja: '`mandatory` に `mandatory` 自身は書けません。{who}',
  },
  'mandatory-twice': {
    en: '`mandatory` lists a key twice. {who}',
    ja: '`mandatory` に同じキーが 2 回書かれています。{who}',
  },
  'mandatory-missing': {
    en: '`mandatory` names `{name}`, and the record has no such parameter: no client can use it. {who}',
    ja: '`mandatory` に `{name}` がありますが、レコードにそのパラメーターがなく、どのクライアントも利用できません。{who}',
  },
  twice: {
    en: '`{name}` stands twice in this record. {who} Remove one.',
    ja: '`{name}` が 2 回書かれています。{who}一方を削除してください。',
  },
  'no-alpn': {
    en: '`no-default-alpn` says that only the protocols of `alpn` are spoken, and there is no `alpn`. {who}',
    ja: '`no-default-alpn` は `alpn` のプロトコルだけを使うという意味ですが、`alpn` がありません。{who}',
  },
};

export default problemRule({
  name: 'zone-bad-service-parameter',
  kind: 'bad-service-parameter',
  title: { en: 'A parameter of SVCB or HTTPS that is wrong', ja: 'SVCB・HTTPS のパラメーターが正しくない' },
  references: ['RFC 9460 §2.1', 'RFC 9460 §7', 'RFC 9461 §5'],
  says: (problem, _entry, marked) => {
    const text = WORDS[problem.detail ?? ''];
    return text && { text, fixes: meantFix(problem, marked) };
  },
});
