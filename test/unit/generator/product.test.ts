import assert from 'node:assert/strict';
import { completed, type Answers, type RecordForm } from '../../../core/generator/form';
import { effectiveAnswer } from '../../../core/generator/forms/dmarc';
import { FORMS, formFor } from '../../../core/generator/forms';
import { batches, product, zoneOfMany } from './product';
import { graveFindings } from './support';

const NOW = { year: 2026, month: 11, day: 22, seconds: 1_795_343_400 };

/** Choices that only say how a record is made, and those of a policy file, which no record holds. */
const NOT_IN_RECORDS = /(?:^|\.)(?:source|algorithm|mode|mx|max_age)$/;

/** What was chosen, of the questions whose answers stand in records. */
function chosen(form: RecordForm, answers: Answers): Record<string, string> {
  const keys = form.questions
    .filter(({ key, kind }) => kind === 'choice' && !(form.kind !== 'spf' && NOT_IN_RECORDS.test(key)))
    .map(({ key }) => key)
    .filter((key) => answers[key] !== undefined);
  return Object.fromEntries(
    keys.map((key) => [key, form.kind === 'dmarc' ? effectiveAnswer(answers, key) : answers[key]!]),
  );
}

describe('the whole product of answers', function () {
  this.timeout(600_000);
  for (const kind of Object.keys(FORMS)) {
    it(`${kind}: passes all rules, and is read back as what was chosen`, () => {
      const form = formFor(kind, { now: NOW })!;
      for (const batch of batches(product(form), 200)) {
        const made = batch.map((answers) => ({
          answers,
          domain: answers['domain']!,
          records: form.generate(answers).records,
        }));
        assert.deepEqual(graveFindings(zoneOfMany(made)).slice(0, 5), []);
        for (const { answers, records } of made) {
          const back = form.answersOf(records);
          if (back === undefined) continue;
          const again = completed(form, back);
          assert.deepEqual(form.generate(again).records, records);
          assert.deepEqual(chosen(form, again), chosen(form, answers), JSON.stringify(records));
        }
      }
    });
  }
});
