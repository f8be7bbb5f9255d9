import { message, type Locale, type Localized, type Message } from '../../core/text/message';

/** The options of a command. Names have their hyphens. */
export interface OptionSet {
  /** Options that take no value. */
  readonly flags: readonly string[];
  /** What an option takes: one of these, some text, anything (also nothing); undefined where there is no such option. */
  readonly takes: (option: string) => readonly string[] | 'text' | 'anything' | undefined;
  /** Whether an option that is given twice is a mistake; else the last one holds. */
  readonly once?: boolean;
}

/** A command line, taken apart. */
export interface ReadOptions {
  readonly kind: 'read';
  /** What is no option, in its order. */
  readonly words: readonly string[];
  /** In the order in which they were given. */
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly locale: Locale;
}

/** What says that a command was called wrongly. */
export interface Wrong {
  readonly kind: 'wrong';
  readonly message: Message;
  readonly locale: Locale;
}

/** Puts a text into a complaint, in the language that was asked for. */
export type Complain = (
  text: Localized,
  values?: Readonly<Record<string, string | number | Localized>>,
) => Wrong;

export function complaining(locale: Locale): Complain {
  return (text, values) => ({ kind: 'wrong', message: message(text, values), locale });
}

/** What all commands say of options. */
export const optionTexts = {
  unknownOption: { en: 'unknown option “{option}”', ja: '「{option}」というオプションはありません' },
  noValue: { en: 'option {option} needs a value', ja: 'オプション {option} には値が必要です' },
  twice: { en: 'option {option} is given twice', ja: 'オプション {option} が 2 回指定されています' },
  noSuchValue: {
    en: '“{value}” is not a value of {option}; it takes {choices}',
    ja: '{option} に「{value}」は指定できません。指定できるのは {choices} です',
  },
} satisfies Record<string, Localized>;

const locales: readonly Locale[] = ['en', 'ja'];

/**
 * Takes a command line apart: `--option value`, `--option=value`, `--flag`, `-h` for `--help`; what follows `--`, and `-`
 * alone, are words. Every command has `--help` and `--locale`.
 * @param fallback the language where `--locale` does not say
 */
export function readOptions(given: readonly string[], set: OptionSet, fallback: Locale): ReadOptions | Wrong {
  const words: string[] = [];
  const flags = new Set<string>();
  const values: Record<string, string | undefined> = Object.create(null) as Record<string, undefined>;
  const locale = (): Locale => locales.find((one) => one === values['--locale']) ?? fallback;
  for (let i = 0; i < given.length; i++) {
    const word = given[i]!;
    if (word === '--') {
      words.push(...given.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') words.push(word);
    else if (word === '-h' || word === '--help') flags.add('--help');
    else if (set.flags.includes(word)) flags.add(word);
    else {
      const wrong = complaining(locale());
      const equals = word.indexOf('=');
      const option = equals < 0 ? word : word.slice(0, equals);
      const takes = option === '--locale' ? locales : option.startsWith('--') ? set.takes(option) : undefined;
      if (takes === undefined) return wrong(optionTexts.unknownOption, { option: word });
      const value = equals < 0 ? given[++i] : word.slice(equals + 1);
      if (value === undefined || (value === '' && takes !== 'anything')) {
        return wrong(optionTexts.noValue, { option });
      }
      if (set.once === true && values[option] !== undefined) return wrong(optionTexts.twice, { option });
      if (typeof takes !== 'string' && !takes.includes(value)) {
        return wrong(optionTexts.noSuchValue, { value, option, choices: takes.join(', ') });
      }
      values[option] = value;
    }
  }
  return { kind: 'read', words, flags, values, locale: locale() };
}
