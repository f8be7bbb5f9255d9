import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../../core/features/finding';
import { entriesBetween } from '../../core/model/zone/lookup';
import { createLanguageService } from '../../core/service';
import type { ZoneEntry } from '../../core/syntax/masterFile/entry';
import { render } from '../../core/text/message';
import { sourceText } from '../../core/text/sourceText';
import { applyEdits } from '../../core/text/span';
import { encodeCharacters } from '../../core/values/characterString';
import { fixtureBlocks, type FixtureBlock } from '../support/fixture';
import { root } from '../support/shared';
import { commentsOf, recordsIn, zoneOf } from '../support/zone';

/** Of each bad block of a fixture so many layouts are made; `MAIL_AUTH_FUZZ_LAYOUTS=200` for the full measure. */
const layouts = Number(process.env.MAIL_AUTH_FUZZ_LAYOUTS ?? 2);
const firstSeed = Number(process.env.MAIL_AUTH_FUZZ_SEED ?? 1);

const SUBJECTS = ['spf', 'dmarc', 'dkim', 'adsp', 'bimi', 'mtaSts', 'tlsRpt'] as const;

/** A generator of numbers in [0, 1) that always gives the same ones. */
type Random = () => number;

function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The characters of a record's text, each as it is written: an escape is one. */
function unitsOf({ text, strings }: ZoneEntry): string[] {
  return strings!.runs.flatMap(({ source, from, to }) => {
    const written = text.slice(source.start, source.end);
    return written.length === to - from ? [...written] : [written];
  });
}

/** How a text is laid out: `plain` is one quoted string, or as few as hold it. */
type Layout = 'plain' | Random;

/** A character in one of the ways to write it. */
function written(unit: string, quoted: boolean, layout: Layout): string {
  const character = unit === '\\;' ? ';' : unit === '\\032' ? ' ' : unit;
  // Other escapes, and what is not ASCII, stay as they are.
  if (!/^[\x20-\x7e]$/.test(character)) return unit;
  if (layout === 'plain') return encodeCharacters(character, quoted);
  const chance = layout();
  if (chance < 0.04) return `\\${String(character.charCodeAt(0)).padStart(3, '0')}`;
  return encodeCharacters(character, quoted, chance < 0.3 ? 'escaped' : 'plain');
}

/** The RDATA of a record in another layout. */
function laid(entry: ZoneEntry, layout: Layout): string {
  const units = unitsOf(entry);
  if (layout === 'plain') {
    const parts: string[] = [];
    for (let at = 0; at < Math.max(1, units.length); at += 250) {
      parts.push(
        `"${units
          .slice(at, at + 250)
          .map((unit) => written(unit, true, layout))
          .join('')}"`,
      );
    }
    return parts.join(' ');
  }
  const strings: string[] = [];
  const often = layout() * 0.2;
  const style = layout();
  for (let at = 0; at < units.length || strings.length === 0;) {
    let end = at + 1;
    while (end < units.length && end - at < 250 && layout() > often) end++;
    // Outside of quotes there has to be something, and a word that looks like a type may not come first.
    const quoted = style > 0.3 || layout() < 0.5 || end - at < 8;
    const text = units
      .slice(at, end)
      .map((unit) => written(unit, quoted, layout))
      .join('');
    strings.push(quoted ? `"${text}"` : text);
    at = end;
  }
  if (layout() < 0.4) return strings.join(layout() < 0.5 ? ' ' : '\t  ');
  const lines = strings.map((text, index) => {
    const note = layout() < 0.4 ? ` ; note ${index}, "p=x" (` : '';
    return `${text}${note}${note !== '' || layout() < 0.5 ? '\n\t' : ' '}`;
  });
  return `(${layout() < 0.5 ? ' ' : ' ; first\n  '}${lines.join('')})`;
}

