import { postfixParameter } from '../../facts/postfix';
import { MILTER_OPTIONS, POLICY_OPTIONS, type ServiceOption } from '../../facts/postfixServiceOptions';
import { message, type Localized } from '../../text/message';
import type { Span } from '../../text/span';
import { nearest } from '../../values/nearest';
import { readPostfixTime } from '../../values/time';
import { listWords, type Word } from '../../values/words';
import { counts, replaceValue, valuePart } from '../postfixSettings';
import { restrictionLists, restrictionsIn } from '../postfixRestrictions';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const UNKNOWN: Localized = {
  en: 'There is no option `{found}` here; there are {names}. smtpd stops with an error, and no mail comes in.',
  ja: 'ここに `{found}` というオプションはありません。使えるのは {names} です。smtpd がエラーで停止し、メールを受信できません。',
};
const NO_VALUE: Localized = {
  en: '`{found}` is no option: options are written `name=value`. smtpd stops with an error, and no mail comes in.',
  ja: '`{found}` はオプションになっていません。`名前=値` の形で書きます。smtpd がエラーで停止し、メールを受信できません。',
};
const TIME: Localized = {
  en: '`{found}` is no time: write a number with `s`, `m`, `h`, `d` or `w` at once behind it. smtpd stops with an error, and no mail comes in.',
  ja: '`{found}` は時間として読めません。数値の直後に `s`、`m`、`h`、`d`、`w` を付けてください。smtpd がエラーで停止し、メールを受信できません。',
};
const NUMBER: Localized = {
  en: '`{found}` is no number. smtpd stops with an error, and no mail comes in.',
  ja: '`{found}` は数値ではありません。smtpd がエラーで停止し、メールを受信できません。',
};

type Known = ReadonlyMap<string, ServiceOption>;

interface Problem {
  /** Of the value. */
  readonly span: Span;
  readonly words: Localized;
  readonly found: string;
  readonly meant?: string;
}

export default rule({
  name: 'postfix-bad-service-option',
  on: 'postfix-file',
  severity: 'error',
  title: {
    en: 'A wrong option of a milter or policy service',
    ja: 'milter やポリシーサービスの誤ったオプション',
  },
  references: ['MILTER_README', 'SMTPD_POLICY_README'],
  check(file, report) {
    const judge = (member: (typeof file.settings)[number], group: Word, known: Known): void => {
      for (const { span, words, found, meant } of groupProblems(group, known)) {
        report({
          anchor: member.anchor,
          span: valuePart(member.value, span),
          message: message(words, { found, names: [...known.keys()].join(', ') }),
          fixes:
            meant === undefined
              ? []
              : [{ title: replaceTitle(found, meant), edits: [replaceValue(member.value, span, meant)] }],
        });
      }
    };
    for (const member of file.settings) {
      const { value: setting } = member;
      if (!counts(setting) || postfixParameter(setting.name)?.type.kind !== 'milters') continue;
      for (const word of listWords(setting.value.text)) judge(member, word, MILTER_OPTIONS);
    }
    for (const member of restrictionLists(file)) {
      for (const { needs, argument } of restrictionsIn(member.value.value.text)) {
        if (needs === 'service' && argument !== undefined) judge(member, argument, POLICY_OPTIONS);
      }
    }
  },
});

/** What is wrong with the options of `{ endpoint, name=value, { name = value } }`. */
function groupProblems({ text, span }: Word, known: Known): Problem[] {
  if (!text.startsWith('{') || !text.endsWith('}')) return [];
  const [, ...options] = listWords(text.slice(1, -1));
  return options.flatMap((option) => {
    const at = span.start + 1 + option.span.start;
    if (option.text.includes('$')) return [];
    const open = /^\{?\s*/.exec(option.text)![0];
    const inside = option.text.slice(open.length).replace(/\}$/, '');
    const name = /^[^\s=]*/.exec(inside)![0];
    const gap = /^\s*=\s*/.exec(inside.slice(name.length))?.[0] ?? '';
    const value = inside.slice(name.length + gap.length).trimEnd();
    const start = at + open.length;
    const nameSpan = { start, end: start + name.length };
    if (gap === '') return [{ span: nameSpan, words: NO_VALUE, found: name }];
    const kind = known.get(name)?.kind;
    if (kind === undefined) {
      const meant = nearest(name, known.keys());
      return [{ span: nameSpan, words: UNKNOWN, found: name, ...(meant !== undefined && { meant }) }];
    }
    const valueSpan = { start: nameSpan.end + gap.length, end: nameSpan.end + gap.length + value.length };
    if (kind === 'time' && typeof readPostfixTime(value) === 'string') {
      return [{ span: valueSpan, words: TIME, found: value }];
    }
    return kind === 'number' && !/^[+-]?\d+$/.test(value)
      ? [{ span: valueSpan, words: NUMBER, found: value }]
      : [];
  });
}
