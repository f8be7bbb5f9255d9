// What the page keeps over hiding and reloading. A private key is never part of it.
import { isPrivateKey } from '../../core/generator/dkimKey';
import { FORMS } from '../../core/generator/forms';
import { OUTPUTS } from '../../core/generator/publish/outputs';
import { dnsProvider } from '../../core/generator/publish/providers';
import type { Filling } from './filling';
import type { KeptKey } from './keys';

/** All that decides what the page shows. */
export interface PageState {
  readonly kind: string;
  /** As typed; undefined: as proposed. All forms share it. */
  readonly domain: string | undefined;
  /** By kind. */
  readonly fillings: Readonly<Record<string, Filling>>;
  /** Pairs of keys that were made, by kind. */
  readonly keys: Readonly<Record<string, KeptKey>>;
  /** URI of the zone file that is meant. */
  readonly zone: string | undefined;
  readonly provider: string;
  readonly output: string;
}

const [firstKind = ''] = Object.keys(FORMS);

export const STARTING_STATE: PageState = Object.freeze({
  kind: firstKind,
  domain: undefined,
  fillings: {},
  keys: {},
  zone: undefined,
  provider: '',
  output: OUTPUTS[0]!.id,
} satisfies PageState);

/** The state as it may be kept: answers that hold a private key, pasted by mistake, are left out. */
export function toKeep(state: PageState): PageState {
  const fillings = Object.entries(state.fillings).map(([kind, filling]) => {
    const given = Object.entries(filling.given).filter(([, answer]) => !isPrivateKey(answer));
    return [kind, { ...filling, given: Object.fromEntries(given) }] as const;
  });
  const { domain } = state;
  return {
    ...state,
    domain: domain === undefined || isPrivateKey(domain) ? undefined : domain,
    fillings: Object.fromEntries(fillings),
  };
}

/** A state that was kept by this or an earlier version; what is not understood is as it is at the start. */
export function restoredState(kept: unknown): PageState {
  const { kind, domain, fillings, keys, zone, provider, output } = fieldsOf(kept);
  return {
    kind: isKind(kind) ? kind : STARTING_STATE.kind,
    domain: textOf(domain),
    fillings: byKind(fillings, fillingOf),
    keys: byKind(keys, keyOf),
    zone: textOf(zone),
    provider: typeof provider === 'string' && dnsProvider(provider) !== undefined ? provider : '',
    output: OUTPUTS.find(({ id }) => id === output)?.id ?? STARTING_STATE.output,
  };
}

/** Whether there is a form of this kind. */
export function isKind(kind: unknown): kind is string {
  return typeof kind === 'string' && Object.hasOwn(FORMS, kind);
}

function byKind<Value>(kept: unknown, read: (value: unknown) => Value | undefined): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const [kind, value] of Object.entries(fieldsOf(kept))) {
    const one = isKind(kind) ? read(value) : undefined;
    if (one !== undefined) found[kind] = one;
  }
  return found;
}

function fillingOf(kept: unknown): Filling {
  const { given, start } = fieldsOf(kept);
  const answers = Object.entries(fieldsOf(given)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { given: Object.fromEntries(answers), ...(typeof start === 'string' && { start }) };
}

function keyOf(kept: unknown): KeptKey | undefined {
  const { place, path } = fieldsOf(kept);
  if (typeof place !== 'string') return undefined;
  return { place, ...(typeof path === 'string' && { path }) };
}

function textOf(kept: unknown): string | undefined {
  return typeof kept === 'string' ? kept : undefined;
}

function fieldsOf(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
}
