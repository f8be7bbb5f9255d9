import assert from 'node:assert/strict';
import {
  complaints,
  completed,
  type Answers,
  type Question,
  type RecordForm,
} from '../../../core/generator/form';
import type { GeneratedRecord } from '../../../core/generator/form';
import { absoluteLine } from '../../../core/generator/publish/zone';
import { typedFor, ZONE_HEAD } from './support';

/** Of so many choices every set is tried; of more, none and each alone. */
const ALL_SETS = 5;

/**
 * What is answered to a question: every choice, every set of choices, and what is typed, one text of each sort. Where
 * all records of a domain are made at once, one text is enough: the forms of its parts have all of them.
 */
function answersTo(form: RecordForm, question: Question, before: Answers): readonly string[] {
  const open = question.choices?.(before).map(({ value }) => value);
  const whole = form.kind !== 'domain';
  const typed = typedFor(form, question).slice(0, whole ? undefined : 1);
  const values = open === undefined ? typed : question.kind === 'choices' ? setsOf(open, whole) : open;
  const taken = values.filter((value) => question.complaint?.(value, before) === undefined);
  assert.ok(taken.length > 0, `${question.key} offers nothing`);
  return taken;
}

function setsOf(open: readonly string[], each: boolean): string[] {
  if (open.length > ALL_SETS) return ['', ...(each ? open : open.slice(0, 1))];
  return Array.from({ length: 2 ** open.length }, (_, mask) =>
    open.filter((_, at) => ((mask >> at) & 1) === 1).join(','),
  );
}

/** All ways through a form, each as full answers for a domain of its own below example.com. */
export function* product(form: RecordForm): Generator<Answers> {
  let count = 0;
  function* from(index: number, before: Answers): Generator<Answers> {
    const question = form.questions[index];
    if (question === undefined) yield before;
    else if (question.key === 'domain') yield* from(index + 1, { domain: domainAt(count) });
    else if (!question.asked(before)) yield* from(index + 1, before);
    else {
      for (const value of answersTo(form, question, before)) {
        yield* from(index + 1, { ...before, [question.key]: value });
      }
    }
  }
  for (const found of from(0, {})) {
    const answers = { ...found, domain: domainAt(count++) };
    assert.deepEqual(complaints(form, answers), [], JSON.stringify(answers));
    yield completed(form, answers);
  }
}

function domainAt(count: number): string {
  return `c${count}.example.com`;
}

/** Groups of so many members. */
export function* batches<T>(members: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const member of members) {
    batch.push(member);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The mail servers that answers name. */
const HOSTS = [
  '@ IN A 192.0.2.80',
  '@ IN MX 10 mail',
  '@ IN TXT "v=spf1 mx -all"',
  'mail IN A 192.0.2.25',
  'mail IN MX 10 mail',
  'mail IN TXT "v=spf1 a -all"',
];

/** A zone with the records of many domains below example.com, and what each of them stands on. */
export function zoneOfMany(
  sets: readonly { readonly domain: string; readonly records: readonly GeneratedRecord[] }[],
): string {
  const lines = sets.flatMap(({ domain, records }) => {
    const has = (owner: string, type: string): boolean =>
      records.some((record) => record.owner === owner && record.type === type);
    const own = `${domain}.`;
    const beside: GeneratedRecord[] = [
      { owner: own, type: 'MX', value: 'mail.example.com.', preference: 10, ttl: 3600 },
      { owner: own, type: 'TXT', value: 'v=spf1 mx -all', ttl: 3600 },
      { owner: `_dmarc.${own}`, type: 'TXT', value: 'v=DMARC1; p=reject', ttl: 3600 },
    ];
    const announced = records.some(({ owner }) => owner === `_mta-sts.${own}`);
    const served = records.some(({ owner }) => owner === `mta-sts.${own}`);
    return [
      ...beside.filter(({ owner, type }) => !has(owner, type)),
      ...(announced && !served
        ? [{ owner: `mta-sts.${own}`, type: 'A', value: '192.0.2.80', ttl: 3600 } as const]
        : []),
      ...records,
    ].map(absoluteLine);
  });
  return [...ZONE_HEAD, ...HOSTS, ...lines, ''].join('\n');
}
