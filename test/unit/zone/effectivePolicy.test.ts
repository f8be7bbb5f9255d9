import assert from 'node:assert/strict';
import { zoneDescribed } from '../../../core/model/zone/cursor';
import { render, type Locale } from '../../../core/text/message';
import { zoneOf } from '../../support/zone';

const SOA = '@ 3600 IN SOA ns hostmaster 1 7200 900 1209600 3600\n';

/** The lines on the policy that stand in the hover at the `|` of a zone file. */
function hover(
  text: string,
  { origin = 'example.com.', locale = 'en' }: { origin?: string; locale?: Locale } = {},
): string[] {
  const at = text.indexOf('|');
  const described = zoneDescribed(zoneOf(text.replace('|', ''), origin), at);
  assert.ok(described, 'there is a hover');
  const title = locale === 'en' ? '**Effective policy**' : '**実際に適用されるポリシー**';
  const words = described.paragraphs.map((paragraph) => render(paragraph, locale));
  return (words.find((w) => w.startsWith(title)) ?? '').split('\n').slice(1);
}

describe('the effective DMARC policy on hover', () => {
  it('has a line each for the domain, a subdomain and a name that does not exist where both standards agree', () => {
    const lines = [
      '- example.com: `reject`',
      '- a subdomain without a record of its own: `quarantine`',
      '- a subdomain that does not exist: `quarantine`',
    ];
    const record = 'IN TXT "v=DMARC1; p=reject; " "sp=quarantine"\n';
    assert.deepEqual(hover(`${SOA}_dm|arc ${record}`), lines);
    assert.deepEqual(hover(`${SOA}_dmarc ${record.replace('p=rej', 'p|=rej')}`), lines);
    assert.deepEqual(hover(`_dmarc ${record.replace('sp', 's|p')}`), lines);
    assert.deepEqual(hover(`${SOA}_dmarc ${record.replace('IN', 'I|N')}`), []);
  });

  it('says what each standard makes of it where they differ', () => {
    assert.deepEqual(
      hover(`${SOA}_dm|arc IN TXT "v=DMARC1; p=reject; np=none; sp=quarantine; t=y; pct=10"\n`),
      [
        '- example.com: `reject`, applied as `quarantine` under `t=y` (RFC 9989); `reject` for 10% of the mail, `quarantine` for the rest (RFC 7489)',
        '- a subdomain without a record of its own: `quarantine`, applied as `none` under `t=y` (RFC 9989); `quarantine` for 10% of the mail, `none` for the rest (RFC 7489)',
        '- a subdomain that does not exist: `none` (RFC 9989); `quarantine` for 10% of the mail, `none` for the rest (RFC 7489)',
      ],
    );
    assert.deepEqual(
      hover(`${SOA}_dm|arc IN TXT "v=DMARC1; p=none; np=reject"\n`, { locale: 'ja' })[2],
      '- 存在しないサブドメイン: `reject`（RFC 9989）、`none`（RFC 7489）',
    );
  });

  it('looks at the other records of the zone', () => {
    const apex = '_dmarc IN TXT "v=DMARC1; p=reject; sp=none"\n';
    assert.deepEqual(hover(`${SOA}${apex}_dm|arc.mail IN TXT "v=DMARC1; p=quarantine; sp=reject"\n`), [
      '- mail.example.com: `quarantine`',
      '- a subdomain without a record of its own: `none`, from the record of example.com',
      '- a subdomain that does not exist: `none`, from the record of example.com',
    ]);
    const own = `${SOA}${apex}_dm|arc.mail IN TXT "v=DMARC1; p=quarantine; psd=n"\n`;
    assert.equal(
      hover(own)[1],
      '- a subdomain without a record of its own: `quarantine` (RFC 9989); `none`, from the record of example.com (RFC 7489)',
    );
  });

  it('says so where records cannot be used', () => {
    const two = `${SOA}_dm|arc IN TXT "v=DMARC1; p=none"\n_dmarc IN TXT "v=DMARC1; p=reject"\n`;
    assert.equal(
      hover(two)[0],
      '- example.com: no policy (RFC 9989); no policy, because example.com has several records (RFC 7489)',
    );
    assert.equal(
      hover(`${SOA}_dm|arc IN TXT "v=DMARC1; p=rejcet; rua=mailto:a@example.com"\n`)[0],
      '- example.com: `none`, because a policy is missing or broken',
    );
    assert.equal(
      hover(`${SOA}_dm|arc IN TXT "v=DMARC1; p=rejcet"\n`)[0],
      '- example.com: no policy, because in the record of example.com a policy is missing or broken and no report address is named',
    );
    assert.equal(hover(`${SOA}_dm|arc IN TXT "v=dmarc1; p=reject"\n`)[0], '- example.com: no policy');
  });

  it('knows that with a wildcard names are missing only below those that exist', () => {
    const lines = hover(`${SOA}* IN A 192.0.2.1\n_dm|arc IN TXT "v=DMARC1; p=reject"\n`);
    assert.equal(
      lines[2],
      '- a subdomain that does not exist: `reject`; only below names that exist, as `*.example.com` answers elsewhere',
    );
  });

  it('says what a zone cannot tell', () => {
    const zone = `${SOA}_dm|arc IN TXT "v=DMARC1; p=reject"\n`;
    assert.deepEqual(hover(zone, { origin: 'mail.example.com.' }), [
      '- mail.example.com: `reject`',
      '- a subdomain without a record of its own: `reject`, unless example.com has a record, which is outside of the zones at hand (RFC 9989); not known, as example.com lies outside of the zones at hand (RFC 7489)',
      '- a subdomain that does not exist: `reject`, unless example.com has a record, which is outside of the zones at hand (RFC 9989); not known, as example.com lies outside of the zones at hand (RFC 7489)',
    ]);
  });

  it('is not shown at records of another kind or in another place', () => {
    assert.deepEqual(hover(`${SOA}example.org._report._dm|arc IN TXT "v=DMARC1"\n`), []);
    assert.deepEqual(hover(`${SOA}dm|arc IN TXT "v=DMARC1; p=none"\n`), []);
    assert.deepEqual(hover(`${SOA}@| IN TXT "v=spf1 -all"\n`), []);
  });
});
