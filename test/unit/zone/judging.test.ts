import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDiagnosis, type Diagnosis } from '../../../core/features/diagnose';
import type { Finding } from '../../../core/features/finding';
import type { DocumentContext, Inclusion } from '../../../core/model/model';
import { isZoneModel, zoneReader } from '../../../core/model/zone/zone';
import { RULES } from '../../../core/rules/index.generated';
import { rulesByKind } from '../../../core/rules/registry';
import { rule, type Rule } from '../../../core/rules/rule';
import { message } from '../../../core/text/message';
import { edited, lineStart, slice, sourceText, type SourceText } from '../../../core/text/sourceText';
import type { Span } from '../../../core/text/span';

const about = { severity: 'warning', title: { en: 'x', ja: 'x' }, references: ['none'] } as const;

/** Rules that ask the zone everything there is to ask, and tell the answers. */
const CURIOUS = [
  rule({
    ...about,
    name: 'curious-about-owners',
    on: 'zone-owner',
    check({ name, records, zone }, report) {
      const names = new Set([
        name,
        ...records.flatMap(({ value }) => value.data.fields.flatMap((f) => f.name ?? [])),
      ]);
      const answers = [...names].map((asked) => [
        asked,
        zone.isInZone(asked),
        zone.exists(asked),
        [...zone.types(asked)].sort(),
        zone.wildcardFor(asked),
        zone.delegation(asked),
        zone.targets(asked, 'CNAME'),
        zone.entries(asked, 'TXT').map(({ strings }) => strings?.text),
        zone.recognised(asked).map(({ kind }) => kind),
        zone.textOwnersBelow(asked),
      ]);
      const ttls = records.map(({ ttl }) => ttl ?? null);
      const told = JSON.stringify([zone.apex, zone.complete, zone.authenticates(), ttls, answers]);
      const [first, second] = [records[0]!, records.at(-1)!];
      report({
        anchor: second.anchor,
        span: { start: 0, end: 1 },
        message: message({ en: `${name} ${told}`, ja: '' }),
        related: [
          { anchor: first.anchor, span: { start: 0, end: 1 }, message: message({ en: 'first', ja: '' }) },
        ],
      });
    },
  }),
  rule({
    ...about,
    name: 'curious-about-files',
    on: 'zone-file',
    check({ anchor, zone, soas, records, hasDefaultTtl, firstWithoutTtl }, report) {
      const soa = soas.map(({ value }) => value.text);
      const told = JSON.stringify([zone.apex, soa, records, hasDefaultTtl, firstWithoutTtl?.value.text]);
      report({ anchor, span: { start: 0, end: 0 }, message: message({ en: told, ja: '' }) });
    },
  }),
] as Rule[];

const BY_KIND = rulesByKind([...RULES, ...CURIOUS]);

const fails = (name: string, error: unknown): never => {
  throw new Error(name, { cause: error });
};

const FILES: Readonly<Record<string, string>> = {
  mail: 'mail A 192.0.2.3\n$TTL 77\n@ MX 10 mail\n$INCLUDE deeper deep\n',
  deeper: 'x CNAME www\ny NS ns.y\n',
  again: '$INCLUDE again\nloop A 192.0.2.9\n',
};

function include(path: string): Inclusion {
  const text = FILES[path];
  return text === undefined ? { problem: 'missing' } : { text: sourceText(text), include };
}

/** More of them to look for a rare slip: `ZONE_RUNS=20000`. */
const RUNS = Number(process.env['ZONE_RUNS'] ?? 100);

const CONTEXT: DocumentContext = { origin: 'example.com', include };

function judged(diagnosis: Diagnosis): string[] {
  const told = (finding: Finding): string =>
    JSON.stringify([finding.span, finding.rule, finding.severity, finding.message.text.en, finding.related]);
  const all = diagnosis.findings().map(told).sort();
  assert.deepEqual([...diagnosis.all()].map(told).sort(), all);
  return all;
}

function fresh(text: SourceText): Diagnosis {
  const diagnosis = openDiagnosis(BY_KIND, {}, fails);
  diagnosis.update(zoneReader.open(sourceText(slice(text)), CONTEXT));
  return diagnosis;
}

