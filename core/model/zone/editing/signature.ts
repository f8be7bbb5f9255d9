import type { Signature } from '../../editing';
import { message } from '../../../text/message';
import { recogniseRecord } from '../../../records/recognise';
import { signatureInRecord } from '../../../records/signature';
import type { ZoneModel } from '../zone';
import { readData } from './rdata';
import { isInComment, standingAt } from './standing';

/**
 * The fields of the record in whose RDATA the cursor stands, the one that is being written marked; in the text of a
 * record of mail authentication, those of the tag or term.
 */
export function zoneSignature(model: ZoneModel, offset: number): Signature | undefined {
  const standing = standingAt(model, offset);
  if (standing?.kind !== 'record') return undefined;
  const { entry } = standing;
  const at = offset - standing.start;
  if (entry.type === undefined || at <= entry.type.end || isInComment(entry.tokens, at)) return undefined;
  const record = recogniseRecord(entry);
  const within = record && signatureInRecord(record, at);
  if (within !== undefined) return within;
  const reading = readData(entry);
  const { type } = reading;
  // Of a single field the name says no more than the type does.
  if (type === undefined || type.fields.length < 2) return undefined;
  let label = type.name;
  const parameters = type.fields.map(({ name, meaning, optional, repeated }) => {
    label += ' ';
    const start = label.length;
    label += `${optional === true ? '[' : ''}${name}${repeated === true ? '…' : ''}${optional === true ? ']' : ''}`;
    return { span: { start, end: label.length }, documentation: message(meaning) };
  });
  const word = reading.words.find(({ token: { span } }) => span.start <= at && at <= span.end);
  const following = reading.words.find(({ token: { span } }) => span.start > at);
  let active = reading.next;
  if (word !== undefined) active = word.index;
  else if (following !== undefined) active = following.index;
  return {
    label,
    documentation: message(
      { en: '{meaning} ({reference})', ja: '{meaning}（{reference}）' },
      { meaning: type.meaning, reference: type.reference },
    ),
    parameters,
    active,
  };
}
