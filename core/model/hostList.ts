import { parseColumns } from '../syntax/columnFile';
import type { Setting } from '../syntax/setting';
import { message, type Localized, type Message } from '../text/message';
import { shiftSpan, touches } from '../text/span';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { readHost } from '../values/hostEntry';
import { addressBits } from '../values/ipNetwork';
import { columnEditing } from './columnEditing';
import type { SemanticToken } from './editing';
import { lineAt, settingAt, settingsReader, type SettingsView } from './settings';

/** How lists of hosts (ignore.hosts, TrustedHosts) are read. */
export const hostListReader = settingsReader({
  parse: parseColumns,
  canonical: (name) => name.toLowerCase(),
  facet: (value) => ({ kind: 'host-entry', value }),
  group: (value) => ({
    kind: 'host-list',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
  expected,
  described,
  editing: (view) => columnEditing(view, { tokens }),
});

const USUAL: readonly (readonly [string, string, string])[] = [
  ['127.0.0.1', 'This host.', 'このホストです。'],
  ['::1', 'This host, by IPv6.', 'このホスト (IPv6) です。'],
  ['localhost', 'This host, by its name.', 'このホストの名前です。'],
  ['10.0.0.0/8', 'A private network (RFC 1918).', 'プライベートネットワーク (RFC 1918) です。'],
  ['172.16.0.0/12', 'A private network (RFC 1918).', 'プライベートネットワーク (RFC 1918) です。'],
  ['192.168.0.0/16', 'A private network (RFC 1918).', 'プライベートネットワーク (RFC 1918) です。'],
  ['fd00::/8', 'Local IPv6 networks (RFC 4193).', 'ローカルな IPv6 ネットワーク (RFC 4193) です。'],
];

function expected(view: SettingsView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  const [, indent = '', name = ''] = /^([ \t]*)([^ \t#]*)/.exec(line)!;
  const from = start + indent.length;
  if (offset < from || offset > from + name.length) return undefined;
  const present = new Set(view.file.byName.keys());
  present.delete(name.toLowerCase());
  const candidates = USUAL.filter(([host]) => !present.has(host)).map(([label, en, ja]): Candidate => ({
    label,
    kind: 'value',
    detail: message({ en, ja }),
  }));
  return { replace: { start: from, end: from + name.length }, candidates };
}

/** What an entry stands for, and what a `!` does. */
function described(view: SettingsView, offset: number): Description | undefined {
  const found = settingAt(view, offset);
  if (found === undefined || !touches(found.setting.nameSpan, offset - found.at)) return undefined;
  const { name, nameSpan } = found.setting;
  const { kind, negated, network } = readHost(name);
  const paragraphs: Message[] = [];
  if (kind === 'network' && network !== undefined) {
    const bits = addressBits(network.address.family) - network.prefix;
    const family = network.address.family === 4 ? 'IPv4' : 'IPv6';
    paragraphs.push(
      bits <= 32
        ? message(COUNTED, { count: 2 ** bits, family })
        : message(POWER, { bits: String(bits), family }),
    );
  } else if (kind === 'name') {
    paragraphs.push(message(name.replace(/^!/, '').startsWith('.') ? BELOW : NAMED));
  } else if (kind === 'address') paragraphs.push(message(SINGLE));
  if (negated) paragraphs.push(message(NEGATED));
  return paragraphs.length === 0 ? undefined : { span: shiftSpan(nameSpan, found.at), paragraphs };
}

const COUNTED: Localized = {
  en: 'A network of {count} {family} addresses.',
  ja: '{count} 個の {family} アドレスからなるネットワークです。',
};
const POWER: Localized = {
  en: 'A network of 2^{bits} {family} addresses.',
  ja: '2^{bits} 個の {family} アドレスからなるネットワークです。',
};
const SINGLE: Localized = { en: 'One address.', ja: '1 つのアドレスです。' };
const NAMED: Localized = {
  en: 'The host whose address resolves to this name.',
  ja: 'アドレスの逆引きがこの名前になるホストです。',
};
const BELOW: Localized = {
  en: 'Every host whose name ends like this.',
  ja: '名前がこの文字列で終わるすべてのホストです。',
};
const NEGATED: Localized = {
  en: 'The `!` takes these out, although a wider entry takes them in.',
  ja: '`!` により、より広い項目に含まれていても除外されます。',
};

function tokens({ name, nameSpan, valueSpan }: Setting): SemanticToken[] {
  const { kind, negated } = readHost(name);
  const start = nameSpan.start + (negated ? 1 : 0);
  return [
    { span: { start: nameSpan.start, end: start }, type: 'operator' },
    {
      span: { start, end: nameSpan.end },
      type: kind === 'name' ? 'namespace' : kind === 'bad' ? 'variable' : 'number',
    },
    // Nobody reads what stands behind the entry.
    { span: valueSpan, type: 'comment' },
  ];
}
