import { postfixParameter, POSTFIX_RESTRICTIONS } from '../facts/postfix';
import { RESTRICTION_WORDS } from '../facts/postfixRestrictionWords';
import type { ParsedSetting } from '../syntax/setting';
import { decodedOffset, sourceSpan } from '../text/joinedText';
import { message, type Localized, type Message } from '../text/message';
import { shiftSpan, touches, type Span } from '../text/span';
import { readExpansion } from '../values/expansion';
import { wordAt } from '../values/words';
import type { Description } from '../text/cursor';
import { keywordParagraphs, parameterParagraphs } from './describe';
import { serviceParagraphs } from './postfix/serviceDescribed';
import { serviceNamesIn } from './postfix/services';
import { resolved, statedIn, valueOf } from './postfix/resolve';
import { settingAt, type SettingsView } from './settings';

/** What stands at an offset of a main.cf. */
export function mainCfDescribed(view: SettingsView, offset: number): Description | undefined {
  const found = settingAt(view, offset);
  return found && settingDescribed(view, found, offset);
}

/** What stands at an offset of a setting, be it one of main.cf or of a service in master.cf. */
export function settingDescribed(
  view: SettingsView,
  found: ParsedSetting,
  offset: number,
): Description | undefined {
  const { at, setting } = found;
  if (touches(setting.nameSpan, offset - at)) {
    const known = postfixParameter(setting.name);
    const paragraphs = known === undefined ? [ownParameter(setting.name)] : parameterParagraphs(known);
    const values = [
      ...statedBeside(view, setting.name),
      ...expandedHere(view, setting.name, setting.value.text),
    ];
    return setting.name === ''
      ? undefined
      : { span: shiftSpan(setting.nameSpan, at), paragraphs: [...paragraphs, ...values] };
  }
  const service = serviceNamesIn(setting).find(({ span }) => touches(span, offset - at));
  if (service !== undefined) {
    const { name, span } = service;
    return { span: shiftSpan(span, at), paragraphs: serviceParagraphs(name, view.around?.(), view.services) };
  }
  return inValue(view, found, offset);
}

function ownParameter(name: string): Message {
  return message(
    {
      en: '**{name}** — not a parameter of Postfix; other values can use it as `$`name.',
      ja: '**{name}** — Postfix のパラメーターではありません。ほかの値から `$` を付けて参照できます。',
    },
    { name },
  );
}

function inValue(
  view: SettingsView,
  { at, setting }: ParsedSetting,
  offset: number,
): Description | undefined {
  const { value } = setting;
  const decoded = decodedOffset(value, offset - at);
  if (decoded === undefined) return undefined;
  const place = (span: Span) => shiftSpan(sourceSpan(value, span.start, span.end), at);
  const known = postfixParameter(setting.name);
  if (known?.type.kind !== 'raw') {
    const reference = readExpansion(value.text).references.find(({ span }) => touches(span, decoded));
    if (reference !== undefined) {
      return { span: place(reference.span), paragraphs: describeReference(view, reference.name) };
    }
  }
  const word = wordAt(value.text, decoded);
  if (word.text === '' || known === undefined) return undefined;
  if (known.type.kind === 'keyword') {
    const found = known.type.enumeration.values.find(
      ({ name }) => name.toLowerCase() === word.text.toLowerCase(),
    );
    return found && { span: place(word.span), paragraphs: keywordParagraphs(found) };
  }
  if (known.type.kind === 'restrictions') {
    const paragraphs = describeRestriction(word.text);
    return paragraphs && { span: place(word.span), paragraphs };
  }
  return undefined;
}

/** A `$name`: what this file sets it to, and what the parameter is. */
function describeReference(view: SettingsView, name: string): Message[] {
  const known = postfixParameter(name);
  const set = statedIn(view.file, name);
  const here =
    set === undefined
      ? statedBeside(view, name)
      : [
          message(
            { en: 'Set in this file: {value}', ja: 'このファイルでの値: {value}' },
            { value: excerpt(set) },
          ),
        ];
  const value = valueOf(view, name) ?? '';
  return [
    ...here,
    ...expandedHere(view, name, value),
    ...(known === undefined ? [ownParameter(name)] : parameterParagraphs(known)),
  ];
}

/** What the document beside says of a name. */
function statedBeside({ beside }: SettingsView, name: string): Message[] {
  const set = statedIn(beside, name);
  return set === undefined
    ? []
    : [message({ en: 'Set in main.cf: {value}', ja: 'main.cf での値: {value}' }, { value: excerpt(set) })];
}

const EXPANDED: Localized = { en: 'Expanded: {value}', ja: '展開後の値: {value}' };
const EMPTY: Localized = { en: 'Expanded: nothing (empty)', ja: '展開後の値: なし (空)' };
const CIRCULAR: Localized = {
  en: 'It leads back to itself and cannot be expanded.',
  ja: '自分自身に戻るため、展開できません。',
};

/** What a value becomes when its names are put in, where it has some. */
function expandedHere(view: SettingsView, name: string, value: string): Message[] {
  if (!value.includes('$') || postfixParameter(name)?.type.kind === 'raw') return [];
  const found = resolved(view, value, name);
  if (found === 'circular') return [message(CIRCULAR)];
  if (typeof found === 'string') return [];
  const text = found.text.trim().replace(/\s+/g, ' ');
  return [text === '' ? message(EMPTY) : message(EXPANDED, { value: excerpt(text) })];
}

/** Values of a few screens say no more than their beginning does. */
function excerpt(text: string): string {
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}

function describeRestriction(name: string): Message[] | undefined {
  const known = POSTFIX_RESTRICTIONS.get(name);
  if (known === undefined) return undefined;
  const words = RESTRICTION_WORDS[name];
  const title = known.argument === undefined ? `**${name}**` : `**${name}** ${known.argument}`;
  return [
    message({ en: `${title} — postconf(5)`, ja: `${title} — postconf(5)` }),
    ...(words === undefined ? [] : [message(words)]),
  ];
}
