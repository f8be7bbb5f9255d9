import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import type { Refactoring } from '../core/model/editing';
import { render, type Localized } from '../core/text/message';
import { isOf, wants, workspaceEdit } from './actions';
import { circumstancesOf } from './circumstances';
import type { Host } from './host';
import { asked, spanOf, type Asked } from './features/places';
import { asObject } from './settings';

/** Raises a zone's serial where records changed; `editor.codeActionsOnSave` names it. */
export const bumpSerialKind = `${CodeActionKind.Source}.bumpSerial.mailAuth`;

const bumpSerialTitle: Localized = {
  en: 'Raise the serial, if records changed since the file was saved',
  ja: '保存後にレコードが変わっていればシリアルを上げる',
};

/** What was offered last, to put the edits together for the one that is taken. */
export interface Offered {
  readonly list: number;
  readonly here: Asked;
  readonly refactorings: readonly Refactoring[];
}

/** Whether the person asked for actions: then also those that change a whole file are shown. */
function isInvoked({ only, triggerKind }: CodeActionParams['context']): boolean {
  return only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
}

/**
 * The changes that somebody may want though nothing is wrong, and those that mend a finding, each of which the
 * client may have resolved when it is taken.
 */
export function refactorActions(
  host: Host,
  params: CodeActionParams,
  list: number,
): { readonly actions: CodeAction[]; readonly offered: Offered | undefined } {
  const { only } = params.context;
  const here = asked(host, params.textDocument);
  const none = { actions: [], offered: undefined };
  const rewrites = wants(only, CodeActionKind.RefactorRewrite);
  const fixes = wants(only, CodeActionKind.QuickFix);
  if (here?.editing.refactorings === undefined || (!rewrites && !fixes)) return none;
  const span = spanOf(here.open, params.range);
  const refactorings = here.editing.refactorings(span, circumstancesOf(host.section()));
  const { locale, resolvesActions } = host.abilities();
  const actions = refactorings.flatMap((refactoring, index): CodeAction[] => {
    const title = render(refactoring.title, locale);
    const mends = fixes && refactoring.mends !== undefined && isFound(host, here, refactoring.mends);
    if (mends) {
      const diagnostics = params.context.diagnostics.filter((each) => isOf(each, refactoring.mends!));
      const edit = workspaceEdit(here.open, refactoring.edits());
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: true, edit }];
    }
    if (!rewrites || (refactoring.whole === true && !isInvoked(params.context))) return [];
    const action: CodeAction = { title, kind: CodeActionKind.RefactorRewrite };
    return [
      resolvesActions
        ? { ...action, data: { list, index } }
        : { ...action, edit: workspaceEdit(here.open, refactoring.edits()) },
    ];
  });
  return { actions, offered: { list, here, refactorings } };
}

function isFound({ service }: Host, { open }: Asked, rule: string): boolean {
  return service.findings(open.uri).some((finding) => finding.rule === rule);
}

/** An action with its edits, where it is one of those offered last and its document has not changed since. */
export function resolved(host: Host, action: CodeAction, offered: Offered | undefined): CodeAction {
  const { list, index } = asObject(action.data);
  if (offered === undefined || list !== offered.list || typeof index !== 'number') return action;
  const { open } = offered.here;
  const edits =
    host.document(open.uri)?.text === open.text ? offered.refactorings[index]?.edits() : undefined;
  return edits === undefined ? action : { ...action, edit: workspaceEdit(open, edits) };
}

/** The action that raises the serial on saving, where there is something to tell. */
export function bumpSerialActions(host: Host, params: CodeActionParams): CodeAction[] {
  const { only } = params.context;
  const here = only !== undefined && wants(only, bumpSerialKind) && asked(host, params.textDocument);
  if (!here || here.editing.raiseSerial === undefined) return [];
  const done = here.editing.raiseSerial(circumstancesOf(host.section()), 'changed');
  if ('refused' in done || done.edits.length === 0) return [];
  const title = bumpSerialTitle[host.abilities().locale];
  return [{ title, kind: bumpSerialKind, edit: workspaceEdit(here.open, done.edits) }];
}
