import { postfixParameter } from '../../facts/postfix';
import { message, type Localized } from '../../text/message';
import type { Span } from '../../text/span';
import { nextHopProblem, type NextHopProblemKind } from '../../values/nextHop';
import { listWords, type Word } from '../../values/words';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const WAITS: Localized = {
  en: ' Mail that goes there stays in the queue.',
  ja: 'この宛先へのメールはキューに滞留します。',
};

const WORDING: Readonly<Record<NextHopProblemKind | 'transport' | 'socket' | 'no-transport', Localized>> = {
  'missing-bracket': {
    en: '`{found}` has no closing `]`.',
    ja: '`{found}` に閉じ括弧 `]` がありません。',
  },
  'text-behind-bracket': {
    en: 'Behind `]` only `:` and a port may follow, not `{found}`.',
    ja: '`]` の後に書けるのは `:` とポートだけです。`{found}` は読めません。',
  },
  'missing-host': { en: '`{found}` names no host.', ja: '`{found}` にはホストがありません。' },
  'bad-host': {
    en: '`{found}` is neither a host name nor an address; an IPv6 address is written `[2001:db8::1]:25`.',
    ja: '`{found}` はホスト名でもアドレスでもありません。IPv6 アドレスは `[2001:db8::1]:25` のように書きます。',
  },
  'bad-port': {
    en: '`{found}` is no port: write a number from 1 to 65535 or a service’s name.',
    ja: '`{found}` はポートになっていません。1 から 65535 の数値かサービス名を書きます。',
  },
  transport: {
    en: 'Here stands only where mail goes, `[host]:port`; the transport before it is taken for a host.',
    ja: 'ここには `[ホスト]:ポート` の形で送り先だけを書きます。前に付けたトランスポートはホスト名とみなされます。',
  },
  socket: {
    en: '`{found}` is no service of master.cf: name what delivers before it, as in `lmtp:unix:path`.',
    ja: '`{found}` は master.cf のサービスではありません。`lmtp:unix:パス` のように配送するサービスを前に書きます。',
  },
  'no-transport': {
    en: 'A transport is missing before `{found}`, such as `smtp:`.',
    ja: '`{found}` の前に `smtp:` などのトランスポートがありません。',
  },
};

interface Problem {
  readonly kind: keyof typeof WORDING;
  /** Of the value. */
  readonly span: Span;
  readonly fix?: { readonly span: Span; readonly text: string };
}

export default rule({
  name: 'postfix-bad-nexthop',
  on: 'postfix-setting',
  // The programs start with it; what fails is each delivery.
  severity: 'warning',
  title: { en: 'A destination that cannot be read', ja: '読み取れない送り先' },
  references: ['postconf(5)', 'transport(5)'],
  check(setting, report) {
    const type = postfixParameter(setting.name)?.type;
    const shape = type?.kind === 'text' ? type.shape : undefined;
    if (shape !== 'nexthop' && shape !== 'transport') return;
    const { text: value } = setting.value;
    // What a name stands for is not known here.
    if (!counts(setting) || value.includes('$') || trailingComments(setting).length > 0) return;
    const words = listWords(value);
    for (const word of shape === 'transport' ? words.slice(0, 1) : words) {
      const found = shape === 'nexthop' ? inNextHop(word) : inTransport(word);
      if (found === undefined) continue;
      const { kind, span, fix } = found;
      const { en, ja } = WORDING[kind];
      const written = value.slice(span.start, span.end);
      report({
        span: valuePart(setting, span),
        message: message({ en: en + WAITS.en, ja: ja + WAITS.ja }, { found: written }),
        fixes:
          fix === undefined
            ? []
            : [
                {
                  title: replaceTitle(value.slice(fix.span.start, fix.span.end), fix.text),
                  edits: [replaceValue(setting, fix.span, fix.text)],
                },
              ],
      });
    }
  },
});

/** `[host]:port` by itself. */
function inNextHop({ text, span }: Word): Problem | undefined {
  const transport = /^(?:smtps?|relay|lmtp):(?=\[)/i.exec(text)?.[0];
  if (transport !== undefined) {
    return {
      kind: 'transport',
      span: { start: span.start, end: span.start + transport.length },
      fix: { span, text: text.slice(transport.length) },
    };
  }
  return judged(text, span.start);
}

/** `transport:nexthop`. */
function inTransport({ text, span }: Word): Problem | undefined {
  if (/^(?:unix|inet):/i.test(text)) {
    return {
      kind: 'socket',
      span: { start: span.start, end: span.start + text.indexOf(':') },
      fix: { span, text: `lmtp:${text}` },
    };
  }
  if (text.startsWith('[')) return { kind: 'no-transport', span, fix: { span, text: `smtp:${text}` } };
  const [, transport = '', family = '', hop = ''] =
    /^(smtp|relay|lmtp):((?:unix|inet):)?(.*)$/s.exec(text) ?? [];
  if (hop === '' || (transport === 'lmtp' && family === 'unix:')) return undefined;
  const written = transport === 'lmtp' ? hop : family + hop;
  return judged(written, span.end - written.length);
}

function judged(text: string, at: number): Problem | undefined {
  const found = nextHopProblem(text);
  if (found === undefined) return undefined;
  const span = { start: found.span.start + at, end: found.span.end + at };
  if (found.kind !== 'missing-bracket') return { kind: found.kind, span };
  const port = /^(.*?)(:\d+)?$/s.exec(text)!;
  const fixed = `${port[1]!}]${port[2] ?? ''}`;
  return nextHopProblem(fixed) === undefined
    ? { kind: found.kind, span, fix: { span, text: fixed } }
    : { kind: found.kind, span };
}
