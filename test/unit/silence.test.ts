import assert from 'node:assert/strict';
import { DMARC_READERS } from '../../core/rules/rule';
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';
import { ED25519, RSA1024, RSA2048 } from './dkim/keys';

/** What providers ask people to publish, by provider: the records as their help pages give them, for `example.com`. */
interface Published {
  readonly records: readonly string[];
  /** Rules of no more than informational weight that speak, and why that is right. */
  readonly said?: Readonly<Record<string, string>>;
}

const MONITORING = {
  'dmarc-monitoring-only': 'p=none: only watched',
} as const;
const EXTERNAL = {
  'dmarc-external-reports': 'reports go to another domain, which has to agree: only it can tell',
} as const;
const NO_REPORTS = { 'dmarc-no-reports': 'no address for reports is given' } as const;

/** A key as providers give it, in strings of 255 characters as DNS consoles cut it. */
function key(tags: string, value = RSA2048): string {
  return (`${tags}p=${value}`.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(' ');
}

const PROVIDERS: Readonly<Record<string, Published>> = {
  'Google Workspace': {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      `google._domainkey TXT ${key('v=DKIM1; k=rsa; ')}`,
      '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc-reports@example.com"',
    ],
  },
  'Google Workspace, the five servers of before': {
    records: [
      '@ MX 1 aspmx.l.google.com.',
      '@ MX 5 alt1.aspmx.l.google.com.',
      '@ MX 5 alt2.aspmx.l.google.com.',
      '@ MX 10 alt3.aspmx.l.google.com.',
      '@ MX 10 alt4.aspmx.l.google.com.',
      '@ TXT "google-site-verification=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"',
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"',
    ],
    said: MONITORING,
  },
  'Google Workspace, a key of 1024 bits': {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      `google._domainkey TXT "v=DKIM1; k=rsa; p=${RSA1024}"`,
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:postmaster@example.com, mailto:dmarc@example.com"',
    ],
    said: { 'dkim-short-key': '2048 bits are advised (RFC 8301 §3.2)' },
  },
  'Microsoft 365': {
    records: [
      '@ MX 0 example-com.mail.protection.outlook.com.',
      '@ TXT "MS=ms12345678"',
      '@ TXT "v=spf1 include:spf.protection.outlook.com -all"',
      'autodiscover CNAME autodiscover.outlook.com.',
      'selector1._domainkey CNAME selector1-example-com._domainkey.example.onmicrosoft.com.',
      'selector2._domainkey CNAME selector2-example-com._domainkey.example.onmicrosoft.com.',
      '_dmarc TXT "v=DMARC1; p=reject; pct=100; rua=mailto:d@example.com; ruf=mailto:d@example.com"',
    ],
    said: {
      'dmarc-removed-tag': 'RFC 9989 took out pct',
    },
  },
  'Microsoft 365, selectors of 2025 and DNSSEC': {
    records: [
      '@ MX 0 example-com.a-v1.mx.microsoft.',
      '@ TXT "v=spf1 include:spf.protection.outlook.com -all"',
      'selector1._domainkey CNAME selector1-example-com._domainkey.example.n-v1.dkim.mail.microsoft.',
      'selector2._domainkey CNAME selector2-example-com._domainkey.example.n-v1.dkim.mail.microsoft.',
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"',
    ],
  },
  'Amazon SES: Easy DKIM and a MAIL FROM domain': {
    records: [
      '@ MX 10 inbound-smtp.eu-west-1.amazonaws.com.',
      '@ TXT "v=spf1 include:amazonses.com ~all"',
      'abcdefghijklmnopqrstuvwxyz234567._domainkey CNAME abcdefghijklmnopqrstuvwxyz234567.dkim.amazonses.com.',
      'bcdefghijklmnopqrstuvwxyz234567a._domainkey CNAME bcdefghijklmnopqrstuvwxyz234567a.dkim.amazonses.com.',
      'cdefghijklmnopqrstuvwxyz234567ab._domainkey CNAME cdefghijklmnopqrstuvwxyz234567ab.dkim.amazonses.com.',
      'bounce MX 10 feedback-smtp.eu-west-1.amazonses.com.',
      'bounce TXT "v=spf1 include:amazonses.com ~all"',
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"',
    ],
    said: MONITORING,
  },
  Fastmail: {
    records: [
      '@ MX 10 in1-smtp.messagingengine.com.',
      '@ MX 20 in2-smtp.messagingengine.com.',
      '* MX 10 in1-smtp.messagingengine.com.',
      '* MX 20 in2-smtp.messagingengine.com.',
      '@ TXT "v=spf1 include:spf.messagingengine.com ?all"',
      'fm1._domainkey CNAME fm1.example.com.dkim.fmhosted.com.',
      'fm2._domainkey CNAME fm2.example.com.dkim.fmhosted.com.',
      'fm3._domainkey CNAME fm3.example.com.dkim.fmhosted.com.',
      '_submission._tcp SRV 0 1 587 smtp.fastmail.com.',
      '_imaps._tcp SRV 0 1 993 imap.fastmail.com.',
      '_imap._tcp SRV 0 0 0 .',
      '_dmarc TXT "v=DMARC1; p=none;"',
    ],
    said: { ...MONITORING, ...NO_REPORTS },
  },
  Proton: {
    records: [
      '@ TXT "protonmail-verification=0123456789abcdef0123456789abcdef01234567"',
      '@ MX 10 mail.protonmail.ch.',
      '@ MX 20 mailsec.protonmail.ch.',
      '@ TXT "v=spf1 include:_spf.protonmail.ch ~all"',
      'protonmail._domainkey CNAME protonmail.domainkey.dabcdefgh.domains.proton.ch.',
      'protonmail2._domainkey CNAME protonmail2.domainkey.dabcdefgh.domains.proton.ch.',
      'protonmail3._domainkey CNAME protonmail3.domainkey.dabcdefgh.domains.proton.ch.',
      '_dmarc TXT "v=DMARC1; p=quarantine"',
    ],
    said: NO_REPORTS,
  },
  'SendGrid, beside Google': {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:_spf.google.com include:sendgrid.net ~all"',
      'em1234 CNAME u1234567.wl123.sendgrid.net.',
      's1._domainkey CNAME s1.domainkey.u1234567.wl123.sendgrid.net.',
      's2._domainkey CNAME s2.domainkey.u1234567.wl123.sendgrid.net.',
      '_dmarc TXT "v=DMARC1; p=none;"',
    ],
    said: { ...MONITORING, ...NO_REPORTS },
  },
  'Mailchimp and Mandrill': {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:spf.mandrillapp.com include:servers.mcsv.net ?all"',
      'k2._domainkey CNAME dkim2.mcsv.net.',
      'k3._domainkey CNAME dkim3.mcsv.net.',
      'mte1._domainkey CNAME dkim1.mandrillapp.com.',
      'mte2._domainkey CNAME dkim2.mandrillapp.com.',
      '@ TXT "mandrill_verify.0123456789abcdefABCDEF"',
      '_dmarc TXT "v=DMARC1; p=none"',
    ],
    said: { ...MONITORING, ...NO_REPORTS },
  },
  Zoho: {
    records: [
      '@ MX 10 mx.zoho.com.',
      '@ MX 20 mx2.zoho.com.',
      '@ MX 50 mx3.zoho.com.',
      '@ TXT "zoho-verification=zb12345678.zmverify.zoho.com"',
      '@ TXT "v=spf1 include:zohomail.com ~all"',
      `zmail._domainkey TXT ${key('v=DKIM1; k=rsa; ')}`,
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:admin@example.com; ruf=mailto:admin@example.com; sp=none; adkim=r; aspf=r"',
    ],
    said: {
      ...MONITORING,
      'dmarc-redundant-default': 'sp=none beside p=none, adkim=r and aspf=r change nothing',
    },
  },
  Postmark: {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:spf.mtasv.net ~all"',
      `20260101000000pm._domainkey TXT "k=rsa;p=${RSA1024}"`,
      'pm-bounces CNAME pm.mtasv.net.',
      '_dmarc TXT "v=DMARC1; p=none; pct=100; rua=mailto:re+abcdefghijk@dmarc.postmarkapp.com; sp=none; aspf=r;"',
    ],
    said: {
      ...MONITORING,
      ...EXTERNAL,
      'dkim-short-key': '2048 bits are advised (RFC 8301 §3.2)',
      'dmarc-removed-tag': 'RFC 9989 took out pct',
      'dmarc-redundant-default': 'pct=100, sp=none beside p=none and aspf=r change nothing',
    },
  },
  Mailgun: {
    records: [
      'mg MX 10 mxa.mailgun.org.',
      'mg MX 10 mxb.mailgun.org.',
      'mg TXT "v=spf1 include:mailgun.org ~all"',
      `pic._domainkey.mg TXT "k=rsa; p=${RSA1024}"`,
      'email.mg CNAME mailgun.org.',
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"',
    ],
    said: { 'dkim-short-key': '2048 bits are advised (RFC 8301 §3.2)' },
  },
  SparkPost: {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      `scph0126._domainkey TXT "v=DKIM1; k=rsa; h=sha256; p=${RSA1024}"`,
      'bounces CNAME sparkpostmail.com.',
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"',
    ],
    said: { 'dkim-short-key': '2048 bits are advised (RFC 8301 §3.2)' },
  },
  Brevo: {
    records: [
      '@ MX 1 smtp.google.com.',
      '@ TXT "brevo-code:0123456789abcdef0123456789abcdef"',
      '@ TXT "v=spf1 include:_spf.google.com ~all"',
      'brevo1._domainkey CNAME b1.example-com.dkim.brevo.com.',
      'brevo2._domainkey CNAME b2.example-com.dkim.brevo.com.',
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:rua@dmarc.brevo.com"',
    ],
    said: { ...MONITORING, ...EXTERNAL },
  },
  'HubSpot and Salesforce, beside Microsoft 365': {
    records: [
      '@ MX 0 example-com.mail.protection.outlook.com.',
      '@ TXT "v=spf1 include:spf.protection.outlook.com include:_spf.salesforce.com include:1234567.spf01.hubspotemail.net -all"',
      'hs1-1234567._domainkey CNAME example-com.hs01a.dkim.hubspotemail.net.',
      'hs2-1234567._domainkey CNAME example-com.hs01b.dkim.hubspotemail.net.',
      'sf1._domainkey CNAME sf1.abc123.custdkim.salesforce.com.',
      'sf2._domainkey CNAME sf2.abc123.custdkim.salesforce.com.',
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"',
    ],
  },
  'Cloudflare Email Routing': {
    records: [
      '@ MX 12 route1.mx.cloudflare.net.',
      '@ MX 34 route2.mx.cloudflare.net.',
      '@ MX 56 route3.mx.cloudflare.net.',
      '@ TXT "v=spf1 include:_spf.mx.cloudflare.net ~all"',
      `cf2024-1._domainkey TXT ${key('v=DKIM1; h=sha256; k=rsa; ')}`,
      '_dmarc TXT "v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s; rua=mailto:0123456789abcdef@dmarc-reports.cloudflare.net"',
    ],
    said: { ...EXTERNAL, 'dmarc-redundant-default': 'sp=reject beside p=reject changes nothing' },
  },
  'iCloud+': {
    records: [
      '@ MX 10 mx01.mail.icloud.com.',
      '@ MX 10 mx02.mail.icloud.com.',
      '@ TXT "apple-domain=AbCdEfGhIjKlMnOp"',
      '@ TXT "v=spf1 include:icloud.com ~all"',
      'sig1._domainkey CNAME sig1.dkim.example.com.at.icloudmailadmin.com.',
      '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:d@example.com"',
    ],
  },
  'LINE WORKS': {
    records: [
      '@ MX 10 jp1-mx1.worksmobile.com.',
      '@ MX 20 jp1-mx2.worksmobile.com.',
      '@ TXT "v=spf1 include:spf.worksmobile.com ~all"',
      `worksmobile._domainkey TXT ${key('v=DKIM1; k=rsa; ')}`,
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"',
    ],
    said: MONITORING,
  },
  さくらのレンタルサーバ: {
    records: [
      '@ A 192.0.2.80',
      '@ MX 10 @',
      'www CNAME @',
      '@ TXT "v=spf1 a:www1234.sakura.ne.jp mx ~all"',
      `rs20260101._domainkey TXT ${key('v=DKIM1; k=rsa; ')}`,
      '_dmarc TXT "v=DMARC1; p=none"',
    ],
    said: { ...MONITORING, ...NO_REPORTS },
  },
  エックスサーバー: {
    records: [
      '@ A 192.0.2.80',
      '@ MX 0 @',
      'www A 192.0.2.80',
      '@ TXT "v=spf1 +a:sv1234.xserver.jp +a:example.com +mx include:spf.sender.xserver.jp ~all"',
      `default._domainkey TXT ${key('v=DKIM1; k=rsa; ')}`,
      '_dmarc TXT "v=DMARC1; p=none;"',
    ],
    said: { ...MONITORING, ...NO_REPORTS },
  },
  ヘテムル: {
    records: [
      '@ MX 10 mx.heteml.jp.',
      '@ TXT "v=spf1 include:_spf.heteml.jp ~all"',
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"',
    ],
    said: MONITORING,
  },
  'a domain that sends no mail': {
    records: [
      '@ MX 0 .',
      '@ TXT "v=spf1 -all"',
      '*._domainkey TXT "v=DKIM1; p="',
      '_dmarc TXT "v=DMARC1; p=reject;"',
    ],
    said: NO_REPORTS,
  },
  'its own server, with all there is': {
    records: [
      '@ MX 10 mail',
      'mail A 192.0.2.25',
      'mail AAAA 2001:db8::25',
      'mail TXT "v=spf1 a -all"',
      '@ TXT "v=spf1 mx -all"',
      `s2026a._domainkey TXT ${key('v=DKIM1; h=sha256; k=rsa; ')}`,
      `s2026b._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`,
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com; ruf=mailto:dmarc@example.com; fo=1"',
      '_mta-sts TXT "v=STSv1; id=20261122T090000"',
      'mta-sts A 192.0.2.80',
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
      'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem"',
    ],
  },
};

