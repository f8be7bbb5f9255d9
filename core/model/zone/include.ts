import { parseDirective, type ZoneDirective } from '../../syntax/masterFile/directive';
import type { DocumentContext, Include, InclusionProblem } from '../model';

/** A directive, and what became of the file that it includes. */
export interface JudgedDirective extends ZoneDirective {
  /** Of an `$INCLUDE` that could not be followed to the end. */
  readonly inclusion?: BrokenInclusion;
}

/** Why a file, or one that it includes in its turn, is not read. */
export interface BrokenInclusion {
  readonly problem: InclusionProblem;
  /** The file in question, as it is written where it is included. */
  readonly file: string;
  /** Whether the directive itself names it, and not a file that it includes. */
  readonly direct: boolean;
}

/** How deep files are followed; deeper ones count as unreadable. */
export const INCLUDE_DEPTH = 32;

/** How many $INCLUDE directives are followed for one judgement: a few files that include the next ten times each grow fast. */
const MOST_INCLUDES = 2000;

/**
 * Adds to a directive what became of the file that it includes.
 * @param context of the document in which the directive stands
 */
export function judgedDirective(directive: ZoneDirective, context: DocumentContext): JudgedDirective {
  const { include } = context;
  if (directive.include === undefined || include === undefined) return directive;
  const inclusion = brokenInclusion(directive.include.file, include);
  return inclusion === undefined ? directive : { ...directive, inclusion };
}

function brokenInclusion(file: string, include: Include): BrokenInclusion | undefined {
  let budget = MOST_INCLUDES;
  const follow = (name: string, by: Include, depth: number): BrokenInclusion | undefined => {
    const found = by(name);
    const direct = depth === 0;
    if ('problem' in found) return { problem: found.problem, file: name, direct };
    if (depth >= INCLUDE_DEPTH || budget-- <= 0) return { problem: 'unreadable', file: name, direct };
    for (const chunk of found.text.chunks) {
      for (const inner of includedFiles(chunk.text)) {
        const broken = follow(inner, found.include, depth + 1);
        if (broken !== undefined) return broken;
      }
    }
    return undefined;
  };
  return follow(file, include, 0);
}

/** The files that a text's $INCLUDE directives name. */
export function* includedFiles(text: string): Generator<string, undefined> {
  for (const [line] of text.matchAll(/^\$INCLUDE[ \t][^\n]*/gim)) {
    const { include } = parseDirective(line, { origin: '.' });
    if (include !== undefined) yield include.file;
  }
}
