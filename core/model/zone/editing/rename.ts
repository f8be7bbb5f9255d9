import { parseDirective } from '../../../syntax/masterFile/directive';
import { comparableName, endsWithDot } from '../../../syntax/masterFile/names';
import { nameHash } from '../../../syntax/masterFile/nameHash';
import { parseEntry } from '../../../syntax/masterFile/parse';
import { message, type Localized } from '../../../text/message';
import { shiftSpan, type Edit } from '../../../text/span';
import {
  absoluteName,
  isWithin,
  parseDomainName,
  plainName,
  type NameProblem,
} from '../../../values/domainName';
import type { NameHere, Renaming } from '../../editing';
import { walkOf } from '../locate';
import { zoneApex } from '../place';
import { namesWith } from '../rows';
import { contextHere, nextEntry, sourceHere } from '../walk';
import type { ZoneModel } from '../zone';
import { blocksWith } from '../zoneIndex';
import { directiveNames, recordNames, zoneNameAt } from './occurrences';
import { standingAt } from './standing';

const PROBLEMS: Readonly<Record<NameProblem, Localized>> = {
  empty: { en: 'A name is needed.', ja: '名前を入力してください。' },
  'empty-label': {
    en: '“{name}” is no domain name: two dots stand together, or one in front.',
    ja: '「{name}」はドメイン名として正しくありません。ドットが連続しているか、先頭にあります。',
  },
  'bad-escape': {
    en: '“{name}” is no domain name: what follows its backslash is no octet.',
    ja: '「{name}」はドメイン名として正しくありません。バックスラッシュの後ろが誤っています。',
  },
  'label-too-long': {
    en: 'A part of “{name}” is longer than 63 octets.',
    ja: '「{name}」に 63 オクテットを超えるラベルがあります。',
  },
  'name-too-long': {
    en: '“{name}” is longer than 255 octets.',
    ja: '「{name}」は 255 オクテットを超えています。',
  },
};

const NO_NAME: Localized = {
  en: 'There is no domain name here that can be renamed.',
  ja: 'ここには変更できるドメイン名がありません。',
};
const APEX: Localized = {
  en: '“{name}” is the zone itself, or lies above it: a zone is renamed by its file and the server’s configuration.',
  ja: '「{name}」はゾーン自身か、その上位の名前です。ゾーン名はファイル名とサーバーの設定で変更してください。',
};
const ROOT: Localized = { en: 'The root has no name to change.', ja: 'ルートの名前は変更できません。' };
const NOT_A_WORD: Localized = {
  en: '“{name}” cannot stand in a zone file as it is: blanks, quotes, `;`, `@`, `$` and parentheses need a backslash.',
  ja: '「{name}」はこのままではゾーンファイルに書けません。空白、引用符、`;`、`@`、`$`、かっこの前にはバックスラッシュが必要です。',
};
const NOT_ASCII: Localized = {
  en: '“{name}” is not in ASCII: zone files hold international names as A-labels (`xn--…`).',
  ja: '「{name}」に ASCII 以外の文字があります。ゾーンファイルでは国際化ドメイン名を A ラベル（`xn--…`）で書きます。',
};
const OUTSIDE: Localized = {
  en: '“{name}” lies outside of the zone {apex}: name servers would leave its records out.',
  ja: '「{name}」はゾーン {apex} の外にあり、ネームサーバーがレコードを無視します。',
};
const TAKEN: Localized = {
  en: '“{name}” has records already; renaming would mix the two.',
  ja: '「{name}」にはすでにレコードがあります。名前を変更すると混ざってしまいます。',
};

/** A rename: a name and all names below it, absolute. */
interface Change {
  readonly from: string;
  readonly to: string;
  /** The new name in full with its letters as they were typed. */
  readonly shown: string;
}

/**
 * Renames the name at an offset and, as a domain takes along what lies below it, all names under it: as owners, in
 * RDATA and in directives. Every place stays written as it was, relative or absolute; what is relative to a renamed
 * `$ORIGIN`, and owners that are inherited, follow by themselves.
 * @param typed relative names count from the origin at the offset
 */
export function zoneRename(model: ZoneModel, offset: number, typed: string): Renaming {
  const here = zoneNameAt(model, offset);
  if (here === undefined) return refused(NO_NAME, '');
  const from = here.name;
  const apex = zoneApex(model);
  if (from === '.') return refused(ROOT, '');
  if (isWithin(apex, from) && apex !== '.') return refused(APEX, plainName(from));
  const origin = originAt(model, offset);
  const written = withoutDoubledOrigin(typed.trim(), origin, apex);
  const problem = parseDomainName(written === '@' ? origin : written);
  if (typeof problem === 'string') return refused(PROBLEMS[problem], written);
  if (written !== '@' && !isPlainWord(written)) return refused(NOT_A_WORD, written);
  if (/[^\x21-\x7e]/.test(written)) return refused(NOT_ASCII, written);
  if (absoluteName(written, origin) === undefined) return refused(PROBLEMS['name-too-long'], written);
  const to = comparableName(written, origin);
  if (to === from) return { edits: [], from, to };
  if (isWithin(from, apex) && !isWithin(to, apex)) {
    return { refused: message(OUTSIDE, { name: plainName(to), apex: plainName(apex) }) };
  }
  const shown =
    written === '@' ? to : endsWithDot(written) ? written : `${written}.${origin === '.' ? '' : origin}`;
  const change = { from, to, shown };
  const { edits, owners } = renameAll(model, change);
  const collision = taken(model, change, owners);
  return collision === undefined ? { edits, from, to } : refused(TAKEN, plainName(collision));
}

