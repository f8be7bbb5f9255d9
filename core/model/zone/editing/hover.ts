import { ownerMeaning } from '../../../facts/rr/ownerLabels';
import { rrType } from '../../../facts/rrTypes';
import { ttlSeconds } from '../../../syntax/masterFile/characters';
import { comparableName } from '../../../syntax/masterFile/names';
import type { ZoneDirective } from '../../../syntax/masterFile/directive';
import type { Description } from '../../../text/cursor';
import { message, type Localized, type Message } from '../../../text/message';
import { shiftSpan, touches, type Span } from '../../../text/span';
import { periodWords } from '../../../values/period';
import { recordsOf, type StandingRecord } from '../lookup';
import type { ZoneModel } from '../zone';
import { classMeaning } from './completeHead';
import { valueWords } from './hoverValue';
import { isNameWord, readData, type DataReading, type DataWord } from './rdata';
import { readDirective, spell, standingAt, ttlsAt } from './standing';

/** What stands at a document offset: an owner in full, a TTL in words, a type, a field of RDATA, a directive. */
export function zoneHover(model: ZoneModel, offset: number): Description | undefined {
  const standing = standingAt(model, offset);
  if (standing === undefined) return undefined;
  const at = offset - standing.start;
  const found =
    standing.kind === 'record' ? inRecord(model, standing, at) : inDirective(readDirective(standing), at);
  return found && { ...found, span: shiftSpan(found.span, standing.start) };
}

function inRecord(model: ZoneModel, standing: StandingRecord, at: number): Description | undefined {
  const { entry } = standing;
  const { owner, ttl, class: klass, type, text } = entry;
  // The blanks before a record with no owner of its own stand for the owner above.
  const blank = /^[ \t\r]*/.exec(text)![0].length;
  const ownerSpan = owner.span ?? { start: 0, end: Math.max(0, blank - 1) };
  if (touches(ownerSpan, at)) {
    // A line without a type is no record, and its first word may be anything: the line of a private key, for one.
    if (type === undefined) return undefined;
    return { span: ownerSpan, paragraphs: ownerWords(model, standing, owner.span === undefined) };
  }
  if (ttl !== undefined && touches(ttl.span, at)) {
    return { span: ttl.span, paragraphs: [ttlStated(ttl.seconds)] };
  }
  if (klass !== undefined && touches(klass, at)) {
    const meaning = classMeaning(text.slice(klass.start, klass.end));
    return meaning && { span: klass, paragraphs: [message(CLASS, { meaning })] };
  }
  if (type !== undefined && touches(type, at)) return { span: type, paragraphs: typeWords(entry.typeName) };
  return inData(model, readData(entry), entry.origin, at);
}

const CLASS: Localized = { en: 'Class: {meaning}', ja: 'クラス: {meaning}' };

function ownerWords(model: ZoneModel, { start, entry, ttl }: StandingRecord, inherited: boolean): Message[] {
  const { name } = entry.owner;
  const paragraphs = [
    message(
      inherited
        ? {
            en: '**{name}** — the owner name, from a line above',
            ja: '**{name}** — 上の行から継承したオーナー名',
          }
        : { en: '**{name}** — the owner name, in full', ja: '**{name}** — 省略なしのオーナー名' },
      { name },
    ),
  ];
  const meaning = ownerMeaning(name);
  if (meaning !== undefined) paragraphs.push(message({ en: '{meaning}', ja: '{meaning}' }, { meaning }));
  if (entry.ttl !== undefined) paragraphs.push(ttlStated(entry.ttl.seconds));
  else if (ttl !== undefined) paragraphs.push(ttlInherited(ttl, ttlsAt(model, start).stated !== undefined));
  return paragraphs;
}

/** The TTL's digits, and the same in words where that says more. */
function ttlStated(seconds: number): Message {
  return message(
    { en: 'TTL {seconds} s: {words}', ja: 'TTL {seconds} 秒（{words}）' },
    { seconds, words: periodWords(seconds) },
  );
}

function ttlInherited(seconds: number, byDirective: boolean): Message {
  return message(
    byDirective
      ? { en: 'TTL {seconds} s: {words}, from `$TTL`', ja: 'TTL {seconds} 秒（{words}）: `$TTL` による' }
      : {
          en: 'TTL {seconds} s: {words}, from the last record that states one',
          ja: 'TTL {seconds} 秒（{words}）: 上のレコードから継承',
        },
    { seconds, words: periodWords(seconds) },
  );
}

/** A type: what it is for, what its RDATA holds, where it is laid down. */
function typeWords(name: string): Message[] {
  const type = rrType(name);
  if (type === undefined) {
    const unknown: Localized = /^TYPE\d+$/.test(name)
      ? { en: 'A type without a name (RFC 3597)', ja: '名前のない型 (RFC 3597)' }
      : { en: 'No record type of this name is known.', ja: 'この名前のレコード型はありません。' };
    return [message(unknown)];
  }
  const { meaning, reference, fields, status } = type;
  const head = message(
    { en: '**{name}** — {meaning}', ja: '**{name}** — {meaning}' },
    { name: type.name, meaning },
  );
  const list = fields.map((field): [string, Localized] => [field.name, field.meaning]);
  const notes = status === undefined ? [] : [message(STATUS[status])];
  return [
    head,
    ...notes,
    ...bullets('- **{name}**: {value}', list),
    message({ en: '{reference}', ja: '{reference}' }, { reference }),
  ];
}

