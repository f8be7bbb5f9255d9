import { TABLE_ACTIONS, type TableAction } from '../../facts/postfixActions';
import type { Candidate, Expectation } from '../../text/cursor';
import { message, type Localized } from '../../text/message';
import { fieldsOfService } from '../master/fields';
import { lineAt } from '../settings';
import { unitAt } from '../units';
import { purposeOf, type TablePurpose, type TableView } from './purpose';

/** What may be written at an offset of a lookup table: actions behind a key, `if` and `endif`, services of transports. */
export function tableExpected(view: TableView, offset: number): Expectation | undefined {
  const { form } = view.file;
  const { start, line } = lineAt(view.text, offset);
  if (form === 'aliases' || /^\s*#/.test(line)) return undefined;
  const before = line.slice(0, offset - start);
  if (/^[a-z]*$/i.test(before)) {
    const rest = line.slice(before.length);
    return form === 'keyed' || rest.trim() !== '' ? undefined : statements(form, start, offset);
  }
  const unit = unitAt(view, offset);
  if (unit?.value.key === undefined || unit.value.statement !== undefined || unit.at !== start)
    return undefined;
  // Of a pattern, its end and its flags lie between.
  const typed = /^\S*\s+(\S*)$/.exec(line.slice(unit.value.key.span.end, offset - start))?.[1];
  if (typed === undefined) return undefined;
  const tail = /^\S*/.exec(line.slice(before.length))![0];
  const candidates = results(view, purposeOf(view), tail);
  if (candidates.length === 0) return undefined;
  return { replace: { start: offset - typed.length, end: offset + tail.length }, candidates };
}

export const STATEMENTS: Readonly<Record<'if' | 'endif', Localized>> = {
  if: {
    en: 'The lines up to `endif` are tried only where this matches.',
    ja: 'これに一致する場合だけ、`endif` までの行を試します。',
  },
  endif: { en: 'Ends what `if` began.', ja: '`if` で始めた範囲を終えます。' },
};

function statements(form: 'patterns' | 'networks', start: number, end: number): Expectation {
  return {
    replace: { start, end },
    candidates: [
      {
        label: 'if',
        kind: 'directive',
        insert: form === 'patterns' ? 'if /' : 'if ',
        detail: message(STATEMENTS.if),
      },
      { label: 'endif', kind: 'directive', detail: message(STATEMENTS.endif) },
    ],
  };
}

function results(view: TableView, purpose: TablePurpose | undefined, tail: string): Candidate[] {
  if (purpose === 'other') return [];
  if (purpose === 'transport') return transports(view);
  const { form } = view.file;
  return [...TABLE_ACTIONS.values()]
    .filter(
      ({ where }) => where === 'both' || where === (purpose ?? (form === 'patterns' ? where : 'access')),
    )
    .map((action) => ofAction(action, tail !== ''));
}

function ofAction({ name, means, argument, since }: TableAction, followed: boolean): Candidate {
  const optional = argument?.en.startsWith('[') === true;
  return {
    label: name,
    kind: 'value',
    ...(argument !== undefined && !optional && !followed && { insert: `${name} ` }),
    detail: message(
      argument === undefined
        ? { en: 'access(5), header_checks(5)', ja: 'access(5)、header_checks(5)' }
        : argument,
    ),
    documentation: message(
      since === undefined
        ? means
        : {
            en: `${means.en} Since Postfix ${since}.`,
            ja: `${means.ja}Postfix ${since} からあります。`,
          },
    ),
  };
}

/** The transports that the open master.cf defines. */
function transports(view: TableView): Candidate[] {
  const services = view
    .around()
    .system.configurations('postfix-master')
    .flatMap(({ file }) => file.services.flatMap(({ value }) => fieldsOfService(value) ?? []));
  return services
    .filter(({ type, command }) => type !== 'inet' && TRANSPORTS.has(command))
    .map(({ name, command }) => ({
      label: `${name}:`,
      kind: 'name',
      detail: message({ en: '{command} of master.cf', ja: 'master.cf の {command}' }, { command }),
    }));
}

/** The daemons that deliver. */
const TRANSPORTS: ReadonlySet<string> = new Set([
  'smtp',
  'lmtp',
  'local',
  'virtual',
  'pipe',
  'error',
  'discard',
]);
