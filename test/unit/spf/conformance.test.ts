import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { answered, answeredLater } from '../../../core/evaluate/dns';
import { checkHost } from '../../../core/evaluate/spf/checkHost';
import { parseIp } from '../../../core/values/ipAddress';
import { tableResolver, type DnsTable } from '../../support/dnsTable';
import { shared } from '../../support/shared';

interface Case {
  readonly helo: string;
  readonly host: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly explanation?: string;
}

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, Case>>;
  readonly zonedata: DnsTable;
}

function scenarios(path: string): Scenario[] {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'));
  return documents.map((document) => {
    assert.deepEqual(document.errors, []);
    return document.toJS() as Scenario;
  });
}

describe('the conformance suite of RFC 7208', () => {
  const path = shared('corpora/spf/rfc7208-tests.yml');
  if (path === undefined) {
    it('is not at hand', function () {
      this.skip();
    });
    return;
  }
  const all = scenarios(path);

  it('is there whole', () => {
    assert.equal(all.length, 16);
    assert.equal(all.flatMap(({ tests }) => Object.keys(tests)).length, 203);
  });

  for (const { description, tests, zonedata } of all) {
    describe(description, () => {
      const resolver = tableResolver(zonedata);
      for (const [name, test] of Object.entries(tests)) {
        it(name, async () => {
          const ip = parseIp(test.host);
          assert.ok(ip !== undefined, test.host);
          const request = { ip, mailFrom: test.mailfrom, helo: test.helo };
          const outcome = answered(checkHost(request), resolver);
          const allowed = typeof test.result === 'string' ? [test.result] : test.result;
          assert.ok(allowed.includes(outcome.result), `${outcome.result}, wanted ${allowed.join(' or ')}`);
          if (test.explanation !== undefined) {
            const wanted = test.explanation === 'DEFAULT' ? undefined : test.explanation;
            assert.equal(outcome.explanation, wanted);
          }
          const later = await answeredLater(checkHost(request), (query) => Promise.resolve(resolver(query)));
          assert.deepEqual(later, outcome, 'at once and later agree');
        });
      }
    });
  }
});