/** A list as one paragraph, so that its lines stand close together; none for an empty one. */
function bullets(line: string, items: readonly (readonly [string, string | Localized])[]): Message[] {
  if (items.length === 0) return [];
  const lines = items
    .map((_, i) => line.replace('{name}', `{name${i}}`).replace('{value}', `{value${i}}`))
    .join('\n');
  const values = items.flatMap(([name, value], i): [string, string | Localized][] => [
    [`name${i}`, name],
    [`value${i}`, value],
  ]);
  return [message({ en: lines, ja: lines }, Object.fromEntries(values))];
}

const STATUS: Readonly<Record<'obsolete' | 'experimental' | 'meta', Localized>> = {
  obsolete: { en: 'Obsolete.', ja: '廃止された型です。' },
  experimental: { en: 'Experimental.', ja: '実験的な型です。' },
  meta: { en: 'No data of a zone: it is only asked for.', ja: '問い合わせ専用で、ゾーンには書けません。' },
};

function inData(model: ZoneModel, reading: DataReading, origin: string, at: number): Description | undefined {
  const { type, words } = reading;
  const word = words.find(({ token }) => touches(token.span, at));
  if (type === undefined || word?.field === undefined) return undefined;
  const field = word.field;
  const head = message(
    { en: '**{name}** — {meaning}', ja: '**{name}** — {meaning}' },
    { name: field.name, meaning: field.meaning },
  );
  const value = valueWords(type, field, word.text, origin);
  const source = message(
    { en: '{type}, {reference}', ja: '{type}、{reference}' },
    { type: type.name, reference: type.reference },
  );
  return {
    span:
      field.kind.is === 'latitude' || field.kind.is === 'longitude'
        ? wholeField(words, word)
        : word.token.span,
    paragraphs: [
      head,
      ...(value === undefined ? [] : [value]),
      ...(isNameWord(word, reading) ? recordsThere(model, comparableName(word.text, origin)) : []),
      source,
    ],
  };
}

/** How many records of a name are shown, and how long each may be. */
const MOST_SHOWN = 6;
const LONGEST_SHOWN = 100;

/** The records that this zone has for a name. @param types only these */
export function recordsThere(model: ZoneModel, name: string, types?: readonly string[]): Message[] {
  const records = recordsOf(model, name, types === undefined ? MOST_SHOWN : MOST_SHOWN * 4)
    .filter(({ entry }) => types?.includes(entry.typeName) !== false)
    .slice(0, MOST_SHOWN);
  const shown = records.map(({ entry: { typeName, rdata, text } }): [string, string] => {
    const data = text.slice(rdata.start, rdata.end).replace(/\s+/g, ' ');
    return ['', `${typeName} ${data.length > LONGEST_SHOWN ? `${data.slice(0, LONGEST_SHOWN)}…` : data}`];
  });
  return bullets('- `{value}`', shown);
}

function wholeField(words: readonly DataWord[], { index }: DataWord): Span {
  const all = words.filter((word) => word.index === index);
  return { start: all[0]!.token.span.start, end: all.at(-1)!.token.span.end };
}

const DIRECTIVE_WORDS: Readonly<Record<string, Localized>> = {
  ORIGIN: {
    en: '**$ORIGIN** — the domain that completes relative names from here on (RFC 1035 §5.1)',
    ja: '**$ORIGIN** — この行より下の相対名を補うドメイン (RFC 1035 §5.1)',
  },
  TTL: {
    en: '**$TTL** — the TTL of records that state none, from here on (RFC 2308 §4)',
    ja: '**$TTL** — この行より下で TTL を省略したレコードの TTL (RFC 2308 §4)',
  },
  INCLUDE: {
    en: '**$INCLUDE** — another file is read here; the origin behind it is as before (RFC 1035 §5.1)',
    ja: '**$INCLUDE** — ここで別のファイルを読み込みます。読み終わると $ORIGIN は元に戻ります (RFC 1035 §5.1)',
  },
  GENERATE: {
    en: '**$GENERATE** — records from a pattern, `$` being the number; BIND, Knot and PowerDNS read it',
    ja: '**$GENERATE** — パターンからレコードを作ります。`$` が番号になります（BIND、Knot、PowerDNS）',
  },
  DATE: { en: '**$DATE** — when BIND wrote this dump', ja: '**$DATE** — BIND がダンプを書き出した日時' },
};

function inDirective(directive: ZoneDirective, at: number): Description | undefined {
  const { name, nameSpan, newOrigin, ttl, include, generate, text } = directive;
  const known = Object.hasOwn(DIRECTIVE_WORDS, name) ? DIRECTIVE_WORDS[name] : undefined;
  if (touches(nameSpan, at)) return known && { span: nameSpan, paragraphs: [message(known)] };
  const token = directive.arguments.find(({ span }) => touches(span, at));
  if (token === undefined) return undefined;
  const first = token === directive.arguments[0];
  const said = ((): Message | undefined => {
    if (newOrigin !== undefined && first) {
      return message(
        {
          en: 'Relative names end in `{newOrigin}` from here on',
          ja: 'ここから相対名には `{newOrigin}` が付きます',
        },
        { newOrigin },
      );
    }
    if (ttl !== undefined && first) return ttlStated(ttl);
    if (include !== undefined) {
      return message(
        { en: 'Read with the origin `{origin}`', ja: '`{origin}` を起点として読み込みます' },
        { origin: include.origin },
      );
    }
    if (generate === undefined) return undefined;
    if (token.span.start === generate.type.start) return typeWords(generate.typeName)[0];
    if (generate.ttl !== undefined && token.span.start === generate.ttl.span.start) {
      return ttlStated(ttlSeconds(spell(text, token)));
    }
    const count = Math.floor((generate.stop - generate.start) / generate.step) + 1;
    return first ? message({ en: '{count} records', ja: '{count} 件のレコード' }, { count }) : undefined;
  })();
  return said && { span: token.span, paragraphs: [said] };
}