describe('findings of an edited zone', () => {
  const name = fc.constantFrom(
    '@',
    'www',
    'mail',
    'ns',
    'sub',
    'a.sub',
    '*',
    '*.sub',
    'x.deep',
    'WWW',
    'h3',
    'other.example.',
    'sub.example.com.',
    '_dmarc',
    's._domainkey',
  );
  const head = fc
    .tuple(fc.oneof(name, fc.constantFrom('', ' ')), fc.constantFrom('', '60 ', 'IN ', '5m IN '))
    .map(([owner, rest]) => `${owner} ${rest}`);
  const data = fc.oneof(
    fc.constantFrom(
      'A 192.0.2.1',
      'A 192.0.2.2',
      'AAAA ::1',
      'TXT "v=spf1 -all"',
      'TXT "v=DMARC1; p=none"',
      'TXT "v=DMARC1; p=reject; sp=none"',
      'A nonsense',
    ),
    name.map((n) => `CNAME ${n}`),
    name.map((n) => `NS ${n}`),
    name.map((n) => `MX 10 ${n}`),
    name.map((n) => `DNAME ${n}`),
    name.map((n) => `SRV 0 0 25 ${n}`),
    name.map((n) => `PTR ${n}`),
    fc.constantFrom('SOA ns host 1 2 3 4 5', 'HTTPS 1 www', 'NAPTR 1 1 "" "" "" mail'),
  );
  const line = fc.oneof(
    { weight: 12, arbitrary: fc.tuple(head, data).map(([h, d]) => h + d) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '$ORIGIN sub.example.com.',
        '$ORIGIN example.com.',
        '$ORIGIN sub',
        '$TTL 60',
        '$TTL 1h',
        '$INCLUDE mail',
        '$INCLUDE mail sub',
        '$INCLUDE again',
        '$INCLUDE missing',
        '$GENERATE 1-4 h$ A 192.0.2.$',
        '$GENERATE 1-3 h$ CNAME www',
        '; comment',
        'x TXT ( "a"',
        ')',
      ),
    },
  );
  /** Edits as people make them: a line comes, a line goes, a few characters change. */
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), text: line.map((l) => `${l}\n`) }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(), text: fc.constant('') }),
    fc.record({
      kind: fc.constant('type' as const),
      at: fc.nat(),
      text: fc.constantFrom('(', ')', 'a', '\n', ' ', ';', 'w', '.', '1', 'sub', ''),
    }),
  );

  /** The span that an edit replaces. */
  const spanOf = (text: SourceText, kind: string, at: number): Span => {
    if (kind === 'type') {
      const start = at % (text.length + 1);
      return { start, end: start + (at % 3) };
    }
    const line = at % text.lineCount;
    const start = lineStart(text, line);
    return { start, end: kind === 'remove' ? lineStart(text, line + 1) : start };
  };

  it('are those of the same text opened afresh', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 600, 1100),
        fc.array(edit, { maxLength: 10 }),
        (lines, filler, edits) => {
          const half = lines.length >> 1;
          const middle = Array.from({ length: filler }, (_, i) => `n${i} 60 A 192.0.2.1`);
          const all = [...lines.slice(0, half), ...middle, ...lines.slice(half)];
          let text = sourceText(`${all.join('\n')}\n`);
          let model = zoneReader.open(text, CONTEXT);
          const diagnosis = openDiagnosis(BY_KIND, {}, fails);
          diagnosis.update(model);
          for (const { kind, at, text: inserted } of edits) {
            text = edited(text, { span: spanOf(text, kind, at), text: inserted });
            model = zoneReader.update(model, text);
            diagnosis.update(model);
            // What was shown before must not be shown again in the wrong place.
            diagnosis.findings(50);
            const again = fresh(text);
            assert.deepEqual(judged(diagnosis), judged(again));
            assert.deepEqual(diagnosis.counts(), again.counts());
          }
        },
      ),
      { numRuns: RUNS },
    );
  }).timeout(RUNS * 1500);

  it('are asked for by as many as there are, however long one types', () => {
    const senders = Array.from(
      { length: 30 },
      (_, i) => `h${i} TXT "v=spf1 include:_spf.example.com -all"\n`,
    );
    let text = sourceText(`@ SOA ns1 h 1 2 3 4 5\n${senders.join('')}_spf TXT "v=spf1 ip4:192.0.2. -all"\n`);
    let model = zoneReader.open(text, { origin: 'example.com.' });
    const diagnosis = openDiagnosis(rulesByKind(RULES), {}, (name, error) => {
      throw new Error(name, { cause: error });
    });
    diagnosis.update(model);
    const at = text.length - ' -all"\n'.length;
    const type = (times: number): void => {
      for (let i = 0; i < times; i++) {
        const taken = slice(text, at - 1, at) === '.' ? 0 : 1;
        text = edited(text, { span: { start: at - taken, end: at }, text: taken > 0 ? '' : '7' });
        model = zoneReader.update(model, text);
        diagnosis.update(model);
      }
    };
    const askers = (): number => {
      if (!isZoneModel(model)) throw new TypeError('no zone');
      return model.index.askers.size;
    };
    type(2);
    const before = askers();
    type(20);
    assert.equal(askers(), before);
  });

  it('judge an owner for a target in a later block than its first record, once', () => {
    const filler = Array.from({ length: 600 }, (_, i) => `n${i} 60 A 192.0.2.1`);
    const text = ['*.sub CNAME @', 'ns A 192.0.2.1', ...filler, 'ns SRV 0 0 25 *.sub', ''].join('\n');
    const keys = [...zoneReader.open(sourceText(text), CONTEXT).allGroups()];
    assert.deepEqual(keys, ['zone-file', 'zone-owner *.sub.example.com.', 'zone-owner ns.example.com.']);
  });

  it('tell the same when the texts below a name become few enough to be looked through', () => {
    // With NS, SPF and the stray record one more than are looked through.
    const filler = Array.from({ length: 98 }, (_, i) => `t${i} 60 TXT "x"\n`).join('');
    const head = '@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n@ MX 10 mail\nmail A 192.0.2.1\n';
    let text = sourceText(`${head}@ TXT "v=spf1 mx -all"\ndmarc TXT "v=DMARC1; p=reject"\n${filler}`);
    const lively = openDiagnosis(rulesByKind(RULES), {}, (name, error) => {
      throw new Error(name, { cause: error });
    });
    const findings = (of: Diagnosis): string[] => of.findings().map((found) => JSON.stringify(found));
    const afresh = (): string[] => {
      const diagnosis = openDiagnosis(rulesByKind(RULES), {}, () => undefined);
      diagnosis.update(zoneReader.open(sourceText(slice(text)), CONTEXT));
      return findings(diagnosis);
    };
    let model = zoneReader.open(text, CONTEXT);
    lively.update(model);
    const before = findings(lively);
    assert.deepEqual(before, afresh());
    const swap = (from: string, to: string): void => {
      const start = slice(text).indexOf(from);
      text = edited(text, { span: { start, end: start + from.length }, text: to });
      model = zoneReader.update(model, text);
      lively.update(model);
      assert.deepEqual(findings(lively), afresh());
    };
    swap('t97 60 TXT "x"', 't97 60 A 192.0.2.1');
    assert.notDeepEqual(findings(lively), before);
    swap('t97 60 A 192.0.2.1', 't97 60 TXT "x"');
    assert.deepEqual(findings(lively), before);
  });

  it('are those in a span where only a span is asked about', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.nat(), fc.nat(60), (lines, from, length) => {
        const text = sourceText(`${lines.join('\n')}\n`);
        const diagnosis = fresh(text);
        const start = from % (text.length + 1);
        const span = { start, end: Math.min(text.length, start + length) };
        const told = ({ rule: by, span: at }: Finding): string => `${at.start} ${at.end} ${by}`;
        assert.deepEqual(
          diagnosis.findingsIn(span).map(told).sort(),
          diagnosis
            .findings()
            .filter((f) => f.span.start <= span.end && span.start <= f.span.end)
            .map(told)
            .sort(),
        );
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);
});
