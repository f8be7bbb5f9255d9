import { message, type Localized } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-missing-include',
  on: 'opendkim-file',
  severity: 'error',
  title: { en: 'An included file that is not there', ja: '取り込むファイルが見つからない' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    for (const { directive, file: path, problem, direct } of file.whole?.broken ?? []) {
      if (problem !== 'missing' && problem !== 'not-a-file') continue;
      const outer = directive.value.value.text;
      report({
        anchor: directive.anchor,
        span: directive.value.valueSpan,
        ...(problem === 'not-a-file' && { severity: 'warning' }),
        message: message(problem === 'not-a-file' ? NO_FILE : direct ? MISSING : MISSING_INSIDE, {
          file: path,
          outer,
        }),
      });
    }
  },
});

const MISSING: Localized = {
  en: 'There is no file `{file}`, and OpenDKIM does not start without it. Correct the path or remove the line.',
  ja: '`{file}` というファイルがなく、このままでは OpenDKIM が起動しません。パスを直すか行を削除してください。',
};
const MISSING_INSIDE: Localized = {
  en: '`{outer}` includes `{file}`, which is not there, and OpenDKIM does not start without it.',
  ja: '`{outer}` が取り込む `{file}` が見つからず、このままでは OpenDKIM が起動しません。',
};
const NO_FILE: Localized = {
  en: '`{file}` is no regular file, and OpenDKIM reads no settings from it. Name a file; folders are not searched.',
  ja: '`{file}` は通常のファイルではなく、OpenDKIM はここから設定を読み込みません。フォルダーの中は検索されないため、ファイルを指定してください。',
};
