import { PIPE_FLAGS } from '../../facts/postfixDaemons';
import type { MasterWord } from '../../syntax/masterCf';
import { message, type Localized } from '../../text/message';
import { nearest } from '../../values/nearest';
import { daemonOf, fieldsOf } from '../masterServices';
import { rule, type Report } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-bad-attribute',
  on: 'master-service',
  severity: 'error',
  title: {
    en: 'A wrong or missing `name=value` of pipe or spawn',
    ja: 'pipe や spawn の誤った、または足りない `名前=値`',
  },
  references: ['pipe(8)', 'spawn(8)'],
  check(service, report) {
    const fields = fieldsOf(service);
    const names = fields && daemonOf(fields)?.attributes;
    if (fields === undefined || names === undefined) return;
    const command = fields.command.text;
    const given = new Set<string>();
    for (const word of service.operands) {
      const name = /^(\w+)=/.exec(word.text)?.[1]?.toLowerCase();
      if (name === undefined || !names.includes(name)) {
        report(unknown(word, names, command));
        continue;
      }
      given.add(name);
      if (name === 'argv') break;
      if (name === 'flags') for (const found of badFlags(word)) report(found);
      if (name === 'size' && !/^size=\d+$/i.test(word.text)) {
        const { start, end } = word.span;
        report({
          span: { start: start + 'size='.length, end },
          message: message(SIZE),
        });
      }
    }
    for (const [name, words] of [
      ['user', NO_USER],
      ['argv', NO_COMMAND],
    ] as const) {
      if (!given.has(name)) report({ span: fields.command.span, message: message(words, { command }) });
    }
  },
});

const SIZE: Localized = {
  en: '`size=` takes a number of bytes: pipe stops over this one. Write a plain number.',
  ja: '`size=` はバイト数です。この値では pipe がエラー終了します。数値だけを書いてください。',
};
const NO_USER: Localized = {
  en: '`{command}` needs `user=` to say under whose account the program runs: without it the service fails again and again.',
  ja: '`{command}` には、プログラムを動かすアカウントを示す `user=` が必要です。無いとサービスは失敗し続けます。',
};
const NO_COMMAND: Localized = {
  en: '`{command}` needs `argv=` with the program to run: without it the service fails again and again.',
  ja: '`{command}` には、動かすプログラムを示す `argv=` が必要です。無いとサービスは失敗し続けます。',
};

function unknown({ text, span }: MasterWord, names: readonly string[], command: string): Report {
  const name = /^\w+(?==)/.exec(text)?.[0];
  const meant = name === undefined ? undefined : nearest(name, names);
  const part = name === undefined ? span : { start: span.start, end: span.start + name.length };
  return {
    span: part,
    message: message(
      {
        en: '`{command}` does not know `{word}`: it stops over it, and the service fails again and again. Before `argv=` there can be: {names}. The words of the program stand behind `argv=`.',
        ja: '`{command}` は `{word}` を知らないため、エラー終了し、サービスは失敗し続けます。`argv=` の前に書けるのは {names} です。プログラムの引数は `argv=` の後に書きます。',
      },
      { command, word: name ?? text, names: names.map((one) => `${one}=`).join(', ') },
    ),
    fixes:
      meant === undefined
        ? []
        : [{ title: replaceTitle(name!, meant), edits: [{ span: part, text: meant }] }],
  };
}

function badFlags({ text, span }: MasterWord): Report[] {
  const from = 'flags='.length;
  return [...text.slice(from)].flatMap((flag, index) => {
    if (PIPE_FLAGS.includes(flag)) return [];
    const start = span.start + from + index;
    const turned = flag === flag.toLowerCase() ? flag.toUpperCase() : flag.toLowerCase();
    const meant = PIPE_FLAGS.includes(turned) ? turned : undefined;
    return [
      {
        span: { start, end: start + flag.length },
        message: message(
          {
            en: 'pipe has no flag `{flag}` and stops over it: the service fails again and again. Possible are: {flags}',
            ja: 'pipe に `{flag}` というフラグはなく、エラー終了してサービスは失敗し続けます。使えるのは {flags} です。',
          },
          { flag, flags: [...PIPE_FLAGS].join(' ') },
        ),
        ...(meant !== undefined && {
          fixes: [
            { title: replaceTitle(flag, meant), edits: [{ span: { start, end: start + 1 }, text: meant }] },
          ],
        }),
      },
    ];
  });
}
