import { message, type Localized } from '../../text/message';
import { isMailDomain } from '../../values/domainName';
import { asciiDomain } from '../../values/internationalDomain';
import { mxPatternProblem, type MxPatternProblem } from '../../values/mxPattern';
import { plainText } from '../../model/mtaStsPolicyFile';
import { bareValue, isPrintable, valueOf, writing } from '../policyLines';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-bad-mx',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'An `mx` that matches no host', ja: 'どのホストにも一致しない `mx`' },
  references: ['RFC 8461 §3.2', 'RFC 8461 §4.1', 'RFC 5321 §4.1.2'],
  check(line, report) {
    const value = valueOf(line, 'mx');
    const problem = value && mxPatternProblem(value.text);
    if (value === undefined || problem === undefined) return;
    // Lists, and characters that only look like ASCII, have rules of their own.
    if (/[^\s,;][\s,;]+[^\s,;]/.test(value.text)) return;
    if (!isPrintable(value.text) && isPrintable(plainText(value.text))) return;
    const meant = meantPattern(value.text, problem);
    const sure = meant !== undefined && mxPatternProblem(meant) === undefined;
    report({
      span: value.mark,
      message: message(WORDS[problem], { value: value.text }),
      fixes: sure ? [{ title: replaceTitle(value.text, meant), edits: [writing(value, meant)] }] : [],
    });
  },
});

/** What was meant, where only the way of writing is wrong. */
function meantPattern(text: string, problem: MxPatternProblem): string | undefined {
  const bare = bareValue(text);
  switch (problem) {
    case 'trailing-dot':
      return bare.replace(/\.$/, '');
    case 'leading-dot':
      return `*${bare}`;
    case 'port':
      return bare.replace(/:\d*$/, '');
    case 'not-a-host': {
      const host = /^(?:[a-z]+:\/\/)?([a-z0-9.-]+)(?::\d+)?\/?$/i.exec(bare)?.[1];
      return host !== undefined && isMailDomain(host) ? host : undefined;
    }
    case 'international': {
      const wildcard = text.startsWith('*.') ? '*.' : '';
      const ascii = asciiDomain(text.slice(wildcard.length));
      return ascii === undefined ? undefined : wildcard + ascii;
    }
    case 'bad-character':
      return bare === text ? undefined : bare;
    default:
      return undefined;
  }
}

const WORDS: Readonly<Record<MxPatternProblem, Localized>> = {
  empty: {
    en: 'The `mx` names no host. Write a mail server of the domain, as its MX record names it, or remove the line.',
    ja: '`mx` にホスト名がありません。MX レコードにある受信サーバーの名前を書くか、行を削除してください。',
  },
  address: {
    en: '`{value}` is an address; senders compare the names that MX records hold. Write the host name.',
    ja: '`{value}` はアドレスです。送信側は MX レコードにある名前と比較します。ホスト名を書いてください。',
  },
  'not-a-host': {
    en: '`{value}` is no host name, so no MX host ever matches it. Write the bare name of a mail server.',
    ja: '`{value}` はホスト名ではなく、どの MX ホストにも一致しません。受信サーバーの名前だけを書いてください。',
  },
  port: {
    en: 'An `mx` has no port: mail between servers goes to 25, and no host matches `{value}`. Remove the port.',
    ja: '`mx` にポートは書けません（サーバー間のメールは 25 番です）。`{value}` にはどのホストも一致しません。ポートを削除してください。',
  },
  wildcard: {
    en: 'In `{value}` the `*` is not the whole leftmost label with a name behind it, the only place where it counts, so no host matches. Write `*.` and a domain, or each host.',
    ja: '`*` は、後ろに名前が続く最も左のラベル全体としてだけ使えます。`{value}` にはどのホストも一致しません。`*.ドメイン` と書くか、ホストを 1 つずつ書いてください。',
  },
  'leading-dot': {
    en: '`{value}` is how early drafts wrote wildcards; today no host matches it. Write `*{value}`.',
    ja: '`{value}` は初期の草案の書き方で、現在はどのホストにも一致しません。`*{value}` と書いてください。',
  },
  'trailing-dot': {
    en: '`{value}` ends with a dot as in zone files; here it is no host name, and strict senders take the file for no policy. Remove the dot.',
    ja: '`{value}` の末尾にはゾーンファイルのようなドットがあります。ここではホスト名として正しくなく、厳密な送信側はポリシー全体を無効とします。ドットを削除してください。',
  },
  'empty-label': {
    en: '`{value}` has two dots in a row, so that no host matches it. Correct the name.',
    ja: '`{value}` にはドットが続いている箇所があり、どのホストにも一致しません。名前を直してください。',
  },
  international: {
    en: '`{value}` is not in ASCII: here an international name is written as A-label (`xn--…`), or no host matches.',
    ja: '`{value}` に ASCII 以外の文字があります。国際化ドメイン名は A ラベル（`xn--…`）で書かないと、どのホストにも一致しません。',
  },
  'bad-character': {
    en: '`{value}` is no host name: labels hold letters, digits and inner hyphens. No host matches it; correct the name.',
    ja: '`{value}` はホスト名ではありません。ラベルに使えるのは英数字と途中のハイフンだけです。どのホストにも一致しないため、直してください。',
  },
  'too-long': {
    en: '`{value}` is longer than a name can be (63 octets a label, 253 in all), so no host matches it. Correct it.',
    ja: '`{value}` は名前の上限（ラベル 63 オクテット、全体 253 オクテット）を超えており、どのホストにも一致しません。直してください。',
  },
};
