import { message } from '../../text/message';
import { readHost } from '../../values/hostEntry';
import { contains } from '../../values/ipNetwork';
import { parseIp4 } from '../../values/ipAddress';
import { rule } from '../rule';

export default rule({
  name: 'host-list-lost-loopback',
  on: 'host-list',
  severity: 'information',
  title: { en: 'This host itself is not in the list', ja: 'このホスト自身がない一覧' },
  references: ['opendmarc.conf(5)'],
  check(list, report) {
    const first = list.settings[0];
    const own = parseIp4('127.0.0.1');
    if (first === undefined || own === undefined) return;
    const present = list.settings.some(({ value }) => {
      const { network, negated } = readHost(value.name);
      return (
        !negated && (/^localhost$/i.test(value.name) || (network !== undefined && contains(network, own)))
      );
    });
    if (present) return;
    report({
      anchor: first.anchor,
      span: first.value.nameSpan,
      message: message({
        en: 'Without a list, 127.0.0.1 counts as one’s own; with this one it does not, as it is not in it. Mail that programs of this host hand in is then judged, or not signed. Add `127.0.0.1`.',
        ja: '一覧を指定しなければ 127.0.0.1 は自分のホストとして扱われますが、この一覧にはないため扱われません。このホストのプログラムが出すメールも検査され、署名もされません。`127.0.0.1` を加えてください。',
      }),
    });
  },
});
