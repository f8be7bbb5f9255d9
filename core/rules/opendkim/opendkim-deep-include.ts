import { message, type Localized } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-deep-include',
  on: 'opendkim-file',
  severity: 'error',
  title: {
    en: 'Files that include each other in a circle, or too deep',
    ja: 'ファイルの取り込みが循環しているか深すぎる',
  },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    const told = new Set<object>();
    for (const { directive, file: path, problem } of file.whole?.broken ?? []) {
      if ((problem !== 'circular' && problem !== 'too-deep') || told.has(directive)) continue;
      told.add(directive);
      report({
        anchor: directive.anchor,
        span: directive.value.valueSpan,
        message: message(problem === 'circular' ? CIRCLE : DEEP, { file: path }),
      });
    }
  },
});

const CIRCLE: Localized = {
  en: '`{file}` is this file, or one that includes it: OpenDKIM gives up after five levels and does not start. Remove the line.',
  ja: '`{file}` はこのファイル自身か、これを取り込んでいるファイルです。OpenDKIM は 5 段階で読み込みをやめ、起動しません。行を削除してください。',
};
const DEEP: Localized = {
  en: 'By way of this file `{file}` is included at the sixth level. OpenDKIM reads five and does not start. Include it farther up.',
  ja: 'このファイルをたどると `{file}` が 6 段階目で取り込まれます。OpenDKIM は 5 段階までしか読まず、起動しません。もっと上の階層で取り込んでください。',
};
