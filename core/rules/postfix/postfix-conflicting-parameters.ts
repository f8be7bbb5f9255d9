import { postfixParameter } from '../../facts/postfix';
import type { ConfigurationFile, Setting } from '../../model/configuration';
import type { Member } from '../../model/model';
import { message, type Localized } from '../../text/message';
import { counts } from '../postfixSettings';
import { rule } from '../rule';

/** Two settings that a program refuses together. */
interface Conflict {
  /** The finding stands at the first one that the file sets. */
  readonly names: readonly [string, string];
  readonly refused: (first: string, second: string) => boolean;
  readonly words: Localized;
  /** The program that refuses may well be one that is not used here: against a default, it is a warning. */
  readonly mild?: boolean;
}

const larger = (limit: string, size: string): boolean => {
  if (!/^\d+$/.test(limit) || !/^\d+$/.test(size) || BigInt(limit) === 0n) return false;
  return BigInt(size) === 0n || BigInt(limit) < BigInt(size);
};

const limit = (name: string, program: string): Conflict => ({
  names: [name, 'message_size_limit'],
  refused: larger,
  mild: true,
  words: {
    en: `\`{first}\` ({one}) is less than \`message_size_limit\` ({two}): ${program} stops with an error and delivers nothing. Raise it, or set \`0\` for no limit.`,
    ja: `\`{first}\` ({one}) が \`message_size_limit\` ({two}) より小さいため、${program} がエラーで停止し、何も配送しません。値を上げるか、無制限の \`0\` にしてください。`,
  },
});

const sasl = (side: string): Conflict => ({
  names: [`${side}_sasl_auth_enable`, `${side}_sasl_password_maps`],
  refused: (enabled, maps) => /^yes$/i.test(enabled) && maps === '',
  words: {
    en: '`{first}` is on, but `{second}` names no table with passwords: the delivery program stops with an error.',
    ja: '`{first}` が有効ですが、パスワードの表を指定する `{second}` がありません。配送プログラムがエラーで停止します。',
  },
});

const CONFLICTS: readonly Conflict[] = [
  limit('mailbox_size_limit', 'local'),
  limit('virtual_mailbox_limit', 'virtual'),
  sasl('smtp'),
  sasl('lmtp'),
  {
    names: ['relayhost', 'myhostname'],
    refused: (relay, own) => relay !== '' && relay.toLowerCase() === own.toLowerCase(),
    words: {
      en: '`relayhost` is this server itself (`myhostname`): mail would go in a circle, and Postfix stops with an error.',
      ja: '`relayhost` がこのサーバー自身 (`myhostname`) です。メールが循環するため、Postfix はエラーで停止します。',
    },
  },
  {
    names: ['default_verp_delimiters', 'verp_delimiter_filter'],
    refused: (pair, filter) =>
      pair.length === 2 && [...pair].some((character) => !filter.includes(character)),
    words: {
      en: '`default_verp_delimiters` ({one}) may only hold characters of `verp_delimiter_filter` ({two}); Postfix stops with an error.',
      ja: '`default_verp_delimiters` ({one}) に使えるのは `verp_delimiter_filter` ({two}) の文字だけです。Postfix はエラーで停止します。',
    },
  },
  {
    names: ['maillog_file', 'maillog_file_prefixes'],
    refused: (path, prefixes) =>
      path.startsWith('/') &&
      !prefixes
        .split(/[\s,]+/)
        .some((prefix) => prefix !== '' && (path === prefix || path.startsWith(prefix.replace(/\/?$/, '/')))),
    words: {
      en: '`maillog_file` must lie below one of `maillog_file_prefixes` ({two}); Postfix stops with an error.',
      ja: '`maillog_file` は `maillog_file_prefixes` ({two}) のどれかの下に置く必要があります。Postfix はエラーで停止します。',
    },
  },
];

export default rule({
  name: 'postfix-conflicting-parameters',
  on: 'postfix-file',
  severity: 'error',
  title: { en: 'Settings that exclude each other', ja: '両立しない設定' },
  references: ['postconf(5)'],
  check(file, report) {
    for (const { names, refused, words, mild } of CONFLICTS) {
      const [first, second] = names;
      const [a, b] = [setting(file, first), setting(file, second)];
      const member = a ?? b;
      const [one, two] = [a?.value.value.text ?? preset(first), b?.value.value.text ?? preset(second)];
      if (member === undefined || one.includes('$') || two.includes('$') || !refused(one, two)) continue;
      const { value: at } = member;
      report({
        anchor: member.anchor,
        span: at.valueSpan.end > at.valueSpan.start ? at.valueSpan : at.nameSpan,
        ...(a === undefined && mild === true && { severity: 'warning' }),
        message: message(words, { first, second, one, two }),
        ...(a !== undefined &&
          b !== undefined && {
            related: [
              {
                anchor: b.anchor,
                span: b.value.nameSpan,
                message: message({ en: 'The other setting', ja: 'もう一方の設定' }),
              },
            ],
          }),
      });
    }
  },
});

function setting(file: ConfigurationFile, name: string): Member<Setting> | undefined {
  return file.byName.get(name)?.findLast(({ value }) => counts(value));
}

function preset(name: string): string {
  const defaults = postfixParameter(name)?.defaults;
  // Host names differ from machine to machine.
  return name === 'myhostname' ? '$myhostname' : (defaults?.['3.11'] ?? defaults?.['3.7'] ?? '');
}
