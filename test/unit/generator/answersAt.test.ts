import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersAt, type RecordAtName } from '../../../core/generator/answersAt';
import { completed } from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { putInto } from '../../../server/cli/generate/into';

describe('the answers for a record that is missing at a name', () => {
  it('are its domain and selector', () => {
    assert.deepEqual(answersAt('dmarc', '_dmarc.sub.example.com'), { domain: 'sub.example.com' });
    assert.deepEqual(answersAt('spf', 'bounce.example.net'), { domain: 'bounce.example.net' });
    assert.deepEqual(answersAt('dkim', 's1.mail._domainkey.sub.example.com'), {
      domain: 'sub.example.com',
      selector: 's1.mail',
    });
  });

  it('are none where no such record can stand there', () => {
    assert.deepEqual(answersAt('dkim', 's1.dkim.example.net'), {});
    assert.deepEqual(answersAt('dkim', '_domainkey.example.net'), {});
    assert.deepEqual(answersAt('dkim', 's1._domainkey'), {});
    assert.deepEqual(answersAt('dmarc', 'example.com'), {});
    assert.deepEqual(answersAt('dmarc', 'x._dmarc.example.com'), {});
    assert.deepEqual(answersAt('dmarc', ''), {});
  });

  it('lead to a record at that very name', () => {
    const label = fc.stringMatching(/^[a-z][a-z\d]{0,9}$/);
    fc.assert(
      fc.property(
        fc.constantFrom<RecordAtName>('spf', 'dkim', 'dmarc'),
        fc.array(label, { maxLength: 3 }),
        label,
        (kind, below, selector) => {
          const domain = [...below, 'example.com'].join('.');
          const head = { spf: '', dkim: `${selector}._domainkey.`, dmarc: '_dmarc.' }[kind];
          const form = formFor(kind)!;
          const p = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
          const given = { source: 'given', p, ...answersAt(kind, `${head}${domain}`) };
          const { records } = form.generate(completed(form, given));
          assert.deepEqual(
            records.map(({ owner }) => owner),
            [`${head}${domain}.`],
          );
        },
      ),
    );
  }).timeout(120_000);

  it('come to stand below the zone’s own name, with the layout of the zone', () => {
    const zone = '$TTL 1h\n@ IN SOA ns1 h 2020010101 2 3 4 5\n@ IN NS ns1\nns1 IN A 192.0.2.53\n';
    const form = formFor('dmarc')!;
    const answers = completed(form, answersAt('dmarc', '_dmarc.sub.example.com'));
    const { after } = putInto(zone, 'example.com.zone', form.generate(answers).records);
    assert.match(
      after,
      /^_dmarc\.sub\s+IN\s+TXT\s+"v=DMARC1; p=none; rua=mailto:dmarc-reports@sub\.example\.com"$/m,
    );
  });
});
