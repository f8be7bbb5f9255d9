import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-overlong-line',
  on: 'opendmarc-setting',
  severity: 'warning',
  title: { en: 'A line longer than OpenDMARC reads', ja: 'OpenDMARC の読める長さを超えた行' },
  references: ['opendmarc.conf(5)'],
  check(setting, report) {
    const overlong = setting.problems.find(({ kind }) => kind === 'overlong-line');
    if (overlong === undefined) return;
    report({
      span: overlong.span,
      message: message({
        en: 'OpenDMARC reads 1,023 octets of a line and takes what follows for another line, with another keyword. Make the line shorter, or put the list into a file where the keyword takes one.',
        ja: 'OpenDMARC は 1 行を 1,023 バイトまでしか読まず、残りを別の行 (別のキーワード) とみなします。行を短くするか、可能ならファイルに分けてください。',
      }),
    });
  },
});
