import { message, type Localized } from '../../text/message';
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
    // Customary names for what others are to include.
    const part = [`_spf.${name}`, `spf.${name}`].find((other) =>
      zone.entries(other, 'TXT').some(({ strings }) => isSpf(strings?.text)),
    );
    report({
      anchor: exchange.anchor,
      span: typeSpan(exchange.value),
      message: message(part === undefined ? NONE : PART, { name: shown(name), part: shown(part ?? name) }),
    });
  },
});

const NONE: Localized = {
  en: '`{name}` has mail servers but no SPF record, so anyone may use it as a sender. Add one: `"v=spf1 mx -all"` permits these mail servers only.',
  ja: '`{name}` にはメールサーバーがありますが SPF レコードがなく、誰でも送信元として名乗れます。追加してください。`"v=spf1 mx -all"` はこれらのメールサーバーだけを許可します。',
};
const PART: Localized = {
  en: '`{name}` has mail servers but no SPF record, so anyone may use it as a sender: the one at `{part}` counts only where another one includes it. Add `"v=spf1 include:{part} -all"` at `{name}`.',
  ja: '`{name}` にはメールサーバーがありますが SPF レコードがなく、誰でも送信元として名乗れます。`{part}` のレコードは、ほかの SPF レコードから取り込まれて初めて働きます。`{name}` に `"v=spf1 include:{part} -all"` を追加してください。',
};
