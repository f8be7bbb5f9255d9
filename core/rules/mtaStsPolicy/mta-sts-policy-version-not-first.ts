import { message } from '../../text/message';
import { removingLine } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-version-not-first',
  on: 'mta-sts-policy-file',
  severity: 'information',
  title: { en: 'The version is not the first field', ja: 'バージョンが先頭のフィールドでない' },
  references: ['RFC 8461 §3.2'],
  check(file, report) {
    const version = file.byKey.get('version')?.[0];
    const first = file.lines.find(({ value }) => value.kind === 'field');
    if (version === undefined || first === undefined || version === first) return;
    const { value: line, anchor } = version;
    const lineEnd = line.lineEnd === '' ? (first.value.lineEnd as string) : line.lineEnd;
    const at = first.value.marked ? 1 : 0;
    report({
      anchor,
      span: line.field.keySpan,
      message: message({
        en: 'RFC 8461 leaves the order of fields free, yet every example begins with the version, and checkers such as Internet.nl’s expect it there. Move the line to the top.',
        ja: 'RFC 8461 はフィールドの順序を定めていませんが、例はすべてバージョンで始まり、Internet.nl などの検査ツールは先頭にあることを前提としています。先頭の行に移してください。',
      }),
      fixes: [
        {
          title: message({ en: 'Move `version` to the top', ja: '`version` を先頭に移す' }),
          edits: [
            { anchor: first.anchor, span: { start: at, end: at }, text: line.text + lineEnd },
            removingLine(line),
          ],
        },
      ],
    });
  },
});
