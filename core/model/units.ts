import { slice, type SourceText } from '../text/sourceText';
import type { Description, Expectation } from '../text/cursor';
import { surroundings, type Around } from './around';
import type { Editing } from './editing';
import type { Anchor, DocumentContext, Facet, Group, Member, Model, Placed, Reader, Section } from './model';

/** A piece of a small document, and where it begins. */
export interface Unit<T> {
  readonly at: number;
  readonly value: T;
}

/** A small document that was read in pieces. */
export interface UnitsView<T, F> {
  readonly text: string;
  /** In file order. */
  readonly units: readonly Unit<T>[];
  readonly file: F;
  /** What stands around it now. */
  around(): Around;
}

export type { Around } from './around';

/** What a language has of its own whose documents are small enough to be read as a whole at every key. */
export interface UnitsLanguage<T, F> {
  parse(text: string): readonly Unit<T>[];
  /** All of a piece that its judges can see: pieces with the same are one and the same to them. */
  identity(value: T): string;
  /** The aspects of a piece that rules judge. */
  facets(value: T): readonly Facet[];
  /** @param head an anchor at the document's beginning, for what is wrong with a document without pieces */
  file(members: readonly Member<T>[], head: Anchor): F;
  /** @param around what a judge asks of it is noted: when the answer changes, the group is judged again */
  group(file: F, members: readonly Anchor[], around: Around): Group;
  expected(view: UnitsView<T, F>, offset: number): Expectation | undefined;
  described(view: UnitsView<T, F>, offset: number): Description | undefined;
  editing(view: UnitsView<T, F>): Editing;
}

interface UnitsModel<T, F> extends Model {
  readonly view: UnitsView<T, F>;
  readonly members: readonly Member<T>[];
  readonly head: Anchor;
  readonly context: DocumentContext;
  /** The keys of the questions that were asked of other documents. */
  readonly asked: Set<number>;
}

/**
 * The reader of such a language: an update reads all of the text again, but a piece that is as it was keeps its
 * anchor, so that rules run again only for what was edited.
 */
export function unitsReader<T, F>(language: UnitsLanguage<T, F>): Reader {
  return {
    open: (text, context) => build(language, text, context, undefined),
    update(previous, text) {
      const before = previous as UnitsModel<T, F>;
      return build(language, text, before.context, before);
    },
  };
}

function build<T, F>(
  language: UnitsLanguage<T, F>,
  text: SourceText,
  context: DocumentContext,
  previous: UnitsModel<T, F> | undefined,
): UnitsModel<T, F> {
  const whole = slice(text);
  const units = language.parse(whole);
  const known = new Map<string, Member<T>[]>();
  for (const member of previous?.members ?? []) {
    const key = language.identity(member.value);
    const alike = known.get(key);
    if (alike === undefined) known.set(key, [member]);
    else alike.push(member);
  }
  const members = units.map(
    ({ value }): Member<T> =>
      known.get(language.identity(value))?.shift() ?? {
        anchor: { facets: language.facets(value) },
        value,
      },
  );
  const head = previous?.head ?? { facets: [] };
  const kept = previous !== undefined && same(previous.members, members);
  const file = kept ? previous.view.file : language.file(members, head);
  const asked = kept ? previous.asked : new Set<number>();
  const anchors = [head, ...members.map(({ anchor }) => anchor)];
  // What is open changes while this document does not: it is looked at anew each time.
  const group = (): Group =>
    language.group(
      file,
      anchors,
      surroundings(context, (key) => asked.add(key)),
    );
  const { key } = group();
  const view = { text: whole, units, file, around: () => surroundings(context, () => undefined) };
  const section = sectionOf(previous?.sections[0], units, members);
  return {
    text,
    view,
    members,
    head,
    context,
    asked,
    askers(questions) {
      for (const question of questions) if (asked.has(question)) return [key];
      return [];
    },
    sections: [section],
    sectionStart: () => 0,
    changedGroups: { everything: false, keys: kept ? [] : [key] },
    allGroups: () => [key],
    group,
    groupPlaces: () => [0, ...units.map(({ at }) => at)],
    sectionAt: () => 0,
    groupsIn: () => [key],
    expected: (offset) => language.expected(view, offset),
    described: (offset) => language.described(view, offset),
    editing: language.editing(view),
  };
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sectionOf<T>(
  before: Section | undefined,
  units: readonly Unit<T>[],
  members: readonly Member<T>[],
): Section {
  const placed = units.map(({ at }, index): Placed => ({ at, anchor: members[index]!.anchor }));
  const unmoved =
    before?.placed.length === placed.length &&
    before.placed.every((p, i) => p.at === placed[i]!.at && p.anchor === placed[i]!.anchor);
  return unmoved ? before : { placed };
}

/** The piece of a view that begins last at or before an offset. */
export function unitAt<T, F>(view: UnitsView<T, F>, offset: number): Unit<T> | undefined {
  return view.units.findLast(({ at }) => at <= offset);
}
