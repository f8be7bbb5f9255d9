import { signerKey } from '../../syntax/columnFile';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

/** For how many missing keys of one table the nearest name is looked for. */
const MOST_SEARCHES = 100;

export default rule({
  name: 'system-signer-without-key',
  on: 'mail-system',
  severity: 'error',
  title: { en: 'A key that is not in the KeyTable', ja: 'KeyTable にない鍵' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    if (subject.kind !== 'opendkim-signingtable') return;
    const tables = subject.system.configurations('opendkim-keytable');
    if (tables.length === 0) return;
    const names = new Set(tables.flatMap(({ file }) => [...file.byName.keys()]));
    let searches = 0;
    for (const { anchor, value: row } of subject.file.settings) {
      const key = signerKey(row.value.text);
      if (key === '' || names.has(key)) continue;
      const { start } = row.valueSpan;
      const span = { start, end: start + key.length };
      const meant = searches++ < MOST_SEARCHES ? nearest(key, [...names]) : undefined;
      report({
        anchor,
        span,
        message: message(
          {
            en: 'No open KeyTable has a key `{key}` (upper and lower case count): OpenDKIM puts off all mail of this row, or does not even start. Correct the name, or add the key there.',
            ja: '開いている KeyTable に `{key}` という鍵はありません (大文字と小文字は区別されます)。この行に該当するメールはすべて一時エラーになるか、OpenDKIM が起動しません。名前を直すか、鍵を KeyTable に加えてください。',
          },
          { key },
        ),
        fixes:
          meant === undefined ? [] : [{ title: replaceTitle(key, meant), edits: [{ span, text: meant }] }],
      });
    }
  },
});
