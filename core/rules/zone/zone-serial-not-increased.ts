import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-serial-not-increased',
  on: 'zone-file',
  severity: 'hint',
  title: {
    en: 'Records changed, but not the serial',
    ja: 'レコードが変わったのにシリアルが増えていない',
  },
  references: ['RFC 1035 §3.3.13', 'RFC 1982'],
  check(file, report) {
    const soa = file.soas[0];
    if (soa === undefined || file.isSerialStale?.() !== true) return;
    const serial = soa.value.data.fields.find(({ field }) => field.name === 'serial');
    if (serial === undefined) return;
    const written = soa.value.text.slice(serial.span.start, serial.span.end);
    report({
      anchor: soa.anchor,
      span: serial.span,
      message: message(
        {
          en: 'Records changed since the file was saved, but the serial `{serial}` is no newer than the one saved: secondaries only fetch a zone whose serial has grown. Raise it.',
          ja: '保存後にレコードが変わりましたが、シリアル `{serial}` は保存時より新しくありません。セカンダリはシリアルが増えたゾーンだけを取得します。値を増やしてください。',
        },
        { serial: written },
      ),
    });
  },
});
