import type { GeneratedRecord } from '../form';
import type { GivenRecord } from '../known';
import { byHand, isUnknown, ownsItsSet } from './alreadyThere';
import { hostIn, managedZone, recordData } from './data';
import { grouped, withThoseBeside, type Output, type OutputContext } from './output';
import { shellWord } from './quoting';

/** The zones of some records, each with its records. */
function byZone(
  records: readonly GeneratedRecord[],
  zone: string | undefined,
): Map<string, GeneratedRecord[]> {
  return grouped(records, (record) => managedZone(record, zone));
}

function replacedIn(zone: string, { replaced = [], zone: stated }: OutputContext): GivenRecord[] {
  return replaced.filter((record) => managedZone(record, stated) === zone);
}

/** A record of each set that is taken by new ones as a whole, without being known. */
function setsTaken(records: readonly GeneratedRecord[], context: OutputContext): GeneratedRecord[] {
  if (!isUnknown(context)) return [];
  const owned = records.filter(ownsItsSet);
  return [...grouped(owned, ({ owner, type }) => `${owner} ${type}`).values()].map(([first]) => first!);
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

/** Commands of nsupdate(1) for dynamic updates (RFC 2136), with those of BIND and Knot alike. */
export const nsupdate: Output = Object.freeze({
  id: 'nsupdate',
  title: { en: 'nsupdate script', ja: 'nsupdate のスクリプト' },
  language: 'plaintext',
  write: (records, context) =>
    lines(
      [...byZone(records, context.zone)].flatMap(([zone, own]) => [
        ...byHand(own, context, ';', {
          en: 'Then put “update delete {name} IN TXT "…"”, with the text of the old one, before “update add”. Other texts stay.',
          ja: 'その場合は、古いレコードの内容を書いた「update delete {name} IN TXT "…"」を「update add」の前に加えます。他の TXT レコードは残ります。',
        }),
        `zone ${zone}`,
        ...setsTaken(own, context).map(({ owner, type }) => `update delete ${owner} IN ${type}`),
        ...replacedIn(zone, context).map(
          (record) => `update delete ${record.owner} IN ${record.type} ${recordData(record)}`,
        ),
        ...own.map(
          (record) => `update add ${record.owner} ${record.ttl} IN ${record.type} ${recordData(record)}`,
        ),
        'send',
      ]),
    ),
} satisfies Output);

/** Commands of PowerDNS's pdnsutil(1): sets of records are written anew, or grow by one. */
export const powerdns: Output = Object.freeze({
  id: 'powerdns',
  title: { en: 'PowerDNS commands (pdnsutil)', ja: 'PowerDNS のコマンド (pdnsutil)' },
  language: 'shellscript',
  write: (records, context) =>
    lines(
      [...byZone(records, context.zone)].flatMap(([zone, own]) => {
        const name = shellWord(zone.replace(/\.$/, ''));
        const old = replacedIn(zone, context);
        // pdnsutil knows no command for a single record: a set is written anew, or grows by one.
        return [
          ...byHand(own, context, '#', {
            en: 'Then use replace-rrset in place of add-record, with all texts of the name, the other ones as they are.',
            ja: 'その場合は add-record の代わりに replace-rrset を使い、その名前の TXT レコードを他のものも含めてすべて並べます。',
          }),
          ...[...grouped(own, ({ owner, type }) => `${owner} ${type}`).values()].flatMap((set) => {
            const [first] = set as [GeneratedRecord, ...GeneratedRecord[]];
            const host = shellWord(hostIn(first, zone));
            const taken = isUnknown(context) && ownsItsSet(first);
            const replaces =
              taken || old.some(({ owner, type }) => owner === first.owner && type === first.type);
            const whole = replaces ? withThoseBeside(set, context) : set;
            const data = whole.map((record) => shellWord(recordData(record)));
            return replaces
              ? [`pdnsutil replace-rrset ${name} ${host} ${first.type} ${first.ttl} ${data.join(' ')}`]
              : data.map((text) => `pdnsutil add-record ${name} ${host} ${first.type} ${first.ttl} ${text}`);
          }),
          `pdnsutil increase-serial ${name}`,
        ];
      }),
    ),
} satisfies Output);

/** Commands of Knot DNS's knotc(8): one transaction a zone. */
export const knot: Output = Object.freeze({
  id: 'knot',
  title: { en: 'Knot DNS commands (knotc)', ja: 'Knot DNS のコマンド (knotc)' },
  language: 'shellscript',
  write: (records, context) =>
    lines(
      [...byZone(records, context.zone)].flatMap(([zone, own]) => {
        const name = shellWord(zone);
        return [
          ...byHand(own, context, '#', {
            en: 'Then put “knotc zone-unset” of this name with the text of the old one before “zone-set”. Other texts stay.',
            ja: 'その場合は、古いレコードの内容を指定した「knotc zone-unset」を「zone-set」の前に加えます。他の TXT レコードは残ります。',
          }),
          `knotc zone-begin ${name}`,
          // It complains where there is none, which is no harm.
          ...setsTaken(own, context).map(
            ({ owner, type }) => `knotc zone-unset ${name} ${shellWord(owner)} ${type} || true`,
          ),
          ...replacedIn(zone, context).map(
            (record) =>
              `knotc zone-unset ${name} ${shellWord(record.owner)} ${record.type} ${shellWord(recordData(record))}`,
          ),
          ...own.map(
            (record) =>
              `knotc zone-set ${name} ${shellWord(record.owner)} ${record.ttl} ${record.type} ${shellWord(recordData(record))}`,
          ),
          `knotc zone-commit ${name}`,
        ];
      }),
    ),
} satisfies Output);
