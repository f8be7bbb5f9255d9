import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'host-list-indented-entry',
  on: 'host-entry',
  severity: 'information',
  title: { en: 'An entry that OpenDMARC does not see', ja: 'OpenDMARC に見えない項目' },
  references: ['opendmarc.conf(5)'],
  check(entry, report) {
    const { start } = entry.nameSpan;
    if (start === 0) return;
    report({
      span: { start: 0, end: start },
      message: message(
        {
          en: 'OpenDMARC keeps the blanks before `{entry}` as a part of it, and then it matches no host; OpenDKIM takes them away. Begin in the first column.',
          ja: 'OpenDMARC は `{entry}` の前の空白を項目の一部とみなすため、どのホストにも一致しません (OpenDKIM は取り除きます)。行の先頭から書いてください。',
        },
        { entry: entry.name },
      ),
      fixes: [
        {
          title: message({ en: 'Remove the blanks', ja: '空白を削除する' }),
          edits: [{ span: { start: 0, end: start }, text: '' }],
        },
      ],
    });
  },
});
