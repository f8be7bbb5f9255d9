import { plainName } from '../../values/domainName';
import type { GeneratedRecord } from '../form';
import { byHand } from './alreadyThere';
import { hostIn, managedZone } from './data';
import { grouped, withThoseBeside, type Output } from './output';
import { doubleQuoted } from './quoting';

function dnscontrolLine(record: GeneratedRecord, zone: string): string {
  const { type, value, preference = 10, ttl } = record;
  const name = doubleQuoted(hostIn(record, zone));
  const data = type === 'MX' ? `${preference}, ${doubleQuoted(value)}` : doubleQuoted(value);
  return `  ${type}(${name}, ${data}, TTL(${ttl}))`;
}

/** dnsconfig.js of DNSControl: it splits and quotes texts by itself. */
export const dnscontrol: Output = Object.freeze({
  id: 'dnscontrol',
  title: { en: 'DNSControl (JavaScript)', ja: 'DNSControl (JavaScript)' },
  language: 'javascript',
  write: (records, context) =>
    [...grouped(records, (record) => managedZone(record, context.zone))]
      .map(([name, own]) => {
        const said = byHand(own, context, '//', {
          en: 'Then take the old one out of the zone’s D() or D_EXTEND().',
          ja: 'その場合は、ゾーンの D() や D_EXTEND() から古いレコードを取り除きます。',
        });
        const lines = own.map((record) => dnscontrolLine(record, name));
        const head = said.map((line) => `${line}\n`).join('');
        return `${head}D_EXTEND(${doubleQuoted(plainName(name))},\n${lines.join(',\n')}\n);\n`;
      })
      .join('\n'),
} satisfies Output);

/** The values of one set of records as octoDNS has them; a `;` in a text is escaped there. */
function octodnsValue({ type, value, preference = 10 }: GeneratedRecord, indent: string): string {
  if (type === 'MX') return `exchange: ${doubleQuoted(value)}\n${indent}preference: ${preference}`;
  return doubleQuoted(type === 'TXT' ? value.replaceAll(';', '\\;') : value);
}

function octodnsSet(set: readonly GeneratedRecord[], first: string, rest: string): string {
  const [{ type, ttl }] = set as [GeneratedRecord, ...GeneratedRecord[]];
  const values = set.map((record) => `${rest}  - ${octodnsValue(record, `${rest}    `)}\n`);
  // A CNAME has one value, the other types may have several (octoDNS, records).
  const body =
    type === 'CNAME' ? `${rest}value: ${octodnsValue(set[0]!, '')}\n` : `${rest}values:\n${values.join('')}`;
  return `${first}ttl: ${ttl}\n${rest}type: ${type}\n${body}`;
}

/** A zone's YAML file of octoDNS, to be merged into the one that is there. */
export const octodns: Output = Object.freeze({
  id: 'octodns',
  title: { en: 'octoDNS (YAML)', ja: 'octoDNS (YAML)' },
  language: 'yaml',
  write: (records, context) =>
    [...grouped(withThoseBeside(records, context), (record) => managedZone(record, context.zone))]
      .map(([name, own]) => {
        const names = [...grouped(own, (record) => hostIn(record, name))].map(([host, here]) => {
          const sets = [...grouped(here, ({ type }) => type).values()];
          const key = doubleQuoted(host === '@' ? '' : host);
          if (sets.length === 1) return `${key}:\n${octodnsSet(sets[0]!, '  ', '  ')}`;
          return `${key}:\n${sets.map((set) => octodnsSet(set, '  - ', '    ')).join('')}`;
        });
        const said = byHand(own, context, '#', {
          en: 'The other texts of {owner} belong into the same list of values.',
          ja: '{owner} の他の TXT レコードも同じ values に並べてください。',
        });
        return [`---\n# ${plainName(name)}.yaml\n`, ...said.map((line) => `${line}\n`), ...names].join('');
      })
      .join(''),
} satisfies Output);
