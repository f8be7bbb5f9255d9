import type { LanguageId } from '../../core/languages';
import { isLanguageId } from '../../core/languages';
import { DMARC_READERS, type DmarcReaders, type Versions } from '../../core/rules/rule';

/** A mark under a line of a fixture: where a finding is expected, and words that its message must hold. */
export interface Mark {
  /** Line from 0, characters from 0, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** One fenced block of a rule's fixture. */
export interface FixtureBlock {
  /** The line of the Markdown file on which the block begins, from 1. */
  readonly at: number;
  readonly language: LanguageId;
  /**
   * `saved`: what the file held when it was saved, for the blocks that follow; `beside`: another document that is open
   * together with those of the blocks that follow.
   */
  readonly kind: 'bad' | 'good' | 'fixed' | 'saved' | 'beside';
  /** The name of the other document that the block shows: `beside=reports.zone`, also of one that a fix changed. */
  readonly beside?: string;
  /** The documents that are open beside this one: the last row of `beside` blocks before it. */
  readonly others: readonly FixtureBlock[];
  readonly saved?: string;
  readonly origin?: string;
  readonly file?: string;
  /**
   * What becomes of the files that it includes, by name: `include=a.inc:missing`; others (`include=` alone: all) are the
   * documents beside it of that name, or there and empty.
   */
  readonly includes?: ReadonlyMap<string, string>;
  /** The public halves of private keys, in Base64, by the files: `keys=/etc/dkim/a.private:11qY…`. */
  readonly keys?: ReadonlyMap<string, string>;
  /** The setting `dmarc.readers`. */
  readonly readers?: DmarcReaders;
  /** The releases in use: `postfix=3.7`, `opendmarc=1.3.2`, `opendkim=2.10`. */
  readonly versions?: Versions;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A line of carets (or one `|` for an empty range) and then, perhaps, the rule's name and a part of the message. */
const MARK_LINE = /^(\s*)(\^+|\|)(?:\s+[a-z0-9-]+)?(?::\s*(.+))?\s*$/;

/**
 * The blocks of a rule's fixture.
 * @throws Error where a block's language is none of ours
 */
export function fixtureBlocks(markdown: string): FixtureBlock[] {
  const lines = markdown.split('\n');
  const blocks: FixtureBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,})(\S+)(.*)$/.exec(lines[i]!);
    if (fence === null) continue;
    const [, ticks, language, info] = fence;
    const end = lines.indexOf(ticks!, i + 1);
    if (end < 0) throw new Error(`line ${i + 1}: the block is not closed`);
    if (!isLanguageId(language!)) throw new Error(`line ${i + 1}: ${language!} is none of our languages`);
    const block = readBlock(i + 1, language, info!.trim().split(/\s+/), lines.slice(i + 1, end));
    const saved = blocks.findLast(({ kind }) => kind === 'saved')?.text;
    const others = block.kind === 'beside' || info!.includes(' alone') ? [] : lastBeside(blocks);
    blocks.push({ ...block, others, ...(saved !== undefined && { saved }) });
    i = end;
  }
  return blocks;
}

/** The last blocks of other documents that stand one after another. */
function lastBeside(blocks: readonly FixtureBlock[]): readonly FixtureBlock[] {
  const end = blocks.findLastIndex(({ kind }) => kind === 'beside') + 1;
  const start = blocks.slice(0, end).findLastIndex(({ kind }) => kind !== 'beside') + 1;
  return blocks.slice(start, end);
}

function readBlock(
  at: number,
  language: LanguageId,
  info: readonly string[],
  lines: readonly string[],
): FixtureBlock {
  const option = (name: string): string | undefined =>
    info.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const beside = option('beside');
  const said = (['good', 'fixed', 'saved'] as const).find((word) => info.includes(word));
  const kind = said ?? (beside === undefined ? 'bad' : 'beside');
  const text: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const mark = text.length > 0 ? MARK_LINE.exec(line) : null;
    if (mark === null) {
      text.push(line);
      continue;
    }
    const start = mark[1]!.length;
    const length = mark[2] === '|' ? 0 : mark[2]!.length;
    marks.push({ line: text.length - 1, start, end: start + length, words: mark[3]?.trim() ?? '' });
  }
  const origin = option('origin');
  const file = option('file');
  const include = option('include');
  const keys = option('keys');
  const wanted = option('readers');
  const readers = DMARC_READERS.find((one) => one === wanted);
  if (readers !== wanted) throw new Error(`line ${at}: there are no readers ${wanted!}`);
  const stated = (['postfix', 'opendmarc', 'opendkim'] as const).flatMap((program) => {
    const version = option(program);
    return version === undefined ? [] : [[program, version]];
  });
  const versions = stated.length > 0 ? (Object.fromEntries(stated) as Versions) : undefined;
  return {
    at,
    language,
    kind,
    others: [],
    ...(beside !== undefined && { beside }),
    ...(origin !== undefined && { origin }),
    ...(file !== undefined && { file }),
    ...(keys !== undefined && { keys: pairsOf(keys) }),
    ...(readers !== undefined && { readers }),
    ...(versions !== undefined && { versions }),
    ...(include !== undefined && {
      includes: pairsOf(include),
    }),
    text: `${text.join('\n')}\n`,
    marks,
  };
}

/** `name:value,name:value`. */
function pairsOf(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(',').map((pair) => pair.split(':') as [string, string]));
}
