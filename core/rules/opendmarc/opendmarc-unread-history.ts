import { message } from '../../text/message';
import { effectiveSetting } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-unread-history',
  on: 'opendmarc-file',
  severity: 'information',
  title: { en: 'A history that someone has to read', ja: '誰かが読むべき履歴' },
  references: ['opendmarc.conf(5)', 'opendmarc-import(8)'],
  check(file, report) {
    const found = effectiveSetting(file, 'HistoryFile');
    if (found === undefined) return;
    report({
      anchor: found.anchor,
      span: found.value.nameSpan,
      message: message({
        en: 'This file grows with every message and nothing here reads it. A regular job has to import it (opendmarc-import), send the reports (opendmarc-reports) and empty it.',
        ja: 'このファイルはメールごとに大きくなりますが、読み取るものがありません。定期的に取り込み (opendmarc-import)、レポートを送り (opendmarc-reports)、空にする仕組みが必要です。',
      }),
    });
  },
});