/** A zone with its TXT records in another layout; what is not in order stays as it is. */
function relaid(text: string, layout: Layout, origin: string | undefined): string {
  const edits = [...entriesBetween(zoneOf(text, `${(origin ?? 'example.com').replace(/\.$/, '')}.`))].flatMap(
    (standing) => {
      if (standing.kind !== 'record') return [];
      const { entry, start } = standing;
      const { strings, rdata, problems, tokens } = entry;
      const odd = problems.length > 0 || tokens.some(({ kind }) => kind === 'open' || kind === 'close');
      const cut = tokens.some(({ kind, span }) => kind === 'comment' && span.start <= rdata.end);
      if (entry.typeName !== 'TXT' || strings === undefined || odd || cut || entry.text.includes('\n'))
        return [];
      return [{ span: { start: start + rdata.start, end: start + rdata.end }, text: laid(entry, layout) }];
    },
  );
  return applyEdits(text, edits);
}

function findingsOf(rule: string, block: FixtureBlock, text: string): readonly Finding[] {
  const { readers, origin, file } = block;
  const service = createLanguageService({
    settings: { rules: {}, ...(readers !== undefined && { dmarcReaders: readers }) },
  });
  service.open('z', 'dns-zone', sourceText(text), {
    ...(origin !== undefined && { origin }),
    ...(file !== undefined && { fileName: file }),
  });
  return service.findings('z').filter((finding) => finding.rule === rule);
}

/** The problems of a zone's entries, as many of each kind as there are. */
function problemsOf(text: string): string[] {
  return [...entriesBetween(zoneOf(text))]
    .flatMap((standing) => (standing.kind === 'record' ? standing.entry.problems : []))
    .map(({ kind }) => kind)
    .sort();
}

const countOf = (list: readonly string[], one: string): number =>
  list.filter((other) => other === one).length;

/** What each fix makes of a text: what its records say then. */
function fixed(findings: readonly Finding[], text: string): string[][] {
  return findings.flatMap(({ fixes }) => fixes.map(({ edits }) => recordsIn(applyEdits(text, edits))));
}

/** Applies each fix of a text and says what is wrong with what comes out. */
function faultsIn(rule: string, block: FixtureBlock, text: string): string[] {
  const findings = findingsOf(rule, block, text);
  const comments = commentsOf(text);
  const problems = problemsOf(text);
  const records = recordsIn(text);
  const faults: string[] = [];
  for (const { fixes } of findings) {
    for (const { title, edits } of fixes) {
      const after = applyEdits(text, edits);
      const note = (what: string): void => {
        faults.push(`${rule}, "${render(title, 'en')}" ${what}:\n${text}\n--- becomes\n${after}`);
      };
      const left = commentsOf(after);
      const kept = recordsIn(after).length === records.length;
      if (kept && left.join('\n') !== comments.join('\n')) note('changes comments');
      const worse = problemsOf(after).filter(
        (kind, index, all) => all.indexOf(kind) === index && countOf(all, kind) > countOf(problems, kind),
      );
      if (worse.length > 0) note(`makes ${worse.join(', ')}`);
      if (after === text) note('changes nothing');
      if (findingsOf(rule, block, after).length >= findings.length) note('leaves its finding');
    }
  }
  return faults;
}

describe('Quick fixes keep the layout of records', () => {
  for (const subject of SUBJECTS) {
    const folder = join(root, 'test/rules', subject);
    for (const file of readdirSync(folder).sort()) {
      const rule = basename(file, '.md');
      const blocks = fixtureBlocks(readFileSync(join(folder, file), 'utf8')).filter(
        ({ kind, language }) => kind === 'bad' && language === 'dns-zone',
      );
      it(rule, function () {
        this.timeout(60_000 + layouts * 2000);
        for (const block of blocks) {
          const plain = relaid(block.text, 'plain', block.origin);
          const standard = findingsOf(rule, block, plain);
          const wanted = fixed(standard, plain);
          for (let seed = firstSeed; seed < firstSeed + layouts; seed++) {
            const text = relaid(block.text, randomOf(seed * 7919 + block.at), block.origin);
            assert.deepEqual(faultsIn(rule, block, text), [], `line ${block.at}, seed ${seed}`);
            const findings = findingsOf(rule, block, text);
            // Where strings meet there can be more to find than in one string.
            if (findings.length !== standard.length) continue;
            assert.deepEqual(
              fixed(findings, text),
              wanted,
              `line ${block.at}, seed ${seed}: another text than in one string\n${text}`,
            );
          }
        }
      });
    }
  }
});
