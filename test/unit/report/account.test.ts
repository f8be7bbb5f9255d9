import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  accountOf,
  reporterOf,
  reportStore,
  rowAt,
  summarise,
  type ReportHead,
  type ReportStore,
  type Summary,
} from '../../../core/report';

const word = fc.constantFrom('', 'a', 'A', 'b', 'example.com');
const head = fc
  .record({
    orgName: word,
    email: word,
    reportId: word,
    domain: word,
    p: word,
    begin: fc.option(fc.nat(9), { nil: undefined }),
  })
  .map(({ orgName, email, reportId, domain, p, begin }): ReportHead => ({
    file: 'report.xml',
    part: '',
    version: '',
    metadata: {
      orgName,
      email,
      extraContactInfo: '',
      reportId,
      generator: '',
      begin,
      end: begin,
      errors: [],
    },
    policy: {
      domain,
      p,
      sp: '',
      np: '',
      adkim: '',
      aspf: '',
      fo: '',
      pct: '',
      testing: '',
      discoveryMethod: '',
    },
  }));
const said = fc.constantFrom('pass', 'fail', '');
/** What may happen to a store, and whether somebody asks then. */
const event = fc.oneof(
  fc.record({ what: fc.constant('report' as const), head }),
  fc.record({ what: fc.constant('head' as const), head, report: fc.nat(9) }),
  fc.record({
    what: fc.constant('record' as const),
    report: fc.nat(9),
    sourceIp: fc.constantFrom('', '192.0.2.1', '192.0.2.2', '2001:db8::1', 'junk'),
    count: fc.nat(100),
    dkim: said,
    spf: said,
  }),
  fc.constant({ what: 'ask' as const }),
);

/** The same, said in the plainest way. */
function plain(store: ReportStore): Summary {
  const rows = Array.from({ length: store.size }, (_, row) => rowAt(store, row));
  const heads = store.reports;
  const messages = (passes: (aligned: string) => boolean): number =>
    rows.filter(({ alignedBy }) => passes(alignedBy)).reduce((sum, { count }) => sum + count, 0);
  const times = heads.flatMap(({ metadata }) => metadata.begin ?? []);
  const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].filter(Boolean);
  return {
    reports: heads.length,
    records: rows.length,
    messages: messages(() => true),
    dmarcPass: messages((by) => by !== 'neither'),
    dkimPass: messages((by) => by === 'both' || by === 'dkim'),
    spfPass: messages((by) => by === 'both' || by === 'spf'),
    sources: new Set(rows.map(({ sourceIp }) => sourceIp).filter(Boolean)).size,
    begin: times.length === 0 ? undefined : Math.min(...times),
    end: times.length === 0 ? undefined : Math.max(...times),
    reporters: distinct(heads.map(reporterOf)),
    domains: distinct(heads.map(({ policy }) => policy.domain.toLowerCase())),
    reportIds: distinct(heads.map(({ metadata }) => metadata.reportId)),
    policies: [...new Map(heads.map(({ policy }) => [JSON.stringify(policy), policy])).values()],
  };
}

describe('the account of a store', () => {
  it('is that of all records and reports, whenever it is asked for', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80 }), (events) => {
        const store = reportStore();
        const check = (): void => {
          assert.deepEqual(summarise(store), plain(store));
          store.reports.forEach((_, number) => {
            const own = Array.from({ length: store.size }, (_, row) => rowAt(store, row)).filter(
              ({ report }) => report === number,
            );
            const sum = (of: typeof own): number => of.reduce((all, { count }) => all + count, 0);
            assert.deepEqual(accountOf(store).ofReport(number), {
              records: own.length,
              messages: sum(own),
              dmarcPass: sum(own.filter(({ alignedBy }) => alignedBy !== 'neither')),
              dkimPass: sum(own.filter(({ dkim }) => dkim === 'pass')),
              spfPass: sum(own.filter(({ spf }) => spf === 'pass')),
            });
          });
        };
        for (const one of events) {
          if (one.what === 'ask') check();
          else if (one.what === 'report') store.addReport(one.head);
          else if (store.reports.length === 0) continue;
          else if (one.what === 'head') store.replaceReport(one.report % store.reports.length, one.head);
          else {
            store.addRecord(one.report % store.reports.length, {
              sourceIp: one.sourceIp,
              count: one.count,
              disposition: '',
              dkim: one.dkim,
              spf: one.spf,
              reasons: [],
              headerFrom: '',
              envelopeFrom: '',
              envelopeTo: '',
              dkimResults: [],
              spfResults: [],
            });
          }
        }
        check();
      }),
    );
  });
});
