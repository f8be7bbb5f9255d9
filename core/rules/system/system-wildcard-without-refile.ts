import { message } from '../../text/message';
import { dataSetOf, dataSetPath } from '../../values/dataSet';
import { effectiveSetting, standsHere } from '../keywordFiles';
import { written } from '../keywordSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'system-wildcard-without-refile',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'Patterns that are not read as such', ja: 'パターンとして読まれないパターン' },
  references: ['opendkim.conf(5)', 'opendkim(8)'],
  check(subject, report) {
    if (subject.kind !== 'opendkim') return;
    const setting = effectiveSetting(subject.file, 'SigningTable');
    const text = setting === undefined ? '' : written(setting.value);
    const path = dataSetPath(text);
    if (setting === undefined || !standsHere(subject.file, setting) || path === undefined) return;
    if (dataSetOf(text).kind.toLowerCase() !== 'file') return;
    const name = path.path.slice(path.path.lastIndexOf('/') + 1);
    for (const table of subject.system.configurations('opendkim-signingtable')) {
      if (decodeName(table.uri) !== name) continue;
      const row = table.file.settings.find(({ value }) => /\*[^\s]*@|@[^\s]*\*[^\s]/.test(value.name));
      if (row === undefined) continue;
      const { start } = setting.value.valueSpan;
      const span = { start, end: start + path.start };
      const kind = text.slice(0, path.start);
      report({
        anchor: setting.anchor,
        span: { start, end: start + text.length },
        message: message(
          {
            en: 'The table has patterns such as `{pattern}`, but only `refile:` reads them as patterns: mail goes out unsigned. Write `refile:` before the path.',
            ja: '表には `{pattern}` のようなパターンがありますが、パターンとして読まれるのは `refile:` の場合だけで、メールは署名されません。パスの前に `refile:` と書いてください。',
          },
          { pattern: row.value.name },
        ),
        fixes: [
          {
            title: replaceTitle(text, `refile:${path.path}`),
            edits: [{ span: kind === '' ? { start, end: start } : span, text: 'refile:' }],
          },
        ],
        related: [
          {
            elsewhere: table.place(row.anchor, row.value.nameSpan),
            message: message({ en: 'A pattern', ja: 'パターン' }),
          },
        ],
      });
      return;
    }
  },
});

/** The last part of a document's URI, which escapes what is no letter of plain names. */
function decodeName(uri: string): string {
  const last = /[^/:]*$/.exec(uri)![0];
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
