import assert from 'node:assert/strict';
import type { GeneratedRecord } from '../../../core/generator/form';
import { formFields } from '../../../core/generator/publish/fields';
import { DNS_PROVIDERS, dnsProvider } from '../../../core/generator/publish/providers';

const POLICY: GeneratedRecord = {
  owner: '_dmarc.example.com.',
  type: 'TXT',
  value: 'v=DMARC1; p=none; rua=mailto:a@example.com',
  ttl: 3600,
};
const NULL_MX: GeneratedRecord = { owner: 'example.com.', type: 'MX', value: '.', preference: 0, ttl: 3600 };
const SPF: GeneratedRecord = { owner: 'example.com.', type: 'TXT', value: 'v=spf1 -all', ttl: 3600 };
const HOST: GeneratedRecord = {
  owner: 'mta-sts.example.com.',
  type: 'CNAME',
  value: 'web.example.net.',
  ttl: 3600,
};

describe('the fields of a provider’s form', () => {
  const field = (record: GeneratedRecord, provider: string, key: string) =>
    formFields(record, 'example.com', dnsProvider(provider)).find((one) => one.key === key);

  it('have what the provider wants for the zone itself', () => {
    assert.equal(field(SPF, 'cloudflare', 'host')?.value, '@');
    assert.equal(field(SPF, 'muumuu-domain', 'host')?.value, '');
    assert.match(field(SPF, 'muumuu-domain', 'host')!.note.en, /empty/);
    assert.equal(field(POLICY, 'route53', 'host')?.value, '_dmarc');
  });

  it('have quotes where the provider wants them, and splits with them', () => {
    assert.equal(field(POLICY, 'route53', 'value')?.value, `"${POLICY.value}"`);
    assert.equal(field(POLICY, 'godaddy', 'value')?.value, POLICY.value);
    const long = { ...POLICY, value: 'x'.repeat(300) };
    assert.equal(field(long, 'google', 'value')?.value, `"${'x'.repeat(255)}" "${'x'.repeat(45)}"`);
    assert.match(field(long, 'sakura', 'value')!.note.en, /at most 255/);
  });

  it('have a priority for MX, and one line where the form is one field', () => {
    assert.equal(field(NULL_MX, 'namecheap', 'priority')?.value, '0');
    assert.equal(field(POLICY, 'namecheap', 'priority'), undefined);
    assert.equal(field(POLICY, 'value-domain', 'line')?.value, `txt _dmarc ${POLICY.value}`);
  });

  it('are explained in both languages for every provider', () => {
    for (const provider of DNS_PROVIDERS) {
      for (const record of [POLICY, NULL_MX, SPF, HOST]) {
        for (const { name, note } of formFields(record, 'example.com', provider)) {
          assert.ok(name.en && name.ja && note.en && note.ja, provider.id);
        }
      }
    }
  });
});
