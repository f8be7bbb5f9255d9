import { plainName } from '../../values/domainName';
import type { GeneratedRecord } from '../form';
import { byHand } from './alreadyThere';
import { hostIn, managedZone, quotedParts, recordData } from './data';
import { grouped, withThoseBeside, type Output, type OutputContext } from './output';
import { hclString } from './quoting';

/** A set of records: all of one name and type. Terraform's providers that manage sets manage them whole. */
interface RecordSet {
  readonly zone: string;
  readonly members: readonly GeneratedRecord[];
  readonly first: GeneratedRecord;
  readonly context: OutputContext;
}

type Attribute = readonly [name: string, value: string];

function setsOf(records: readonly GeneratedRecord[], context: OutputContext): RecordSet[] {
  const groups = grouped(records, ({ owner, type }) => `${owner} ${type}`);
  return [...groups.values()].map((members) => ({
    zone: managedZone(members[0]!, context.zone),
    members,
    first: members[0]!,
    context,
  }));
}

/** A name of a resource: letters, digits and underscores (Terraform, identifiers). */
function resourceName({ owner, type }: GeneratedRecord, index?: number): string {
  const plain = `${plainName(owner).replaceAll('*', 'any')}_${type.toLowerCase()}`;
  const name = plain.replace(/[^a-z\d]+/gi, '_').replace(/^_+/, '');
  return `${/^[a-z]/i.test(name) ? '' : 'r_'}${name}${index === undefined ? '' : `_${index + 1}`}`;
}

/** A block with its attributes in a column, as `terraform fmt` aligns them. */
function resource(type: string, name: string, attributes: readonly Attribute[], inner = ''): string {
  const width = Math.max(...attributes.map(([key]) => key.length));
  const lines = attributes.map(([key, value]) => `  ${key.padEnd(width)} = ${value}\n`);
  return `resource "${type}" "${name}" {\n${lines.join('')}${inner}}\n`;
}

/** Text records are mostly not alone at the zone's own name; a set that is written here takes the place of all. */
function warning({ first, context }: RecordSet): string {
  return byHand([first], context, '#', {
    en: 'The other TXT records of {owner} belong into the same list.',
    ja: '{owner} の他の TXT レコードも同じ一覧に並べてください。',
  })
    .map((line) => `${line}\n`)
    .join('');
}

/** @param whole whether the provider manages sets whole, and so needs what stays of them */
function output(id: string, provider: string, whole: boolean, write: (set: RecordSet) => string): Output {
  return Object.freeze({
    id: `terraform-${id}`,
    title: { en: `Terraform (${provider})`, ja: `Terraform (${provider})` },
    language: 'terraform',
    write: (records, context) =>
      setsOf(whole ? withThoseBeside(records, context) : records, context)
        .map(write)
        .join('\n'),
  } satisfies Output);
}

/** The AWS provider puts quotes around texts itself, but not between their strings. */
const route53 = output('route53', 'Amazon Route 53', true, (set) => {
  const { first, members } = set;
  const data = members.map((record) =>
    hclString(record.type === 'TXT' ? quotedParts(record.value).join('""') : recordData(record)),
  );
  return (
    warning(set) +
    resource('aws_route53_record', resourceName(first), [
      ['zone_id', 'var.zone_id'],
      ['name', hclString(plainName(first.owner))],
      ['type', hclString(first.type)],
      ['ttl', String(first.ttl)],
      ['records', `[${data.join(', ')}]`],
    ])
  );
});

/** Cloudflare has a resource for each record; the content of a text is its quoted strings. */
const cloudflare = output('cloudflare', 'Cloudflare', false, ({ members }) =>
  members
    .map((record, index) => {
      const { type, owner, value, preference = 10, ttl } = record;
      const content = type === 'TXT' ? recordData(record) : plainName(value);
      return resource('cloudflare_dns_record', resourceName(record, members.length > 1 ? index : undefined), [
        ['zone_id', 'var.zone_id'],
        ['name', hclString(plainName(owner))],
        ['type', hclString(type)],
        ['ttl', String(ttl)],
        ['content', hclString(content)],
        ...(type === 'MX' ? ([['priority', String(preference)]] as const) : []),
      ]);
    })
    .join('\n'),
);

/** Google Cloud DNS takes data as a master file has it. */
const google = output('google', 'Google Cloud DNS', true, (set) => {
  const { first, members } = set;
  return (
    warning(set) +
    resource('google_dns_record_set', resourceName(first), [
      ['managed_zone', 'var.managed_zone'],
      ['name', hclString(first.owner)],
      ['type', hclString(first.type)],
      ['ttl', String(first.ttl)],
      ['rrdatas', `[${members.map((record) => hclString(recordData(record))).join(', ')}]`],
    ])
  );
});

/** Azure DNS has a resource for each type, and takes texts as they are. */
const azure = output('azure', 'Azure DNS', true, (set) => {
  const { first, members, zone } = set;
  const { type } = first;
  const common: Attribute[] = [
    ['name', hclString(hostIn(first, zone))],
    ['zone_name', hclString(plainName(zone))],
    ['resource_group_name', 'var.resource_group_name'],
    ['ttl', String(first.ttl)],
  ];
  const kind = `azurerm_dns_${type.toLowerCase()}_record`;
  const name = resourceName(first);
  switch (type) {
    case 'TXT':
      return (
        warning(set) +
        resource(kind, name, common, blocks(members.map(({ value }) => [['value', hclString(value)]])))
      );
    case 'MX': {
      const records = members.map(({ value, preference = 10 }): Attribute[] => [
        ['preference', hclString(String(preference))],
        ['exchange', hclString(value)],
      ]);
      return resource(kind, name, common, blocks(records));
    }
    case 'CNAME':
      return resource(kind, name, [...common, ['record', hclString(plainName(first.value))]]);
    default: {
      const addresses = members.map(({ value }) => hclString(value)).join(', ');
      return resource(kind, name, [...common, ['records', `[${addresses}]`]]);
    }
  }
});

function blocks(records: readonly (readonly Attribute[])[]): string {
  return records
    .map((attributes) => {
      const width = Math.max(...attributes.map(([key]) => key.length));
      const lines = attributes.map(([key, value]) => `    ${key.padEnd(width)} = ${value}\n`);
      return `\n  record {\n${lines.join('')}  }\n`;
    })
    .join('');
}

/** Terraform for the providers whose services are most used. */
export const TERRAFORM: readonly Output[] = Object.freeze([route53, cloudflare, google, azure]);
