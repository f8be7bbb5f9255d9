import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf, type ReportStore } from '../../../core/report';
import { shared } from '../../support/shared';
import { load, told } from './support';

/** A line of the corpus's expected.jsonl. */
interface Expected {
  readonly file: string;
  readonly kind: string;
  readonly reports:
    | readonly {
        readonly part: string | null;
        readonly well_formed: boolean;
        readonly summary: ExpectedSummary | null;
        readonly parsedmarc_agrees: boolean | null;
      }[]
    | null;
}

interface ExpectedSummary {
  readonly records: number;
  readonly messages: number;
  readonly dkim_pass: number;
  readonly spf_pass: number;
  readonly org_name: string | null;
  readonly report_id: string | null;
  readonly domain: string | null;
  readonly p: string | null;
}

const folder = shared('corpora/dmarc-reports');

/** What the reader says of report number `number`, in the corpus's words; missing and empty are one. */
function summaryOf(store: ReportStore, number: number): Record<string, number | string> {
  const { records, messages, dkimPass, spfPass } = accountOf(store).ofReport(number);
  const { metadata, policy } = store.reports[number]!;
  return {
    records,
    messages,
    dkim_pass: dkimPass,
    spf_pass: spfPass,
    org_name: metadata.orgName,
    report_id: metadata.reportId,
    domain: policy.domain,
    p: policy.p,
  };
}

/** What the reader says when a document is not well-formed. */
const notWellFormed =
  /^(?:malformedReport|truncatedReport|malformedRecord|cutRecord|notReport|notXml|empty)(?:@|$)/;

describe('764 reports as operators received them', function () {
  this.timeout(120_000);
  let stores: { readonly expected: Expected; readonly store: ReportStore }[] = [];

  before(async function () {
    if (folder === undefined) this.skip();
    const lines = readFileSync(join(folder, 'expected.jsonl'), 'utf8').trim().split('\n');
    stores = [];
    for (const line of lines) {
      const expected = JSON.parse(line) as Expected;
      const bytes = readFileSync(join(folder, 'files', expected.file));
      stores.push({ expected, store: await load(bytes, { file: expected.file, chunk: 65_536 }) });
    }
  });

  it('all open or say why not', () => {
    assert.equal(stores.length, 764);
    for (const { expected, store } of stores) {
      assert.ok(store.size > 0 || store.problems.length > 0, expected.file);
    }
  });

  it('give the numbers of libxml2 in all 719 reports that it summed up, in whatever container', () => {
    let matched = 0;
    for (const { expected, store } of stores) {
      for (const { part, summary } of expected.reports ?? []) {
        if (summary === null) continue;
        // The corpus writes `#attachment` for mails and `|member` for containers; a gzip file's member has no name.
        const name = (part ?? '').replace(/\|gz$/, '').replace(/^[#|]/, '').replace('|', ' › ');
        const number = store.reports.findIndex((head) => head.part === name);
        const wanted = Object.fromEntries(Object.entries(summary).map(([key, value]) => [key, value ?? '']));
        assert.deepEqual(number < 0 ? undefined : summaryOf(store, number), wanted, expected.file);
        matched++;
      }
    }
    assert.equal(matched, 719);
  });

  it('are called broken where libxml2 calls them so', () => {
    let judged = 0;
    for (const { expected, store } of stores) {
      const [first, second] = expected.reports ?? [];
      if (first === undefined || second !== undefined || first.summary === null) continue;
      // A space before the declaration loses nothing and is passed over.
      const passedOver = expected.file.endsWith('dmarc-1-space.xml');
      const broken = told(store).some((problem) => notWellFormed.test(problem));
      assert.equal(broken, !first.well_formed && !passedOver, `${expected.file}: ${told(store).join(', ')}`);
      judged++;
    }
    assert.equal(judged, 716);
  });

  it('that are mails give their attachments, or say that there is no report', () => {
    const mails = stores.filter(({ expected }) => expected.file.endsWith('.eml'));
    const read = mails.filter(({ store }) => store.size > 0);
    assert.deepEqual([mails.length, read.length], [23, 17]);
    for (const { store, expected } of mails) {
      if (store.size === 0)
        assert.match(told(store).join(), /^(?:mailWithout|notXml|failureFound|tlsFound)$/, expected.file);
    }
  });
});
