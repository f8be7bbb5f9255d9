import type { Localized } from '../../text/message';
import { rule } from '../rule';
import { reportTableProblems, type TableWords } from '../tableProblems';
import { replaceTitle } from '../titles';

const WORDS: TableWords = {
  'missing-network': { en: 'No network follows.', ja: 'ネットワークがありません。' },
  'unclosed-bracket': { en: 'The `[` is not closed.', ja: '`[` が閉じられていません。' },
  'bad-address': {
    en: '`{found}` is no address: write all four numbers of IPv4, or an IPv6 address. Names are not possible.',
    ja: '`{found}` はアドレスではありません。IPv4 は 4 つの数をすべて書きます。名前は書けません。',
  },
  'bad-prefix': {
    en: '`{found}` is no prefix length: IPv4 has up to 32, IPv6 up to 128.',
    ja: '`{found}` はプレフィックス長ではありません。IPv4 は 32、IPv6 は 128 までです。',
  },
  'host-bits': {
    en: '`{found}` has bits set behind its prefix; a network is written without them: `{meant}`.',
    ja: '`{found}` はプレフィックスより後のビットが立っています。ネットワークは `{meant}` と書きます。',
  },
};

const ENDS: Localized = {
  en: 'Postfix passes over the line.',
  ja: 'Postfix はこの行を読み飛ばします。',
};

export default rule({
  name: 'table-bad-network',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A network that cannot be read', ja: '解釈できないネットワーク' },
  references: ['cidr_table(5)'],
  check(line, report) {
    reportTableProblems(line, WORDS, ENDS, report, ({ span, meant }, found) =>
      meant === undefined ? [] : [{ title: replaceTitle(found, meant), edits: [{ span, text: meant }] }],
    );
  },
});
