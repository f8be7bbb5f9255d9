import { message } from '../../text/message';
import { removingLine } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-blank-line',
  on: 'mta-sts-policy-file',
  severity: 'warning',
  title: { en: 'Blank lines in a policy', ja: 'ポリシーの空行' },
  references: ['RFC 8461 §3.2'],
  check({ lines }, report) {
    // A file that is still empty lacks more than that.
    if (lines.every(({ value }) => value.kind === 'blank')) return;
    for (const { anchor, value: line } of lines) {
      if (line.kind !== 'blank' || line.marked) continue;
      report({
        anchor,
        span: { start: 0, end: line.text.length },
        message: message({
          en: 'The standard has no blank lines in a policy. Most senders skip them, but mox and maddy take the file for no policy. Remove the line.',
          ja: '規格上、ポリシーに空行は書けません。多くの送信側は読み飛ばしますが、mox と maddy はポリシー全体を無効とします。削除してください。',
        }),
        fixes: [
          {
            title: message({ en: 'Remove the blank line', ja: '空行を削除する' }),
            edits: [removingLine(line)],
          },
        ],
      });
    }
  },
});
