import { POSTFIX_TABLE_TYPES, type TableType } from '../../../facts/postfixTables';
import type { Candidate, Expectation } from '../../../text/cursor';
import { message, type Localized } from '../../../text/message';
import { compareVersions } from '../../../values/version';
import { pathIn } from './paths';
import type { ValuePlace } from './place';

/** What most people look for, in the order in which it is offered. */
const USUAL = ['hash', 'lmdb', 'texthash', 'regexp', 'pcre', 'cidr', 'static', 'inline', 'proxy'];

/** What a cache can be kept in. */
const CACHES = ['btree', 'lmdb', 'hash', 'proxy', 'memcache', 'sdbm', 'dbm'];

/** Indexes that are made of texts; tables are named without their endings. */
const INDEXES = /\.(?:db|lmdb|cdb|dir|pag)$/;

/** What stands behind the `:` of tables that have no plain name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['inline', '{ ${1:name}=${2:value} }'],
  ['pipemap', '{ $1 }'],
  ['randmap', '{ ${1:value} }'],
  ['socketmap', 'inet:${1:127.0.0.1}:${2:port}:${3:name}'],
  ['static', '${1:value}'],
  ['tcp', '${1:127.0.0.1}:${2:port}'],
  ['unionmap', '{ $1 }'],
  ['unix', 'passwd.byname'],
]);

/** The type of a table, or the path behind one. `cache` where what is kept in it changes all the time. */
export function tablesExpected(place: ValuePlace, cache = false): Expectation | undefined {
  const { typed, rest } = place;
  const [, , body = ''] = /^(!*(?:(?:proxy|debug):)*)(.*)$/s.exec(typed)!;
  const colon = body.indexOf(':');
  if (colon >= 0) return nameExpected(place, body.slice(0, colon), body.slice(colon + 1));
  // What stands behind the type already is left alone.
  const tail = /^[^:]*:?/.exec(rest)![0];
  const followed = tail.endsWith(':');
  return {
    replace: place.span(body.length, tail.length),
    candidates: typesFor(place.version, cache).map((type) => typeCandidate(type, place.version, followed)),
  };
}

function typesFor(version: string, cache: boolean): TableType[] {
  const first = cache ? CACHES : USUAL;
  const named = first.flatMap((name) => POSTFIX_TABLE_TYPES.get(name) ?? []);
  const others = cache ? [] : [...POSTFIX_TABLE_TYPES.values()].filter(({ name }) => !first.includes(name));
  const all = [...named, ...others];
  return [...all.filter((type) => !isNewer(type, version)), ...all.filter((type) => isNewer(type, version))];
}

function isNewer({ since }: TableType, version: string): boolean {
  return since !== undefined && compareVersions(since, version) > 0;
}

function typeCandidate(type: TableType, version: string, followed: boolean): Candidate {
  const { name, means, since } = type;
  const form = followed ? undefined : NAMES.get(name);
  const lists = form?.includes('$1 ') === true;
  return {
    label: `${name}:`,
    kind: 'type',
    ...(form !== undefined && { insert: `${name}:${form}` }),
    ...(form?.includes('$') === true && { snippet: true }),
    ...(!followed && (form === undefined || lists) && { again: true }),
    detail: detailOf(means, since, isNewer(type, version) ? version : undefined),
    documentation: detailOf(means, since, undefined),
  };
}

/** @param missing the release that does not have it */
function detailOf(means: Localized, since: string | undefined, missing: string | undefined) {
  if (since === undefined) return message(means);
  if (missing !== undefined) {
    return message(
      {
        en: `Not in Postfix {version}, only since {since}. ${means.en}`,
        ja: `Postfix {version} にはありません ({since} から)。${means.ja}`,
      },
      { version: missing, since },
    );
  }
  return message(
    { en: `${means.en} Since Postfix {since}.`, ja: `${means.ja}Postfix {since} から使えます。` },
    { since },
  );
}

/** The name of a table, where that is a path. */
function nameExpected(place: ValuePlace, type: string, path: string): Expectation | undefined {
  const file = POSTFIX_TABLE_TYPES.get(type)?.file;
  if (file !== undefined) {
    return pathIn(place, path, file === 'indexed' ? { passed: INDEXES } : {});
  }
  if (type !== 'unix') return undefined;
  return {
    replace: place.span(path.length, place.rest.length),
    candidates: ['passwd.byname', 'group.byname'].map((label) => ({ label, kind: 'value' })),
  };
}
