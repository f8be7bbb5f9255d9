import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { languageOf, type LanguageId } from '../../core/languages';
import { createLanguageService, type LanguageService } from '../../core/service';
import { render } from '../../core/text/message';
import { edited, slice, sourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import { root } from '../support/shared';

const SEEDS = [
  'samples/example.com.zone',
  'samples/mistakes/example.org.zone',
  'samples/main.cf',
  'samples/mistakes/main.cf',
  'samples/master.cf',
  'samples/opendmarc.conf',
  'samples/mistakes/opendmarc.conf',
  'samples/opendkim.conf',
  'samples/ignore.hosts',
  'samples/mta-sts.example.com/.well-known/mta-sts.txt',
  'samples/mistakes/mta-sts.example.org/.well-known/mta-sts.txt',
];

/** What has broken parsers before: structure, escapes, ends, odd characters, long runs. */
const SHARDS = fc.oneof(
  fc.constantFrom(
    '(',
    ')',
    '"',
    '\\',
    ';',
    '#',
    '=',
    '$',
    '${',
    '}',
    '\r',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\0',
    ',',
    '!',
    '@',
  ),
  fc.constantFrom(
    '\\2',
    '\\256',
    '\ud800',
    '\u202e',
    '😀',
    '\ufeff',
    '$ORIGIN ',
    '$INCLUDE x',
    'v=DMARC1;',
    'p=',
    'rua=mailto:',
  ),
  fc.constantFrom(
    '('.repeat(300),
    '"'.repeat(301),
    '$x'.repeat(200),
    `${'a'.repeat(70)}.`.repeat(9),
    ' '.repeat(500),
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);

const EDITS = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), take: fc.nat(40), text: SHARDS }),
  { minLength: 1, maxLength: 6 },
);

function inside(span: Span, length: number): boolean {
  return 0 <= span.start && span.start <= span.end && span.end <= length;
}

/** Everything that a document is asked for must hold for any text. */
function holds(service: LanguageService, length: number, probe: number): void {
  for (const finding of service.findings('d')) {
    assert.ok(
      inside(finding.span, length),
      `${finding.rule} at ${finding.span.start}-${finding.span.end} of ${length}`,
    );
    assert.ok(render(finding.message, 'en') !== '' && render(finding.message, 'ja') !== '');
    for (const fix of finding.fixes)
      for (const edit of fix.edits) assert.ok(inside(edit.span, length), finding.rule);
  }
  const expected = service.complete('d', probe);
  if (expected !== undefined) assert.ok(inside(expected.replace, length));
  const described = service.hover('d', probe);
  if (described !== undefined) assert.ok(inside(described.span, length));
}

describe('any text', () => {
  for (const seed of SEEDS) {
    const language = languageOf(basename(seed)) as LanguageId;
    it(`of ${language} is read and judged without a slip: ${seed}`, function () {
      this.timeout(60_000);
      const original = readFileSync(join(root, seed), 'utf8');
      fc.assert(
        fc.property(EDITS, fc.double({ min: 0, max: 1, noNaN: true }), (edits, where) => {
          const service = createLanguageService();
          let text = sourceText(original);
          service.open('d', language, text, { fileName: basename(seed) });
          for (const { at, take, text: inserted } of edits) {
            const start = Math.floor(at * text.length);
            text = edited(text, { span: { start, end: start + take }, text: inserted });
            service.update('d', text);
          }
          holds(service, text.length, Math.floor(where * text.length));
          const afresh = createLanguageService();
          afresh.open('d', language, sourceText(slice(text)), { fileName: basename(seed) });
          assert.deepEqual(service.findings('d'), afresh.findings('d'), 'edited and read afresh agree');
        }),
        { numRuns: 200 },
      );
    });
  }
});
