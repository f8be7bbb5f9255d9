import { message } from '../../text/message';
import { pathAsList } from '../opendkimSigning';
import { replaceTitle } from '../titles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-path-as-list',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'A path that is taken for a list', ja: '並びとみなされるパス' },
  references: ['opendkim(8)'],
  check(setting, report) {
    const found = pathAsList(setting);
    if (found === undefined) return;
    const { text, mended } = found;
    const span = { start: setting.valueSpan.start, end: setting.valueSpan.start + text.length };
    report({
      span,
      message: message(
        {
          en: 'Without `/` at its beginning, OpenDKIM takes `{text}` for a list of one entry and reads no file. Write where the file is: `{mended}`.',
          ja: '先頭に `/` がないため、OpenDKIM は `{text}` を 1 項目の並びとみなし、ファイルを読みません。`{mended}` のようにファイルを示してください。',
        },
        { text, mended },
      ),
      fixes: [{ title: replaceTitle(text, mended), edits: [{ span, text: mended }] }],
    });
  },
});
