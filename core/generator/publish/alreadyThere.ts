// What scripts do about records that stand at a name already, where nobody knows which those are.
import { render, message, type Localized } from '../../text/message';
import { labelsOf, plainName } from '../../values/domainName';
import type { GeneratedRecord } from '../form';
import { recognised } from '../known';
import type { OutputContext } from './output';

/** Whether it is not known what is published now. */
export function isUnknown({ beside, replaced }: OutputContext): boolean {
  return beside === undefined && replaced === undefined;
}

/**
 * Whether all records of a record's name and type are of its kind, so that a new one may take the place of them all.
 * Texts at names with an underscore are (RFC 8552 §1.1); those at the domain itself are not: beside SPF there stand
 * whatever services want to see there.
 */
export function ownsItsSet({ owner, type }: GeneratedRecord): boolean {
  return type !== 'TXT' || labelsOf(owner).some((label) => label.startsWith('_'));
}

/**
 * What to do by hand about records that no command can single out, as comments.
 * @param mark what begins a comment
 */
export function byHand(
  records: readonly GeneratedRecord[],
  context: OutputContext,
  mark: string,
  remedy: Localized,
): string[] {
  if (!isUnknown(context)) return [];
  const locale = context.locale ?? 'en';
  return records
    .filter((record) => !ownsItsSet(record))
    .flatMap((record) => {
      const spf = recognised(record)?.kind === 'spf-record';
      const owner = plainName(record.owner);
      const lines = [
        render(message(spf ? IF_SPF : IF_ANY, { owner }), locale),
        render(message(remedy, { owner, name: record.owner }), locale),
      ];
      return lines.map((line) => `${mark} ${line}`);
    });
}

const IF_SPF: Localized = {
  en: 'If {owner} has an SPF record already, this one has to take its place: with two, SPF fails (RFC 7208 §4.5).',
  ja: '{owner} に SPF レコードが既にある場合は、置き換えが必要です。2 つあると SPF が失敗します (RFC 7208 §4.5)。',
};
const IF_ANY: Localized = {
  en: 'If {owner} has such a record already, this one has to take its place.',
  ja: '{owner} に同じ種類のレコードが既にある場合は、置き換えが必要です。',
};