/** What a rename in another document changes in this one: the same, wherever the name is written here. */
export function zoneRenamed(model: ZoneModel, from: string, to: string): Edit[] {
  // A zone whose apex lies at or below the name would have to be moved as a whole; a part of one has its origin from
  // the directive that includes it.
  if (model.documentContext.included !== true && isBelow(zoneApex(model), from)) return [];
  return renameAll(model, { from, to, shown: to }).edits;
}

/**
 * A name that an owner would get and that has records already, be it in an included file; what is itself renamed away
 * does not stand in the way.
 */
function taken(model: ZoneModel, change: Change, owners: ReadonlySet<string>): string | undefined {
  const { from } = change;
  const moving = isOwner(model, from) ? new Set([from, ...owners]) : owners;
  return [...moving]
    .map((owner) => renamed(owner, change))
    .find((name) => !isBelow(name, from) && isOwner(model, name));
}

/** Whether a name has records, in this file or in one that it includes. */
function isOwner({ index }: ZoneModel, name: string): boolean {
  const hash = nameHash(name);
  return blocksWith(index, index.owners, hash).some((block) => namesWith(block, hash).includes(name));
}

function refused(text: Localized, name: string): Renaming {
  return { refused: message(text, { name }) };
}

function originAt(model: ZoneModel, offset: number): string {
  const standing = standingAt(model, offset);
  return standing?.kind === 'record' ? standing.entry.origin : (standing?.context.origin ?? '.');
}

/** `mx.example.com` without its dot, where the origin is example.com., is meant as the full name. */
function withoutDoubledOrigin(typed: string, origin: string, apex: string): string {
  if (typed === '' || endsWithDot(typed)) return typed;
  return [origin, apex].some((end) => end !== '.' && isWithin(`${typed}.`, end)) ? `${typed}.` : typed;
}

/** Whether a name is read as one word, and as a name: no directive, no `@` for the origin. */
function isPlainWord(name: string): boolean {
  return /^(?:\\[^\s]|[^\s"();\\])+$/.test(name) && !/^[$@]/.test(name);
}

function isBelow(name: string, ancestor: string): boolean {
  return name === ancestor || (name.endsWith(`.${ancestor}`) && !name.endsWith(`\\.${ancestor}`));
}

/** The name after the change. */
function renamed(name: string, { from, to }: Change): string {
  return isBelow(name, from) ? name.slice(0, name.length - from.length) + to : name;
}

function renameAll(model: ZoneModel, change: Change): { edits: Edit[]; owners: Set<string> } {
  const { from } = change;
  const edits: Edit[] = [];
  const owners = new Set<string>();
  for (const { start, text, origin, owner, names } of mentions(model, from)) {
    if (owner !== undefined && isBelow(owner, from)) owners.add(owner);
    for (const { span, name } of names) {
      const written = text.slice(span.start, span.end);
      const absolute = endsWithDot(written);
      // What is relative to an origin that is renamed itself is right as it is.
      if (!isBelow(name, from) || (!absolute && isBelow(origin, from))) continue;
      const front = written.slice(0, name.length - from.length);
      const to = absolute ? change.shown : shortened(change, origin);
      edits.push({ span: shiftSpan(span, start), text: front === '' ? to : joined(front, to) });
    }
  }
  return { edits: edits.sort((a, b) => a.span.start - b.span.start), owners };
}

/** The new name relative to an origin, or in full where it does not lie below it. */
function shortened({ to, shown }: Change, origin: string): string {
  if (to === origin) return '@';
  if (origin === '.') return shown.slice(0, -1);
  return isBelow(to, origin) ? shown.slice(0, -origin.length - 1) : shown;
}

function joined(front: string, to: string): string {
  return to === '@' ? front.slice(0, -1) : front + to;
}

/** A record or directive in which a name, or one below it, is written or meant. */
interface Mention {
  readonly start: number;
  readonly text: string;
  readonly origin: string;
  /** Of a record. */
  readonly owner?: string;
  /** Those that are written; spans count from its beginning. */
  readonly names: readonly NameHere[];
}

/**
 * Only blocks in whose text the name's first label stands are walked through, and those with an origin below the
 * name; of these, only entries that may mean it are read.
 */
function* mentions(model: ZoneModel, from: string): Generator<Mention, undefined> {
  const label = /^(?:\\.|[^.\\])+/.exec(from)?.[0] ?? from;
  const literal = label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const written = new RegExp(`(?<![^\\s."();])${literal}(?![^\\s."();])`, 'i');
  for (let index = 0; index < model.sections.length; index++) {
    const { chunk, context, contextOut } = model.sections[index]!;
    const below = isBelow(context.origin, from) || isBelow(contextOut.origin, from);
    if (!below && !written.test(chunk.text)) continue;
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      const { kind } = walk.head;
      if (kind === 'blank') continue;
      const text = sourceHere(walk);
      const { origin } = walk;
      if (!isBelow(origin, from) && !written.test(text)) continue;
      const start = base + walk.at;
      if (kind === 'record') {
        const entry = parseEntry(text, contextHere(walk));
        yield { start, text, origin, owner: entry.owner.name, names: recordNames(entry) };
      } else {
        yield { start, text, origin, names: directiveNames(parseDirective(text, { origin })) };
      }
    }
  }
}
