import { postfixParameter } from '../../facts/postfix';
import { message, type Localized, type Message } from '../../text/message';
import { parseIp } from '../../values/ipAddress';
import { addressBits, formatNetwork, withoutHostBits } from '../../values/ipNetwork';
import { listWords } from '../../values/words';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const NO_ADDRESS: Localized = {
  en: '`{found}` is no address: each of the four numbers is at most 255, and there are four of them.',
  ja: '`{found}` は正しいアドレスではありません。0 から 255 の数値が 4 つ必要です。',
};
const NO_ADDRESS6: Localized = {
  en: '`{found}` is no IPv6 address.',
  ja: '`{found}` は正しい IPv6 アドレスではありません。',
};
const LONG: Localized = {
  en: 'The prefix `{found}` is longer than the address has bits ({bits}).',
  ja: 'プレフィックス長 `{found}` がアドレスのビット数 ({bits}) を超えています。',
};
const HOST_BITS: Localized = {
  en: '`{found}` has bits behind its prefix; Postfix does not take it for a network.',
  ja: '`{found}` はプレフィックスより後のビットが 0 でないため、ネットワークとして扱われません。',
};
const NOTHING: Localized = { en: ' It matches nothing.', ja: '何にも一致しません。' };
const CONSEQUENCE: Localized = {
  en: ' Postfix warns, and what asks this list fails for a while.',
  ja: 'Postfix は警告を出し、このリストを使う判定は一時的に失敗します。',
};

export default rule({
  name: 'postfix-bad-network',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A network that matches nothing', ja: '一致することのないネットワーク' },
  references: ['postconf(5)'],
  check(setting, report) {
    const type = postfixParameter(setting.name)?.type;
    if (type?.kind !== 'text' || type.shape !== 'networks') return;
    if (!counts(setting) || trailingComments(setting).length > 0) return;
    for (const { text, span } of listWords(setting.value.text)) {
      const item = text.replace(/^!+/, '');
      const start = span.end - item.length;
      const problem = networkProblem(item);
      if (problem === undefined) continue;
      const { words, meant } = problem;
      const part = { start, end: span.end };
      report({
        span: valuePart(setting, part),
        message: words,
        fixes:
          meant === undefined
            ? []
            : [{ title: replaceTitle(item, meant), edits: [replaceValue(setting, part, meant)] }],
      });
    }
  },
});

function networkProblem(item: string): { readonly words: Message; readonly meant?: string } | undefined {
  const four = /^(\d[\d.]*)(?:\/(\d+))?$/.exec(item);
  const six = /^\[([^\]/]*)(?:\]\/(\d+)|\/(\d+)\]|\])$/.exec(item);
  const parts = four ?? six;
  if (parts === null) return undefined;
  const [, text = '', ...lengths] = parts as readonly (string | undefined)[];
  // A plain number of fewer parts is compared as text, and never equals an address.
  if (four !== null && !item.includes('/') && text.split('.').length !== 4) return undefined;
  // What has other letters in it than addresses have is passed over without a word.
  const follows = /^[0-9a-f:.]*$/i.test(text) ? CONSEQUENCE : NOTHING;
  const say = (words: Localized, values: Record<string, string>): Message =>
    message({ en: words.en + follows.en, ja: words.ja + follows.ja }, values);
  const address = parseIp(text);
  if (address === undefined) return { words: say(four === null ? NO_ADDRESS6 : NO_ADDRESS, { found: text }) };
  const length = lengths.find((found) => found !== undefined);
  if (length === undefined) return undefined;
  const bits = addressBits(address.family);
  if (Number(length) > bits) return { words: say(LONG, { found: length, bits: String(bits) }) };
  const network = { address, prefix: Number(length) };
  const clean = withoutHostBits(network);
  if (clean.address.octets.every((octet, i) => octet === address.octets[i])) return undefined;
  const written = formatNetwork(clean);
  const [head = '', tail] = written.split('/');
  return {
    words: say(HOST_BITS, { found: item }),
    meant: four === null ? `[${head}]${tail === undefined ? '' : `/${tail}`}` : written,
  };
}
