import type { MasterService } from '../syntax/masterCf';
import type { ParsedSetting, Setting } from '../syntax/setting';
import { slice, type SourceText } from '../text/sourceText';
import { surroundings, type Around } from './around';
import type { ConfigurationFile, WholeConfiguration } from './configuration';
import type { Description, Expectation } from '../text/cursor';
import type { Editing } from './editing';
import type { DocumentContext, Facet, Group, Member, Model, Placed, Reader, Section } from './model';

/** A file of settings as its language reads it, for the questions about a place in it. */
export interface SettingsView {
  readonly text: string;
  /** In file order. */
  readonly parsed: readonly ParsedSetting[];
  readonly file: ConfigurationFile;
  /** Settings of another document that count where this one has none: main.cf's, for a service of master.cf. */
  readonly beside?: ConfigurationFile;
  /** What stands around it now; absent where it is judged for itself. */
  readonly around?: () => Around;
  /** The services of the document itself, where it is a master.cf. */
  readonly services?: readonly MasterService[];
}

/** What one language of settings has of its own. */
export interface SettingsLanguage {
  parse(text: string): readonly ParsedSetting[];
  /** The form of a name under which two spellings of it meet. */
  canonical(name: string): string;
  facet(setting: Setting): Facet;
  group(file: ConfigurationFile): Group;
  /** What a file comes to with those that it includes; absent where the language includes none. */
  whole?(file: ConfigurationFile, context: DocumentContext): WholeConfiguration | undefined;
  expected(view: SettingsView, offset: number): Expectation | undefined;
  described(view: SettingsView, offset: number): Description | undefined;
  editing?(view: SettingsView): Editing;
}

interface SettingsModel extends Model {
  readonly view: SettingsView;
  readonly context: DocumentContext;
}

/**
 * The reader of a language of settings. Such files are small: an update parses the whole text again, but a setting
 * whose own text is unchanged keeps its anchor, so rules run again only for what was edited.
 */
export function settingsReader(language: SettingsLanguage): Reader {
  return {
    open: (text, context) => build(language, text, context, undefined),
    update(previous, text) {
      const before = previous as SettingsModel;
      return build(language, text, before.context, before);
    },
  };
}

function build(
  language: SettingsLanguage,
  text: SourceText,
  context: DocumentContext,
  previous: SettingsModel | undefined,
): SettingsModel {
  const whole = slice(text);
  const parsed = language.parse(whole);
  const known = byText(previous?.view.file.settings ?? []);
  const members = parsed.map(
    ({ setting }): Member<Setting> =>
      known.get(identity(setting))?.shift() ?? {
        anchor: { facets: [language.facet(setting)] },
        value: setting,
      },
  );
  const kept = previous !== undefined && same(previous.view.file.settings, members);
  const file = kept ? previous.view.file : fileOf(language, members, context);
  const group = language.group(file);
  const view = { text: whole, parsed, file, around: () => surroundings(context, () => undefined) };
  const section = sectionOf(previous, parsed, members);
  return {
    text,
    view,
    context,
    sections: [section],
    sectionStart: () => 0,
    changedGroups: { everything: false, keys: kept ? [] : [group.key] },
    allGroups: () => [group.key],
    group: () => group,
    groupPlaces: () => section.placed.map(({ at }) => at),
    sectionAt: () => 0,
    groupsIn: () => [group.key],
    expected: (offset) => language.expected(view, offset),
    described: (offset) => language.described(view, offset),
    ...(language.editing !== undefined && { editing: language.editing(view) }),
  };
}

/** What of a setting its judges can see. */
function identity(setting: Setting): string {
  return `${setting.problems.map(({ kind }) => kind).join()}\n${setting.text}`;
}

function byText(members: readonly Member<Setting>[]): Map<string, Member<Setting>[]> {
  const found = new Map<string, Member<Setting>[]>();
  for (const member of members) {
    const key = identity(member.value);
    const list = found.get(key);
    if (list === undefined) found.set(key, [member]);
    else list.push(member);
  }
  return found;
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function fileOf(
  language: SettingsLanguage,
  settings: readonly Member<Setting>[],
  context: DocumentContext,
): ConfigurationFile {
  const byName = new Map<string, Member<Setting>[]>();
  for (const member of settings) {
    const name = language.canonical(member.value.name);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [member]);
    else list.push(member);
  }
  const own: ConfigurationFile = { settings, byName };
  const whole = language.whole?.(own, context);
  return whole === undefined ? own : { ...own, whole };
}

function sectionOf(
  previous: SettingsModel | undefined,
  parsed: readonly ParsedSetting[],
  members: readonly Member<Setting>[],
): Section {
  const placed = parsed.map(({ at }, index): Placed => ({ at, anchor: members[index]!.anchor }));
  const before = previous?.sections[0];
  const unmoved =
    before?.placed.length === placed.length &&
    before.placed.every((p, i) => p.at === placed[i]!.at && p.anchor === placed[i]!.anchor);
  return unmoved ? before : { placed };
}

/** The setting whose source holds or touches the offset. */
export function settingAt(view: SettingsView, offset: number): ParsedSetting | undefined {
  const found = view.parsed.findLast(({ at }) => at <= offset);
  return found !== undefined && offset <= found.at + found.setting.text.length ? found : undefined;
}

/** The last setting that begins before the offset. */
export function settingBefore(view: SettingsView, offset: number): ParsedSetting | undefined {
  return view.parsed.findLast(({ at }) => at < offset);
}

/** The physical line that holds the offset: where it begins, and its text without the line break. */
export function lineAt(text: string, offset: number): { readonly start: number; readonly line: string } {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, line: text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '') };
}
