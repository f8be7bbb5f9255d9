import { revealed } from './visible';

/** The languages that the interface speaks. */
export type Locale = 'en' | 'ja';

/** A text in every language of the interface. `{name}` stands for the value of that name. */
export interface Localized {
  readonly en: string;
  readonly ja: string;
}

/** What may stand for a `{name}`: text taken from the user's file, a number, or a text of our own. */
export type MessageValue = string | number | Localized;

/** A text of ours with the values that go into it: plain data, put into words only at the doors. */
export interface Message {
  readonly text: Localized;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/** A message of `text` with `values` for its `{names}`. */
export function message(text: Localized, values?: Readonly<Record<string, MessageValue>>): Message {
  return values === undefined ? { text } : { text, values };
}

/** A value of more UTF-16 code units than this is cut: a record may have 65,535 octets, and nobody reads them here. */
const LONGEST_VALUE = 1000;

/** A value as it may be shown: nothing that a person cannot see, and no more than a person would read. */
function shown(value: string): string {
  return revealed(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value);
}

/**
 * The message in words of one language. A `{name}` without a value stays as it stands. Characters of values that
 * cannot be seen, or would turn the words around them, are written as `⟨U+202E⟩`; otherwise values are put in as they
 * are: a door that shows Markdown or HTML escapes for its own medium.
 */
export function render(m: Message, locale: Locale): string {
  const { values } = m;
  if (values === undefined) return m.text[locale];
  return m.text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = values[name]!;
    return typeof value === 'object' ? value[locale] : shown(String(value));
  });
}

/**
 * A message with its texts of ours put in, so that only values of others are left: what they have of Markdown is ours
 * as well.
 */
export function ownWords({ text, values = {} }: Message, locale: Locale): Message {
  const own = text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]! : whole;
    return typeof value === 'object' ? value[locale] : whole;
  });
  return { text: { en: own, ja: own }, values };
}

/** The interface language for a BCP 47 tag such as VS Code's `ja` or `en-GB`; English where we speak neither. */
export function localeOf(tag: string | undefined): Locale {
  return tag !== undefined && /^ja\b/i.test(tag) ? 'ja' : 'en';
}

/** So much of a secret may be shown: names and the like are shorter, and a key is of no use with so little of it. */
const LONGEST_HARMLESS = 12;

/** The message with whatever it quotes at some length left out. */
export function withoutQuotes(m: Message): Message {
  if (m.values === undefined) return m;
  const short = (value: MessageValue): MessageValue =>
    typeof value === 'string' && value.length > LONGEST_HARMLESS ? '…' : value;
  const values = Object.entries(m.values).map(([name, value]) => [name, short(value)] as const);
  return { text: m.text, values: Object.fromEntries(values) };
}

/** Several messages as one, with a text of ours between them; their values stay values. */
export function joinMessages(parts: readonly Message[], between: Localized): Message {
  const values: Record<string, MessageValue> = {};
  const words = (locale: Locale): string =>
    parts
      .map(({ text, values: own = {} }, index) =>
        text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
          if (!Object.hasOwn(own, name)) return whole;
          values[`${name}_${index}`] = own[name]!;
          return `{${name}_${index}}`;
        }),
      )
      .join(between[locale]);
  return message({ en: words('en'), ja: words('ja') }, values);
}
