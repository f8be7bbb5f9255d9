import { MASTER_COLUMNS } from '../../facts/postfixServices';
import type { MasterService } from '../../syntax/masterCf';
import { shiftSpan, type Span } from '../../text/span';
import type { Editing, Fold, Link, OutlineNode, SemanticToken } from '../editing';
import type { MasterCfFile } from '../masterCfFile';
import { settingLinks } from '../postfix/links';
import { settingTokens } from '../postfix/tokens';
import { unitAt, type Unit, type UnitsView } from '../units';
import { formatMasterCf } from './format';
import { definitions, nameAt, occurrences, renamedNames, renameName } from './names';

type View = UnitsView<MasterService, MasterCfFile>;

/** What an editor may ask of a master.cf beyond completion and hover. */
export function masterCfEditing(view: View): Editing {
  return {
    outline: () => view.units.map(outlined),
    search: (query, limit) => found(view, query.toLowerCase(), limit),
    folds: () => folds(view),
    links: (span) => links(view, span),
    tokens: (span) => tokens(view, span),
    selections: (offset) => selections(view, offset),
    nameAt: (offset) => nameAt(view, offset),
    definitions: (offset) => definitions(view, offset),
    occurrences: (name, span) => occurrences(view, name, span),
    scope: () => 'master.cf',
    inSet: true,
    rename: (offset, to) => renameName(view, offset, to),
    renamed: (from, to) => renamedNames(view, from, to),
    format: (_, span) => [formatMasterCf(view, span)],
  };
}

function outlined({ at, value: service }: Unit<MasterService>): OutlineNode {
  const [name, type] = service.fields;
  const options = service.options.flatMap(({ flag, argument, setting }): OutlineNode[] =>
    setting === undefined || argument === undefined || setting.name === ''
      ? []
      : [
          {
            name: setting.name,
            detail: setting.value.text,
            kind: 'setting',
            span: shiftSpan({ start: flag.start, end: argument.span.end }, at),
            selection: shiftSpan(setting.nameSpan, at),
          },
        ],
  );
  const command = service.fields[MASTER_COLUMNS.length - 1];
  return {
    name: name?.text ?? '',
    detail: [type, command].flatMap((word) => word?.text ?? []).join(' '),
    kind: 'service',
    span: whole({ at, value: service }),
    selection: shiftSpan(name?.span ?? { start: 0, end: 0 }, at),
    ...(options.length > 0 && { children: options }),
  };
}

function found(view: View, query: string, limit: number): OutlineNode[] {
  const matching = view.units.filter(
    ({ value }) => value.fields[0]?.text.toLowerCase().includes(query) === true,
  );
  return matching.slice(0, limit).map(outlined);
}

function whole({ at, value }: Unit<MasterService>): Span {
  return { start: at, end: at + value.text.length };
}

function folds({ units }: View): Fold[] {
  return units.filter(({ value }) => value.text.includes('\n')).map((unit) => ({ span: whole(unit) }));
}

/** Tables and files that options name. */
function links(view: View, within: Span | undefined): Link[] {
  return view.units.flatMap(({ at, value: service }) => {
    if (within !== undefined && (at > within.end || at + service.text.length < within.start)) return [];
    return service.options.flatMap(({ setting }) =>
      setting === undefined
        ? []
        : settingLinks(setting).map(({ span, path }) => ({ span: shiftSpan(span, at), path })),
    );
  });
}

const NO_CLASSES: ReadonlySet<string> = new Set();

const NUMBER = /^\d+\??$/;

function tokens(view: View, { start, end }: Span): SemanticToken[] {
  return view.units
    .filter((unit) => whole(unit).start <= end && start <= whole(unit).end)
    .flatMap(({ at, value: service }) =>
      tokensOf(service).map(({ span, ...token }) => ({ ...token, span: shiftSpan(span, at) })),
    );
}

function tokensOf(service: MasterService): SemanticToken[] {
  const [name, type, ...rest] = service.fields;
  const command = service.fields[MASTER_COLUMNS.length - 1];
  const fields: SemanticToken[] = [
    ...(name === undefined
      ? []
      : [{ span: name.span, type: 'namespace' as const, modifiers: ['declaration' as const] }]),
    ...(type === undefined ? [] : [{ span: type.span, type: 'type' as const }]),
    ...rest
      .filter((word) => word !== command && word.text !== '-')
      .map(({ text, span }) => ({
        span,
        type: NUMBER.test(text) ? ('number' as const) : ('enumMember' as const),
      })),
    ...(command === undefined ? [] : [{ span: command.span, type: 'keyword' as const }]),
  ];
  const options = service.options.flatMap(({ flag, setting }): SemanticToken[] => [
    { span: flag, type: 'operator' },
    ...(setting === undefined ? [] : settingTokens(setting, NO_CLASSES)),
  ]);
  return [...fields, ...options].sort((a, b) => a.span.start - b.span.start);
}

function selections(view: View, offset: number): Span[] {
  const unit = unitAt(view, offset);
  if (unit === undefined || offset > whole(unit).end) return [];
  const { at, value: service } = unit;
  const parts = [
    ...service.fields.map(({ span }) => span),
    ...service.operands.map(({ span }) => span),
    ...service.options.flatMap(({ flag, argument, setting }) => [
      ...(setting === undefined ? [] : [setting.nameSpan, setting.valueSpan]),
      ...(argument === undefined ? [] : [argument.span, { start: flag.start, end: argument.span.end }]),
    ]),
  ].map((span) => shiftSpan(span, at));
  const holding = parts.filter((span) => span.start <= offset && offset <= span.end);
  return [...holding, whole(unit)].sort((a, b) => a.end - a.start - (b.end - b.start));
}
