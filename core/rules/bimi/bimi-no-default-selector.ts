import { BIMI_DRAFT, BIMI_LABEL, bimiLabelIndex } from '../../records/bimi';
import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName, writeName } from '../../values/domainName';
import { rule } from '../rule';
import { lacks } from '../zoneLack';

export default rule({
  name: 'bimi-no-default-selector',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'BIMI under other selectors than `default` only', ja: '`default` のない BIMI セレクター' },
  references: [BIMI_DRAFT],
  check({ labels, records, zone }, report) {
    const index = bimiLabelIndex(labels);
    if (index < 0 || (index === 1 && labels[0] === 'default')) return;
    const own = records.find(
      ({ recognised: found }) => found?.kind === 'bimi' && found.value.content === 'own',
    );
    if (own?.recognised?.kind !== 'bimi' || own.recognised.value.declines) return;
    const name = writeName(['default', BIMI_LABEL, ...labels.slice(index + 1)]);
    if (!lacks(zone, name, ['TXT'])) return;
    report({
      anchor: own.anchor,
      span: wholeSpan(own.recognised.value),
      message: message(
        {
          en: 'Receivers ask for `{name}` unless the mail itself names a selector (`BIMI-Selector`), and this zone has nothing there. Publish a record at that name, too.',
          ja: 'メールの `BIMI-Selector` で指定されない限り、受信側が参照するのは `{name}` ですが、このゾーンにはありません。その名前にもレコードを公開してください。',
        },
        { name: plainName(name) },
      ),
    });
  },
});
