import type { Fold } from '../../editing';
import { walkOf } from '../locate';
import { nextEntry, trimBreak, type EntryWalk } from '../walk';
import type { ZoneModel } from '../zone';

/** Editors fold no more than 5,000 places of a file; beyond, looking for them is wasted. */
const MOST_FOLDS = 5000;

/** Nor is a file looked through to its end at every key: behind so many blocks of 512 lines nothing is folded. */
const MOST_BLOCKS = 200;

/** Lines that lie together: begin and end in the document, and how many of them there are. */
interface Run {
  start: number;
  end: number;
  lines: number;
}

/**
 * Records over several lines, blocks of comments, the records of one owner (those that inherit it from the first),
 * and what stands under an `$ORIGIN`.
 */
export function zoneFolds(model: ZoneModel): Fold[] {
  const folds: Fold[] = [];
  let comment: Run | undefined;
  let owner: (Run & { readonly several: boolean }) | undefined;
  let section: Run | undefined;
  const closeComment = (): void => {
    if (comment !== undefined && comment.lines > 1) {
      folds.push({ span: { start: comment.start, end: comment.end }, kind: 'comment' });
    }
    comment = undefined;
  };
  const closeOwner = (): void => {
    // Where the first record goes over several lines, its own fold begins there.
    if (owner !== undefined && owner.lines > 1 && !owner.several) {
      folds.push({ span: { start: owner.start, end: owner.end } });
    }
    owner = undefined;
  };
  const closeSection = (): void => {
    if (section !== undefined && section.lines > 1) {
      folds.push({ span: { start: section.start, end: section.end }, kind: 'region' });
    }
    section = undefined;
  };
  const last = Math.min(model.sections.length, MOST_BLOCKS);
  for (let index = 0; index < last && folds.length < MOST_FOLDS; index++) {
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk) && folds.length < MOST_FOLDS) {
      const start = base + walk.at;
      const end = base + trimBreak(walk.text, walk.at, walk.end);
      const { kind, owner: states } = walk.head;
      if (kind === 'blank') {
        if (!isComment(walk)) {
          closeComment();
          continue;
        }
        if (comment === undefined) comment = { start, end, lines: 1 };
        else {
          comment.end = end;
          comment.lines++;
        }
        continue;
      }
      closeComment();
      const several = isLong(walk);
      if (several) folds.push({ span: { start, end } });
      if (kind === 'record') {
        if (section !== undefined) {
          section.end = end;
          section.lines++;
        }
        if (states || owner === undefined) {
          closeOwner();
          owner = { start, end, lines: 1, several };
        } else {
          owner.end = end;
          owner.lines++;
        }
        continue;
      }
      closeOwner();
      if (kind === 'origin') {
        closeSection();
        section = { start, end, lines: 1 };
      }
    }
  }
  closeComment();
  closeOwner();
  closeSection();
  return folds;
}

function isComment({ text, at, end }: EntryWalk): boolean {
  for (let i = at; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 59) return true;
    if (unit !== 32 && unit !== 9) return false;
  }
  return false;
}

/** Whether the entry goes over several lines. */
function isLong({ text, at, end }: EntryWalk): boolean {
  const to = trimBreak(text, at, end);
  const first = text.indexOf('\n', at);
  return first >= 0 && first < to;
}
