import type { MacroExpand } from '../syntax/spf/macroString';
import type { SpfTerm } from '../syntax/spf/term';
import type { Signature } from '../text/cursor';
import type { Localized } from '../text/message';
import { message } from '../text/message';
import { signatureOf, type LabelPart } from './labelParts';
import type { SpfRecord } from './spf';
import { spfTermDefinition } from './spfTerms';

/** What stands at a place of an SPF record, field by field. @param at in the decoded text */
export function signatureInSpf(record: SpfRecord, at: number): Signature | undefined {
  const { version, terms } = record.syntax;
  const term = terms.find(({ from, to }) => from <= at && at <= to);
  if (term === undefined) return at <= version.to && terms.length > 0 ? undefined : anyTerm();
  const macro = macroAt(term, at);
  if (macro !== undefined) return inMacro(macro, at);
  const name = term.name.text.toLowerCase();
  const form = FORMS[name];
  const definition = spfTermDefinition(name);
  if (form === undefined || definition === undefined) return anyTerm();
  const mechanism = definition.kind === 'mechanism';
  const parts: LabelPart[] = [
    ...(mechanism ? [part('[+|-|~|?]', QUALIFIER)] : []),
    part(name, definition.title),
    ...form.flatMap(({ before, text, meaning, after }): LabelPart[] => [
      { text: before },
      part(text, meaning),
      ...(after === undefined ? [] : [{ text: after }]),
    ]),
  ];
  return signatureOf(parts, activeIn(term, at, mechanism, form.length), message(definition.documentation));
}

const part = (text: string, meaning: Localized): LabelPart => ({ text, documentation: message(meaning) });

const QUALIFIER: Localized = {
  en: '`+` pass (without any), `-` fail, `~` softfail, `?` neutral',
  ja: '`+` pass(省略時)、`-` fail、`~` softfail、`?` neutral',
};

interface Field {
  readonly before: string;
  readonly text: string;
  readonly after?: string;
  readonly meaning: Localized;
}

const DOMAIN: Localized = {
  en: 'a domain name; `%{…}` in it is filled in',
  ja: 'ドメイン名。`%{…}` は展開されます',
};
const CIDR4: Localized = { en: 'prefix length 0–32 for IPv4', ja: 'IPv4 のプレフィックス長 0～32' };
const CIDR6: Localized = { en: 'prefix length 0–128 for IPv6', ja: 'IPv6 のプレフィックス長 0～128' };
const HOSTS: readonly Field[] = [
  { before: '[:', text: 'domain', after: ']', meaning: DOMAIN },
  { before: '[/', text: 'ip4-cidr', after: ']', meaning: CIDR4 },
  { before: '[//', text: 'ip6-cidr', after: ']', meaning: CIDR6 },
];

/** What stands behind the name of a term (RFC 7208 §5, §6). */
const FORMS: Readonly<Record<string, readonly Field[]>> = {
  all: [],
  include: [{ before: ':', text: 'domain', meaning: DOMAIN }],
  a: HOSTS,
  mx: HOSTS,
  ptr: [{ before: '[:', text: 'domain', after: ']', meaning: DOMAIN }],
  ip4: [
    { before: ':', text: 'address', meaning: { en: 'an IPv4 address', ja: 'IPv4 アドレス' } },
    { before: '[/', text: 'prefix', after: ']', meaning: CIDR4 },
  ],
  ip6: [
    { before: ':', text: 'address', meaning: { en: 'an IPv6 address', ja: 'IPv6 アドレス' } },
    { before: '[/', text: 'prefix', after: ']', meaning: CIDR6 },
  ],
  exists: [{ before: ':', text: 'domain-with-macros', meaning: DOMAIN }],
  redirect: [{ before: '=', text: 'domain', meaning: DOMAIN }],
  exp: [{ before: '=', text: 'domain', meaning: DOMAIN }],
};

/** Which of the parameters the cursor is in: the sign, the name, then the fields. */
function activeIn(term: SpfTerm, at: number, mechanism: boolean, fields: number): number {
  const name = mechanism ? 1 : 0;
  if (mechanism && at < term.name.from) return 0;
  if (at <= term.name.to) return name;
  if (fields === 0) return -1;
  const before = term.text.slice(term.name.to - term.from, at - term.from);
  const slashes = /(\/\/?)\d*$/.exec(before)?.[1];
  if (slashes === undefined || fields === 1) return name + 1;
  return name + (slashes === '//' && fields === 3 ? 3 : 2);
}

function anyTerm(): Signature {
  return signatureOf(
    [
      part('[qualifier]', QUALIFIER),
      part('mechanism', {
        en: 'include ip4 ip6 mx a exists all: they are tried from left to right, the first that matches decides',
        ja: 'include ip4 ip6 mx a exists all。左から順に試され、最初に一致したもので決まります',
      }),
      { text: ' … ' },
      part('modifier', {
        en: 'redirect exp: each once, at the end',
        ja: 'redirect exp。それぞれ 1 回、末尾に置きます',
      }),
      { text: '=' },
      part('domain', DOMAIN),
    ],
    1,
    message({
      en: 'Terms of an SPF record, with a space between them (RFC 7208 §4.6.1)',
      ja: 'SPF レコードの項目。空白で区切ります(RFC 7208 §4.6.1)',
    }),
  );
}

function macroAt(term: SpfTerm, at: number): MacroExpand | undefined {
  if (term.kind === 'unknown') return undefined;
  const text = term.domain ?? (term.kind === 'modifier' ? term.value : undefined);
  return text?.parts.find(
    (one): one is MacroExpand =>
      one.kind === 'macro' && one.from < at && (at < one.to || !one.text.endsWith('}')),
  );
}

/** `%{letter[digits][r][delimiters]}` (RFC 7208 §7.1). */
function inMacro({ from, letter, text }: MacroExpand, at: number): Signature {
  const inside = text.slice(letter.to - from, Math.max(0, at - from));
  let active = 0;
  if (at > letter.from)
    active = inside === '' || /^\d*$/.test(inside) ? 1 : /[-.+,/_=]$/.test(inside) ? 3 : 2;
  return signatureOf(
    [
      { text: '%{' },
      part('letter', { en: 's l o d i p v h', ja: 's l o d i p v h' }),
      part('[digits]', { en: 'how many parts to keep, from the right', ja: '右から残す個数' }),
      part('[r]', { en: 'reverses the parts', ja: '並びを逆にする' }),
      part('[delimiters]', {
        en: 'where to cut: any of `. - + , / _ =`; without any, at dots',
        ja: '区切り文字: `. - + , / _ =` のいずれか。省略時はドット',
      }),
      { text: '}' },
    ],
    active,
    message({ en: 'A macro (RFC 7208 §7)', ja: 'マクロ(RFC 7208 §7)' }),
  );
}
