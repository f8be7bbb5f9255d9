import { message } from '../../text/message';
import { rule } from '../rule';
import { shown, targetsOf, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-mx-without-spf',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A mail domain without an SPF record', ja: 'SPF レコードのないメールドメイン' },
  references: ['RFC 7208 §3'],
  check({ name, records, zone }, report) {
    if (!zone.complete || name.startsWith('*.')) return;
    const exchange = records.find(
      ({ value }) => value.typeName === 'MX' && targetsOf(value)[0]?.name !== '.',
    );
    if (exchange === undefined) return;
    const isSpf = (text: string | undefined): boolean => /^\s*["']?v\s*=\s*spf/i.test(text ?? '');
    // Only the records of this file are read; one in an included file makes itself known by its type.
    const texts = records.filter(({ value }) => value.strings !== undefined);
    if (texts.some(({ value }) => isSpf(value.strings?.text))) return;
    if (texts.length === 0 && zone.types(name).has('TXT')) return;
    report({
      anchor: exchange.anchor,
      span: typeSpan(exchange.value),
      message: message(
        {
          en: '`{name}` has mail servers but no SPF record, so anyone may use it as a sender. Add one: `"v=spf1 mx -all"` permits these mail servers only.',
          ja: '`{name}` にはメールサーバーがありますが SPF レコードがなく、誰でも送信元として名乗れます。追加してください。`"v=spf1 mx -all"` はこれらのメールサーバーだけを許可します。',
        },
        { name: shown(name) },
      ),
    });
  },
});
