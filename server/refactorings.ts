import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import type { Refactoring } from '../core/model/editing';
import { render, type Localized } from '../core/text/message';
import type { Span } from '../core/text/span';
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

/** Whether the person asked for actions: then also those that change a whole file are shown. */
function isInvoked({ only, triggerKind }: CodeActionParams['context']): boolean {
  return only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
}

/** Whether an editor only looks for something to show at the cursor: a lamp on every line would tell nobody anything. */
function isUnasked({ only, triggerKind }: CodeActionParams['context'], { start, end }: Span): boolean {
  return only === undefined && triggerKind === CodeActionTriggerKind.Automatic && start === end;
}

/**
 * The changes that somebody may want though nothing is wrong, and those that mend a finding. A client that can asks
 * for the edits when one is taken.
 */
export function refactorActions(host: Host, params: CodeActionParams): CodeAction[] {
  const { only, diagnostics } = params.context;
  const here = asked(host, params.textDocument);
  const rewrites = wants(only, CodeActionKind.RefactorRewrite);
  const fixes = wants(only, CodeActionKind.QuickFix);
  if (here === undefined || (!rewrites && !fixes)) return [];
  const { open } = here;
  const { locale, resolvesActions } = host.abilities();
  const span = spanOf(open, params.range);
  return refactoringsOf(host, here, span).flatMap((refactoring, index): CodeAction[] => {
    const { mends, whole, edits } = refactoring;
    const title = render(refactoring.title, locale);
    if (fixes && mends !== undefined && isFound(host, here, mends)) {
      const mended = diagnostics.filter((each) => isOf(each, mends));
      const edit = workspaceEdit(open, edits());
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics: mended, isPreferred: true, edit }];
    }
    if (!rewrites || isUnasked(params.context, span) || (whole === true && !isInvoked(params.context)))
      return [];
    const action: CodeAction = { title, kind: CodeActionKind.RefactorRewrite };
    const data = { uri: open.uri, version: open.version, ...span, index };
    return [resolvesActions ? { ...action, data } : { ...action, edit: workspaceEdit(open, edits()) }];
  });
}

function refactoringsOf({ section }: Host, { editing }: Asked, span: Span): readonly Refactoring[] {
  return editing.refactorings?.(span, circumstancesOf(section())) ?? [];
}

/** An action with its edits, where its document has not changed since it was offered. */
export function resolved(host: Host, action: CodeAction): CodeAction {
  const { uri, version, start, end, index } = asObject(action.data);
  const here = typeof uri === 'string' ? asked(host, { uri }) : undefined;
  if (here?.open.version !== version || here === undefined) return action;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof index !== 'number') return action;
  const edits = refactoringsOf(host, here, { start, end })[index]?.edits();
  return edits === undefined ? action : { ...action, edit: workspaceEdit(here.open, edits) };
}

function isFound({ service }: Host, { open }: Asked, rule: string): boolean {
  return service.findings(open.uri).some((finding) => finding.rule === rule);
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
