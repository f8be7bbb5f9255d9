import assert from 'node:assert/strict';
import { completed, complaints, prefilled } from '../../../core/generator/form';
import { spfForm } from '../../../core/generator/forms/spf';
import { networkOf, publicNetworks } from '../../../core/generator/spfNetworks';
import { spfCost, spfText } from '../../../core/generator/spfText';
import { SPF_PROVIDERS } from '../../../core/records/spfProviders';
import { formatNetwork } from '../../../core/values/ipNetwork';

const DOMAIN = { domain: 'example.com' };

function generated(answers: Record<string, string>, known = {}): string {
  const form = spfForm(known);
  return form.generate(completed(form, { ...DOMAIN, ...answers })).records[0]!.value;
}

function published(value: string) {
  return [{ owner: 'example.com.', type: 'TXT', value } as const];
}

describe('the SPF form', () => {
  it('proposes what the zone and main.cf tell', () => {
    assert.equal(generated({}), 'v=spf1 -all');
    assert.equal(generated({}, { mailServers: ['mail.example.com'] }), 'v=spf1 mx ~all');
    assert.equal(
      generated({}, { mailServers: ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'] }),
      'v=spf1 include:_spf.google.com ~all',
    );
    for (const region of ['com', 'eu', 'jp']) {
      const servers = { mailServers: [`mx.zoho.${region}`] };
      assert.equal(generated({}, servers), `v=spf1 include:zohomail.${region} ~all`);
    }
    assert.equal(
      generated(
        {},
        { mailServers: ['mail.example.com'], addresses: ['127.0.0.1', '192.0.2.25', '::1', '2001:db8::25'] },
      ),
      'v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 ~all',
    );
  });

  it('writes what needs no lookup first, and each thing once', () => {
    assert.equal(
      generated({
        senders: 'sendgrid,google-workspace',
        mx: 'y',
        addresses: '192.0.2.9 192.0.2.0/24, 192.0.2.9/24; ip6:2001:DB8:0::1',
        hosts: 'example.com, www.example.com.',
        includes: '_spf.google.com, _SPF.example.net',
        all: '-all',
      }),
      'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::1 mx a a:www.example.com include:_spf.google.com include:sendgrid.net include:_spf.example.net -all',
    );
  });

  it('counts lookups, and says where more may be needed', () => {
    assert.deepEqual(spfCost({ senders: 'mailgun,google-workspace', mx: 'y' }), { lookups: 7, least: false });
    assert.deepEqual(spfCost({ senders: 'brevo', includes: 'x.example.net' }), { lookups: 2, least: true });
    assert.deepEqual(spfCost({ addresses: '192.0.2.1', all: '-all' }), { lookups: 0, least: false });
  });

  it('refuses answers that need more than ten lookups', () => {
    const many = { ...DOMAIN, senders: SPF_PROVIDERS.map(({ id }) => id).join(',') };
    const found = complaints(spfForm(), many);
    assert.ok(
      found.some(({ question, message }) => question.key === 'senders' && /10/.test(message.text.ja)),
    );
  });

  it('refuses what is no network, no host, or never seen by receivers', () => {
    const refused = (key: string, text: string): boolean =>
      complaints(spfForm(), { ...DOMAIN, [key]: text }).some(({ question }) => question.key === key);
    for (const text of [
      '192.0.2.256',
      '192.0.2.0/33',
      '10.1.2.3',
      '::1',
      'example.com',
      '192.0.2.1/',
      '0.0.0.0/0',
      '::/0',
      'ip4:2001:db8::1',
    ]) {
      assert.ok(refused('addresses', text), text);
    }
    for (const text of [
      'localhost',
      '192.0.2.1',
      'a b',
      '-x.example.com',
      'x.example.123',
      '%{i}.example.com',
    ]) {
      assert.ok(refused('hosts', text) || text === 'a b', text);
    }
    assert.ok(!refused('addresses', '192.0.2.1, [2001:db8::1]'));
  });

  it('reads networks with the bits behind their prefix dropped', () => {
    assert.equal(formatNetwork(networkOf('198.51.100.7/28')!), '198.51.100.0/28');
    assert.deepEqual(publicNetworks(['192.0.2.0/24', '192.0.2.7', '192.168.0.1', 'all']), ['192.0.2.0/24']);
  });

  it('keeps the terms of an existing record that no question has', () => {
    const form = spfForm();
    const found = prefilled(
      form,
      published(
        'v=spf1 exists:%{i}.x.example.net +a/28 mx:mail.example.net ?include:x.example.org redirect=_spf.example.net',
      ),
    );
    assert.deepEqual(
      found?.answers['other'],
      'exists:%{i}.x.example.net +a/28 mx:mail.example.net ?include:x.example.org redirect=_spf.example.net',
    );
    assert.equal(
      form.generate(completed(form, found.answers)).records[0]?.value,
      'v=spf1 exists:%{i}.x.example.net +a/28 mx:mail.example.net ?include:x.example.org redirect=_spf.example.net',
    );
  });

  it('says what of an existing record it cannot keep', () => {
    const lost = (value: string) => prefilled(spfForm(), published(value))?.lost;
    assert.deepEqual(lost('v=spf1 ip4:192.0.2.1 -ip4:192.0.2.0/24 ~all'), ['… -ip4:192.0.2.0/24']);
    assert.deepEqual(lost('v=spf1 mx +all'), ['+all']);
    assert.deepEqual(lost('v=spf1 mx foo:bar -all'), ['foo:bar']);
    assert.deepEqual(lost('V=SPF1  +MX   ip4:192.0.2.1  INCLUDE:_spf.google.com. -all '), []);
    assert.equal(prefilled(spfForm(), published('token')), undefined);
    assert.deepEqual(prefilled(spfForm(), published('v=spf1 mx'))?.added, ['~all']);
  });

  it('takes every service by its id, and none twice', () => {
    const ids = SPF_PROVIDERS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, include } of SPF_PROVIDERS) {
      assert.match(id, /^[a-z\d-]+$/);
      assert.equal(spfText({ senders: id, all: '~all' }), `v=spf1 include:${include} ~all`);
    }
  });
});
