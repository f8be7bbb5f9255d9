import type { Answers, GeneratedRecord, RecordForm } from '../../core/generator/form';
import { wantedKey, withNewKey } from '../../core/generator/newKey';
import { revealed } from '../../core/text/visible';

/** A public key that stands for one that is not made yet (RFC 8032 §7.1, test 1). */
const STAND_IN = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

/** What answers come to, a line a record; of a single one its text alone. */
export function previewOf(form: RecordForm, full: Answers): string[] {
  const key = wantedKey(form, full);
  if (key === undefined) return linesOf(form.generate(full).records);
  const { records } = form.generate(withNewKey(form, full, STAND_IN));
  const type = key.algorithm === 'ed25519' ? 'ed25519' : 'rsa';
  return linesOf(
    records.map((record) =>
      record.owner.startsWith(`${key.selector}._domainkey.`)
        ? { ...record, value: record.value.replace(/\bk=\w+/, `k=${type}`).replace(/\bp=[^;]+/, 'p=…') }
        : record,
    ),
  );
}

function linesOf(records: readonly GeneratedRecord[]): string[] {
  const [only] = records;
  if (only !== undefined && records.length === 1) return [revealed(only.value)];
  return records.map(({ owner, type, value, preference }) =>
    revealed([owner, type, preference, value].filter((part) => part !== undefined).join('  ')),
  );
}
