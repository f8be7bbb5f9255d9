import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-missing-socket',
  on: 'opendmarc-file',
  severity: 'warning',
  title: { en: 'No socket for the mail server', ja: 'MTA のためのソケットがない' },
  references: ['opendmarc.conf(5)'],
  check(file, report) {
    const first = file.settings[0];
    if (first === undefined || file.byName.has('socket')) return;
    report({
      anchor: first.anchor,
      span: first.value.nameSpan,
      message: message({
        en: 'Nothing here sets `Socket`. Unless it is given on the command line (-p), OpenDMARC does not start. Add `Socket inet:8893@localhost` or `Socket local:/path`.',
        ja: '`Socket` が設定されていません。コマンドライン (-p) で指定しない限り、OpenDMARC は起動しません。`Socket inet:8893@localhost` または `Socket local:/パス` を加えてください。',
      }),
    });
  },
});
