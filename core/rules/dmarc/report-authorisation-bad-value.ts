import { replacing, spanOf, wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { rule, type Fix } from '../rule';
import { insertTitle, removeTitle, replaceTitle } from '../titles';

export default rule({
  name: 'report-authorisation-bad-value',
  on: 'report-authorisation',
  severity: 'error',
  title: {
    en: 'A report authorisation that does not read `v=DMARC1`',
    ja: '受信承認レコードが `v=DMARC1` でない',
  },
  references: ['RFC 9990 §4'],
  check(record, report) {
    const { text } = record.text;
    if (record.text.pieces.length === 0 || /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text)) return;
    const version = record.byName.get('v');
    const first = record.list.items[0];
    const fixes: Fix[] = [];
    if (version?.value.text === 'DMARC1' && version.from === first?.from && first.lead.text !== '') {
      fixes.push({ title: removeTitle(first.lead.text), edits: replacing(record, first.lead, '') });
    } else if (version?.value.text === 'DMARC1' && version.from === first?.from) {
      const { to } = version.value;
      fixes.push({ title: insertTitle(';'), edits: replacing(record, { from: to, to }, ';') });
    } else if (version !== undefined && version.from === first?.from && /^DMARC/i.test(version.value.text)) {
      fixes.push({
        title: replaceTitle(version.value.text, 'DMARC1'),
        edits: replacing(record, version.value, 'DMARC1'),
      });
    } else if (first !== undefined && /^DMARC1$/i.test(first.text)) {
      fixes.push({
        title: replaceTitle(first.text, 'v=DMARC1'),
        edits: replacing(record, first, 'v=DMARC1'),
      });
    } else if (text.trim() === '' && record.text.pieces.length > 0) {
      fixes.push({
        title: insertTitle('v=DMARC1'),
        edits: replacing(record, { from: 0, to: text.length }, 'v=DMARC1'),
      });
    }
    report({
      span: first === undefined || first.text === '' ? wholeSpan(record) : spanOf(record, first),
      message: message(
        {
          en: 'Only a record that begins with `v=DMARC1` authorises reports, so receivers send no reports of {policy} to {report}. Write `v=DMARC1`.',
          ja: 'レポートの受信を承認できるのは `v=DMARC1` で始まるレコードだけです。このままでは {policy} のレポートは {report} に送られません。`v=DMARC1` と書いてください。',
        },
        { policy: plainName(record.policyDomain), report: plainName(record.reportDomain) },
      ),
      fixes,
    });
  },
});
