import { OPENDMARC } from '../../facts/opendmarc';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-carriage-return',
  on: 'opendmarc-file',
  severity: 'warning',
  title: { en: 'Lines that end as on Windows', ja: 'Windows 形式の改行' },
  references: ['opendmarc.conf(5)'],
  check(file, report) {
    const found = file.settings.filter(({ value }) =>
      value.problems.some(({ kind }) => kind === 'carriage-return'),
    );
    const first = found[0];
    if (first === undefined) return;
    // A CR alone on a line is an unknown keyword; behind a number it makes the number none.
    const refused = found.some(
      ({ value }) =>
        value.value.text.replace(/\r$/, '') === '' ||
        OPENDMARC.keywords.get(value.name.toLowerCase())?.type === 'integer',
    );
    report({
      anchor: first.anchor,
      span: first.value.problems.find(({ kind }) => kind === 'carriage-return')!.span,
      ...(refused && { severity: 'error' }),
      message: message(
        refused
          ? {
              en: 'Lines here end with CR LF. OpenDMARC keeps the CR: an empty line becomes an unknown keyword, and a number is none, so it does not start. Save the file with LF line ends.',
              ja: '行末が CRLF です。OpenDMARC は CR を取り除かないため、空行は不明なキーワードに、数値は不正な値になり、起動しません。改行コードを LF にして保存してください。',
            }
          : {
              en: 'Lines here end with CR LF. OpenDMARC keeps the CR as part of each value: paths and names then lead nowhere. Save the file with LF line ends.',
              ja: '行末が CRLF です。OpenDMARC は CR を値の一部とみなすため、パスや名前が一致しなくなります。改行コードを LF にして保存してください。',
            },
      ),
    });
  },
});
