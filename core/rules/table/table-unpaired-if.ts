import type { LookupTable } from '../../model/lookupTableFile';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-unpaired-if',
  on: 'table-file',
  severity: 'warning',
  title: { en: 'An `if` without `endif`, or the other way round', ja: '対応のない `if` や `endif`' },
  references: ['regexp_table(5)', 'cidr_table(5)'],
  check({ lines }, report) {
    const open: LookupTable['lines'][number][] = [];
    for (const member of lines) {
      const { statement, problems } = member.value;
      // A statement that Postfix passes over opens and closes nothing.
      if (problems.some(({ kind }) => kind !== 'text-behind-statement')) continue;
      if (statement === 'if') open.push(member);
      if (statement !== 'endif' || open.pop() !== undefined) continue;
      report({
        anchor: member.anchor,
        span: { start: 0, end: 'endif'.length },
        message: message({
          en: 'No `if` stands before this `endif`: Postfix passes over it. Remove it, or write the `if`.',
          ja: 'この `endif` に対応する `if` がないため、読み飛ばされます。削除するか、`if` を書いてください。',
        }),
      });
    }
    for (const { anchor } of open) {
      report({
        anchor,
        span: { start: 0, end: 'if'.length },
        message: message({
          en: 'This `if` has no `endif`: it holds for all the lines that follow, to the end of the file. Write `endif` where it should end.',
          ja: 'この `if` に `endif` がないため、ファイルの終わりまでのすべての行に掛かります。終わらせたい所に `endif` を書いてください。',
        }),
      });
    }
  },
});
