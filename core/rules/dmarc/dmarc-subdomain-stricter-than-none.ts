import { spanOf, statedKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-subdomain-stricter-than-none',
  on: 'dmarc-policy',
  severity: 'information',
  title: {
    en: 'Subdomains are enforced while the domain only monitors',
    ja: '本体は監視だけなのにサブドメインは厳しい',
  },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    const tag = record.byName.get('sp');
    const own = statedKeyword(record, 'sp');
    if (tag === undefined || own === undefined || own === 'none') return;
    if (statedKeyword(record, 'p') !== 'none') return;
    report({
      span: spanOf(record, tag),
      message: message(
        {
          en: '`sp={own}` stands beside `p=none`: mail from subdomains is acted on, forged mail from the domain itself is delivered. If no subdomain sends mail this is sound; otherwise check that the two are not mixed up.',
          ja: '`p=none` と `sp={own}` が併記されています。サブドメインのメールには対処されますが、ドメイン本体を騙るメールは配送されます。メールを送るサブドメインがなければ妥当ですが、取り違えていないか確認してください。',
        },
        { own },
      ),
    });
  },
});
