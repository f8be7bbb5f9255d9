import { message, type Localized } from '../../text/message';
import type { Span } from '../../text/span';
import { parseIp6 } from '../../values/ipAddress';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';

export default rule({
  name: 'master-bad-service-name',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A port or address that cannot be listened at', ja: '待ち受けられないポートやアドレス' },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields?.type.text !== 'inet') return;
    const { text, span } = fields.service;
    const wrong = problem(text);
    if (wrong === undefined) return;
    report({
      span: { start: span.start + wrong.part.start, end: span.start + wrong.part.end },
      message: message(wrong.words, { name: text }),
    });
  },
});

const ENDS: Localized = {
  en: 'Postfix stops over `{name}` and no mail moves. ',
  ja: 'Postfix は `{name}` で停止し、メールは流れません。',
};
const FORM: Localized = {
  en: 'Write `port`, `host:port` or `[address]:port`.',
  ja: '`ポート`、`ホスト:ポート`、`[アドレス]:ポート` の形で書いてください。',
};
const UNCLOSED: Localized = { en: 'The `[` is not closed. ', ja: '`[` が閉じられていません。' };
const GARBAGE: Localized = {
  en: 'Behind `]` only `:` and a port can stand. ',
  ja: '`]` の後に書けるのは `:` とポートだけです。',
};
const ADDRESS: Localized = { en: 'This is no IPv6 address. ', ja: 'IPv6 アドレスではありません。' };
const NO_PORT: Localized = { en: 'The port is missing. ', ja: 'ポートがありません。' };
const PORT: Localized = {
  en: 'A port is a number up to 65535 or the name of a service. ',
  ja: 'ポートは 65535 までの数値かサービス名です。',
};

/** What host_port() says of a name, and where. */
function problem(name: string): { readonly part: Span; readonly words: Localized } | undefined {
  const found = (start: number, end: number, why: Localized) => ({
    part: { start, end },
    words: { en: why.en + ENDS.en + FORM.en, ja: why.ja + ENDS.ja + FORM.ja },
  });
  let portAt: number;
  if (name.startsWith('[')) {
    const close = name.indexOf(']');
    if (close < 0) return found(0, name.length, UNCLOSED);
    if (name.length > close + 1 && name[close + 1] !== ':') return found(close + 1, name.length, GARBAGE);
    const ipv6 = /^ipv6:(.*)$/i.exec(name.slice(1, close));
    if (ipv6 !== null && parseIp6(ipv6[1]!) === undefined) return found(1, close, ADDRESS);
    portAt = close + 2;
  } else {
    portAt = name.lastIndexOf(':') + 1;
  }
  const port = name.slice(portAt);
  if (port === '') return found(0, name.length, NO_PORT);
  if (/^\d/.test(port) && (!/^\d+$/.test(port) || Number(port) > 65535)) {
    return found(portAt, name.length, PORT);
  }
  return undefined;
}
