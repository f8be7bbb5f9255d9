import type { Answers, RecordForm } from '../../core/generator/form';
import { dkimOwner } from '../../core/generator/forms/dkim';
import { wantedKey } from '../../core/generator/newKey';

/** What answers come to, a line a record; of a single one its text alone. */
export function previewOf(form: RecordForm, full: Answers): string[] {
  const { records } = form.generate(full);
  const key = wantedKey(form, full);
  const later =
    key === undefined
      ? []
      : [`${dkimOwner({ selector: key.selector, domain: key.domain })}  TXT  v=DKIM1; k=…; p=…`];
  if (records.length === 1 && later.length === 0) return [records[0]!.value];
  return [
    ...records.map(({ owner, type, value, preference }) =>
      [owner, type, preference, value].filter((part) => part !== undefined).join('  '),
    ),
    ...later,
  ];
}
