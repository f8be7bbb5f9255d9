import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentContext, Inclusion } from '../../../core/model/model';
import { RULES } from '../../../core/rules/index.generated';
import { rule, type Rule } from '../../../core/rules/rule';
import { createLanguageService, type LanguageService } from '../../../core/service';
import { message } from '../../../core/text/message';
import { edited, lineStart, slice, sourceText, type SourceText } from '../../../core/text/sourceText';

const NAMES = [
  'example.com.',
  'www.example.com.',
  'sub.example.com.',
  'x.sub.example.com.',
  '_spf.example.net.',
  'mail.example.net.',
  'www.example.org.',
  'example.com._report._dmarc.example.net.',
];

/** A rule that asks the other zones everything there is to ask, and tells the answers. */
const CURIOUS = rule({
  name: 'curious-about-others',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'x', ja: 'x' },
  references: ['none'],
  check({ name, records, zone }, report) {
    const related: { uri: string; text: string }[] = [];
    const answers = [...NAMES, name].map((asked) => {
      const found = zone.system.zoneFor(asked);
      if (found === undefined) return [asked];
      const texts = found.entries(asked, 'TXT');
      for (const entry of texts) {
        const uri = found.place(entry, { start: 0, end: 1 })?.uri;
        if (uri !== undefined) related.push({ uri, text: entry.text });
      }
      return [
        asked,
        found.uri,
        found.apex,
        found.complete,
        found.exists(asked),
        [...found.types(asked)].sort(),
        found.wildcardFor(asked),
        found.delegation(asked),
        found.authenticates(),
        found.targets(asked, 'MX'),
        texts.map(({ strings }) => strings?.text),
      ];
    });
    report({
      anchor: records[0]!.anchor,
      span: { start: 0, end: 1 },
      message: message({ en: JSON.stringify([zone.apex, answers, related]), ja: '' }),
      related: [...NAMES].flatMap((asked) => {
        const found = zone.system.zoneFor(asked);
        return (found?.entries(asked, 'TXT') ?? []).flatMap((entry) => {
          const elsewhere = found!.place(entry, { start: 0, end: entry.text.length });
          return elsewhere === undefined ? [] : [{ elsewhere, message: message({ en: 'there', ja: '' }) }];
        });
      }),
    });
  },
}) as Rule;

const FILES: Readonly<Record<string, string>> = {
  more: '_spf TXT "v=spf1 ip4:192.0.2.7 -all"\nmail A 192.0.2.3\n',
};

function include(path: string): Inclusion {
  const text = FILES[path];
  return text === undefined ? { problem: 'missing' } : { text: sourceText(text), include };
}

const CONTEXT: DocumentContext = { include };

const BEGINNINGS: Readonly<Record<string, string>> = {
  'file:///zones/example.com': '$ORIGIN example.com.\n@ 60 SOA ns h 1 2 3 4 5\n',
  'file:///zones/example.net': '$ORIGIN example.net.\n@ 60 SOA ns h 1 2 3 4 5\n',
  'file:///zones/sub.example.com': '$ORIGIN sub.example.com.\n@ 60 SOA ns h 1 2 3 4 5\n',
  'file:///views/example.net': '$ORIGIN example.net.\n@ 60 SOA ns h 1 2 3 4 5\n',
};

const URIS = Object.keys(BEGINNINGS);

/** More of them to look for a rare slip: `SYSTEM_RUNS=20000`. */
const RUNS = Number(process.env['SYSTEM_RUNS'] ?? 60);

function service(): LanguageService {
  return createLanguageService({
    rules: [...RULES, CURIOUS],
    onError(name, error) {
      throw new Error(name, { cause: error });
    },
  });
}

function judged(from: LanguageService, uri: string): string[] {
  const told = from.findings(uri).map((finding) => JSON.stringify(finding));
  assert.deepEqual([...from.allFindings(uri)].map((finding) => JSON.stringify(finding)).sort(), told.sort());
  return told;
}