const HEAD = `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns1.example.net. hostmaster.example.com. 2026112201 7200 900 1209600 3600
@ IN NS ns1.example.net.
@ IN NS ns2.example.net.
`;

describe('records that providers ask for', () => {
  for (const [provider, { records, said = {} }] of Object.entries(PROVIDERS)) {
    it(`of ${provider} are in order`, () => {
      for (const dmarcReaders of DMARC_READERS) {
        const service = createLanguageService({ settings: { rules: {}, dmarcReaders } });
        const zone = `${HEAD}${records.map((record) => record.replace(/ (?=(?:TXT|MX|CNAME|A|AAAA|SRV) )/, ' IN ')).join('\n')}\n`;
        service.open('zone', 'dns-zone', sourceText(zone), { fileName: 'example.com.zone' });
        const found = service.findings('zone');
        const unexpected = found.filter(
          ({ rule, severity }) =>
            severity === 'error' || severity === 'warning' || !Object.hasOwn(said, rule),
        );
        assert.deepEqual(
          unexpected.map(
            ({ rule, severity, span }) => `${severity} ${rule}: ${zone.slice(span.start, span.end)}`,
          ),
          [],
          dmarcReaders,
        );
        if (dmarcReaders !== 'both') continue;
        // What is listed here is said, or the list would hide what comes later.
        const rules = new Set(found.map(({ rule }) => rule));
        assert.deepEqual(
          Object.keys(said).filter((rule) => !rules.has(rule)),
          [],
        );
      }
    });
  }
});
