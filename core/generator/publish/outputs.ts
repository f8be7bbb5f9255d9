import { dnscontrol, octodns } from './configuration';
import { knot, nsupdate, powerdns } from './nameServers';
import type { Output } from './output';
import { TERRAFORM } from './terraform';
import { absoluteLine } from './zone';

/** Lines for a zone file, right wherever they are pasted. */
const zoneLines: Output = Object.freeze({
  id: 'zone',
  title: { en: 'Zone file', ja: 'ゾーンファイル' },
  language: 'dns-zone',
  write: (records) => records.map((record) => `${absoluteLine(record)}\n`).join(''),
} satisfies Output);

/** The ways to hand records to a program, in the order in which they are offered. */
export const OUTPUTS: readonly Output[] = Object.freeze([
  zoneLines,
  nsupdate,
  powerdns,
  knot,
  dnscontrol,
  octodns,
  ...TERRAFORM,
]);

/** The output of an id. */
export function outputFor(id: string): Output | undefined {
  return OUTPUTS.find((output) => output.id === id);
}