describe('findings of documents that are open together', () => {
  const name = fc.constantFrom('@', 'www', 'mail', 'sub', 'x.sub', '*', '_spf', '_dmarc', 'ns.sub');
  const data = fc.oneof(
    fc.constantFrom(
      'A 192.0.2.1',
      'AAAA ::1',
      'NS ns.other.example.',
      'MX 10 mail',
      'MX 10 mail.example.net.',
      'CNAME www.example.net.',
      'CNAME _spf.example.net.',
      'TXT "v=spf1 include:_spf.example.net -all"',
      'TXT "v=spf1 include:_spf.example.com -all"',
      'TXT "v=spf1 redirect=sub.example.com"',
      'TXT "v=spf1 a:www.example.net mx:example.net -all"',
      'TXT "v=spf1 -all"',
      'TXT "v=DMARC1; p=none; rua=mailto:r@example.net"',
      'TXT "v=DMARC1; p=reject; psd=n; rua=mailto:r@example.com,mailto:r@example.org"',
    ),
  );
  const line = fc.oneof(
    { weight: 12, arbitrary: fc.tuple(name, data).map(([owner, rest]) => `${owner} 60 ${rest}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'example.com._report._dmarc 60 TXT "v=DMARC1"',
        '*._report._dmarc 60 TXT "v=DMARC1"',
        '$ORIGIN example.net.',
        '$ORIGIN sub.example.com.',
        '$INCLUDE more',
        '$INCLUDE missing',
        '@ 60 SOA ns h 1 2 3 4 5',
      ),
    },
  );
  const step = fc.record({
    uri: fc.constantFrom(...URIS),
    kind: fc.constantFrom('insert', 'insert', 'insert', 'remove', 'type', 'text', 'text', 'close', 'part'),
    at: fc.nat(),
    line,
    typed: fc.constantFrom('a', '"', ';', '.', '\n', '', '1', 'x'),
  });

  it('are those of the same documents opened afresh', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...URIS), line), { maxLength: 20 }),
        fc.array(step, { maxLength: 12 }),
        (lines, steps) => {
          const texts = new Map<string, SourceText>();
          const parts = new Set<string>();
          const live = service();
          const contextOf = (uri: string): DocumentContext => ({
            ...CONTEXT,
            ...(parts.has(uri) && { included: true }),
          });
          for (const uri of URIS.slice(0, 3)) {
            const own = lines.filter(([to]) => to === uri).map(([, written]) => written);
            texts.set(uri, sourceText(`${BEGINNINGS[uri]!}${own.join('\n')}\n`));
            live.open(uri, 'dns-zone', texts.get(uri)!, CONTEXT);
          }
          for (const { uri, kind, at, line: written, typed } of steps) {
            const text = texts.get(uri);
            if (text === undefined || kind === 'part') {
              if (kind === 'part' && at % 2 === 0) parts.add(uri);
              else parts.delete(uri);
              texts.set(uri, text ?? sourceText(`${BEGINNINGS[uri]!}${written}\n`));
              live.open(uri, 'dns-zone', texts.get(uri)!, contextOf(uri));
            } else if (kind === 'close') {
              texts.delete(uri);
              parts.delete(uri);
              live.close(uri);
            } else {
              const from = lineStart(text, at % text.lineCount);
              const places = [...slice(text).matchAll(/(?<="v=)spf1 ?/g)];
              const inText = places[at % Math.max(1, places.length)]?.index;
              const typedAt = kind === 'text' && inText !== undefined ? inText : at % (text.length + 1);
              const change =
                kind === 'type' || kind === 'text'
                  ? { span: { start: typedAt, end: Math.min(text.length, typedAt + (at % 2)) }, text: typed }
                  : kind === 'insert'
                    ? { span: { start: from, end: from }, text: `${written}\n` }
                    : { span: { start: from, end: lineStart(text, (at % text.lineCount) + 1) }, text: '' };
              texts.set(uri, edited(text, change));
              live.update(uri, texts.get(uri)!);
            }
            // What was shown before must not be shown again in the wrong place.
            for (const other of texts.keys()) live.findings(other, 30);
            const fresh = service();
            for (const other of [...texts.keys()].sort().reverse()) {
              fresh.open(other, 'dns-zone', sourceText(slice(texts.get(other)!)), contextOf(other));
            }
            for (const other of texts.keys()) {
              assert.deepEqual(judged(live, other), judged(fresh, other));
              assert.deepEqual(live.counts(other), fresh.counts(other));
            }
          }
        },
      ),
      { numRuns: RUNS },
    );
  }).timeout(RUNS * 3000);
});
