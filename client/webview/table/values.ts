import { visible, type FieldName } from '../../../core/report';
import type { ShownRow } from '../messages';
import { policyLine } from '../policy';
import type { ColumnName } from '../state';
import { words, type Speech } from '../words';

/** One thing that a cell tells: what it says, and the term of a query that it stands for. */
export interface CellValue {
  /** As it is copied. */
  readonly text: string;
  /** What it is in a query; absent where no query asks for it. */
  readonly term?: { readonly field: FieldName; readonly value: string };
}

/** What a cell of the table tells, in the order in which it shows it. */
export function valuesOf(column: ColumnName, row: ShownRow, speech: Speech): readonly CellValue[] {
  const named = (text: string, field: FieldName, value = text): readonly CellValue[] =>
    text === '' ? [] : [{ text: visible(text), term: { field, value } }];
  switch (column) {
    case 'sourceIp':
      return named(row.sourceIp, 'ip');
    case 'host': {
      const { host, organisation } = row.owner ?? {};
      return [host, organisation].flatMap((text) => (text === undefined ? [] : [{ text: visible(text) }]));
    }
    case 'count':
      return named(String(row.count), 'count');
    case 'dmarc': {
      const value = row.alignedBy === 'neither' ? 'fail' : 'pass';
      return named(speech.say(words[value]), 'dmarc', value);
    }
    case 'disposition':
      return named(row.disposition, 'disposition');
    case 'dkim':
      return named(speech.say(words[row.dkimOutcome]), 'dkim', row.dkimOutcome);
    case 'spf':
      return named(speech.say(words[row.spfOutcome]), 'spf', row.spfOutcome);
    case 'alignedBy': {
      const value = row.alignedBy === 'neither' ? 'none' : row.alignedBy;
      return named(speech.say(words[row.alignedBy]), 'aligned', value);
    }
    case 'headerFrom':
      return named(row.headerFrom, 'from');
    case 'dkimResults':
      return row.dkimResults.flatMap(({ domain, selector }) => [
        ...named(domain, 'dkim-domain'),
        ...named(selector, 'selector'),
      ]);
    case 'spfResults':
      return row.spfResults.flatMap(({ domain }) => named(domain, 'spf-domain'));
    case 'envelopeFrom':
      return named(row.envelopeFrom, 'envelope-from');
    case 'envelopeTo':
      return named(row.envelopeTo, 'envelope-to');
    case 'reasons':
      return row.reasons.flatMap(({ type, comment }) => [
        ...named(type, 'reason'),
        ...named(comment, 'comment'),
      ]);
    case 'reporter':
      return named(row.reporter, 'reporter');
    case 'begin': {
      const { begin, end } = row.head.metadata;
      const day = begin === undefined ? '' : new Date(begin * 1000).toISOString().slice(0, 10);
      const text = speech.period(begin, end);
      return text === '' ? [] : [{ text, term: { field: 'begin', value: day } }];
    }
    case 'policy':
      return named(policyLine(row.head.policy), 'p', row.head.policy.p);
  }
}
