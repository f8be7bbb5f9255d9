import { postfixParameterRows, postfixServiceRows } from './postfixParameters.generated';
import { postfixRestrictionsRows } from './postfixRestrictions.generated';
import { postfixType, type PostfixType } from './postfixTypes';

/** What is known of one main.cf parameter. */
export interface PostfixParameter {
  readonly name: string;
  readonly type: PostfixType;
  /** The type was told from the default, not from the source: judge gently. */
  readonly inferred: boolean;
  /** The first version that has it, where that is stated. */
  readonly since?: string;
  /** Deprecated; the value names what replaces it, empty where nothing does. */
  readonly useInstead?: string;
  /** Defaults as postconf -d prints them; absent where that version does not have the parameter. */
  readonly defaults: { readonly '3.7'?: string; readonly '3.11'?: string };
  /** The documented default, where neither version prints one. */
  readonly documentedDefault?: string;
  /** The transport or service that the parameter belongs to, where its name is made from one. */
  readonly service?: string;
}

/** What a restriction is given, and what it was called before. */
export interface PostfixRestriction {
  readonly name: string;
  /** `type:table`, `servername` … where it takes something. */
  readonly argument?: string;
  readonly olderName?: string;
  /** The parameters that document it. */
  readonly parameters: readonly string[];
}

/** The parameters that exist only once master.cf has a service of that name. */
const PLACEHOLDER = 'transport';

/** What a service's own limits are made of: the end of the name, its type and what it falls back on. */
const SERVICE_SUFFIXES: readonly (readonly [suffix: string, letter: string])[] = [
  ['delivery_slot_cost', 'i'],
  ['delivery_slot_discount', 'i'],
  ['delivery_slot_loan', 'i'],
  ['destination_concurrency_failed_cohort_limit', 'i'],
  ['destination_concurrency_limit', 'i'],
  ['destination_concurrency_negative_feedback', 's'],
  ['destination_concurrency_positive_feedback', 's'],
  ['destination_rate_delay', 't'],
  ['destination_recipient_limit', 'i'],
  ['extra_recipient_limit', 'i'],
  ['initial_destination_concurrency', 'i'],
  ['minimum_delivery_slots', 'i'],
  ['recipient_limit', 'i'],
  ['recipient_refill_delay', 't'],
  ['recipient_refill_limit', 'i'],
  ['time_limit', 't'],
  ['transport_rate_delay', 't'],
];

function fallback(suffix: string): string {
  if (suffix === 'initial_destination_concurrency') return '$initial_destination_concurrency';
  return suffix === 'time_limit' ? '$command_time_limit' : `$default_${suffix}`;
}

function fromRow(row: string): PostfixParameter {
  const [name = '', letter = '', since = '', instead = '', d37 = '', d311 = '', documented] = row.split('\t');
  const newest = since === '3.12';
  const later = d311 === '=' ? d37 : d311;
  const service = serviceOf(name);
  // The later name takes its default from the older one, and so judges its value.
  const renamed = letter.endsWith('~') && instead !== '' && instead !== '-';
  return {
    name,
    type:
      service === undefined
        ? postfixType(renamed ? instead : name, letter[0]!, d37 === '-' ? later : d37)
        : serviceType(service.suffix, service.letter),
    // What a text is made of is told from its name and from the programs' verdicts, not from the table.
    inferred: letter.endsWith('~') && letter !== 's~' && service === undefined && !renamed,
    ...(since !== '' && { since }),
    ...(instead !== '' && { useInstead: instead === '-' ? '' : instead }),
    defaults: {
      ...(!newest && d37 !== '-' && { '3.7': d37 }),
      ...(!newest && later !== '-' && { '3.11': later }),
    },
    ...(documented !== undefined && { documentedDefault: documented }),
    ...(service !== undefined && { service: service.name }),
  };
}

/** A service's own limit has the bounds of the one for all services. */
function serviceType(suffix: string, letter: string): PostfixType {
  return postfixType(fallback(suffix).slice(1), letter);
}

function serviceOf(
  name: string,
): { readonly name: string; readonly suffix: string; readonly letter: string } | undefined {
  for (const service of [...SERVICES, PLACEHOLDER]) {
    if (!name.startsWith(`${service}_`)) continue;
    const found = SERVICE_SUFFIXES.find(
      ([suffix]) => name.length === service.length + 1 + suffix.length && name.endsWith(suffix),
    );
    if (found !== undefined) return { name: service, suffix: found[0], letter: found[1] };
  }
  return undefined;
}

function ofService(service: string, suffix: string, letter: string): PostfixParameter {
  const name = `${service}_${suffix}`;
  const preset = fallback(suffix);
  return {
    name,
    type: serviceType(suffix, letter),
    inferred: false,
    defaults: { '3.7': preset, '3.11': preset },
    service,
  };
}

/** The services that Debian's master.cf has, with their parameters' name endings. */
const SERVICE_LISTS = postfixServiceRows.map((row) => {
  const [service = '', suffixes = ''] = row.split('\t');
  return [service, suffixes.split(' ')] as const;
});
const SERVICES = SERVICE_LISTS.map(([service]) => service);

/** Every parameter of the table, by name, in the table's order (the services' own limits last). */
export const POSTFIX_PARAMETERS: ReadonlyMap<string, PostfixParameter> = new Map(
  [
    ...postfixParameterRows.map(fromRow),
    ...SERVICE_LISTS.flatMap(([service, suffixes]) =>
      SERVICE_SUFFIXES.filter(([suffix]) => suffixes.includes(suffix)).map(([suffix, letter]) =>
        ofService(service, suffix, letter),
      ),
    ),
  ].map((parameter) => [parameter.name, parameter]),
);

/**
 * What is known of a parameter: a row of the table, or a limit of a service of one's own
 * (`policyd-spf_time_limit`, `procmail_destination_recipient_limit`), which every name before the ending may be.
 */
export function postfixParameter(name: string): PostfixParameter | undefined {
  const known = POSTFIX_PARAMETERS.get(name);
  if (known !== undefined) return known;
  for (const [suffix, letter] of SERVICE_SUFFIXES) {
    const service = name.slice(0, -suffix.length - 1);
    if (service !== '' && name === `${service}_${suffix}` && !service.startsWith('default')) {
      return ofService(service, suffix, letter);
    }
  }
  return undefined;
}

/** Whether the name only shows the form of a family of names: `transport_time_limit`. */
export function isPlaceholder(parameter: PostfixParameter): boolean {
  return parameter.service === PLACEHOLDER;
}

/** Every documented restriction, by name. */
export const POSTFIX_RESTRICTIONS: ReadonlyMap<string, PostfixRestriction> = readRestrictions();

function readRestrictions(): Map<string, PostfixRestriction> {
  const found = new Map<string, PostfixRestriction>();
  for (const row of postfixRestrictionsRows) {
    const [parameter = '', name = '', argument = '', olderName = ''] = row.split('\t');
    found.set(name, {
      name,
      ...(argument !== '' && { argument }),
      ...(olderName !== '' && { olderName }),
      parameters: [...(found.get(name)?.parameters ?? []), parameter],
    });
  }
  return found;
}
