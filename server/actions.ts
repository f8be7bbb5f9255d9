import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { allFixes } from '../core/features/fix';
import type { LanguageService } from '../core/service';
import { message, render, type Locale, type Localized } from '../core/text/message';
import { offsetAt } from '../core/text/sourceText';
import type { Edit } from '../core/text/span';
import { source, toTextEdits } from './convert';
import { whole, type OpenDocument } from './documents';

/** Mends everything in the file that a machine can be sure of; `editor.codeActionsOnSave` names it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mailAuth`;

/** The kinds of code actions that the server gives. */
export const actionKinds = [CodeActionKind.QuickFix, fixAllKind];

const fixAllTitle: Localized = {
  en: 'Fix everything that Mail Auth can fix in this file',
  ja: 'このファイルで Mail Auth が修正できる問題をすべて修正します',
};

const fixRuleTitle: Localized = {
  en: 'Fix all {count} “{rule}” findings in this file',
  ja: 'このファイルの「{rule}」{count} 件をすべて修正します',
};

/** How many findings are looked at for the actions that mend a whole file. */
const mostFindings = 10_000;

/** The code actions for a range of a document. */
export function codeActions(
  service: LanguageService,
  document: OpenDocument,
  params: CodeActionParams,
  locale: Locale,
): CodeAction[] {
  const { only } = params.context;
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) actions.push(...quickFixes(service, document, params, locale));
  if (only !== undefined && wants(only, fixAllKind)) {
    const edits = allFixes(service.findings(document.uri, mostFindings));
    if (edits.length > 0) {
      actions.push({ title: fixAllTitle[locale], kind: fixAllKind, edit: workspaceEdit(document, edits) });
    }
  }
  return actions;
}

function quickFixes(
  service: LanguageService,
  document: OpenDocument,
  params: CodeActionParams,
  locale: Locale,
): CodeAction[] {
  const { text, uri } = document;
  const from = offsetAt(text, whole(params.range.start));
  const to = offsetAt(text, whole(params.range.end));
  const fixes = service.fixes(uri, { start: Math.min(from, to), end: Math.max(from, to) });
  if (fixes.length === 0) return [];
  const rules = new Set(fixes.map((fix) => fix.rule));
  const single = fixes.map((fix, index): CodeAction => {
    const diagnostics = params.context.diagnostics.filter((diagnostic) => isOf(diagnostic, fix.rule));
    return {
      title: render(fix.title, locale),
      kind: CodeActionKind.QuickFix,
      ...(diagnostics.length === 0 ? {} : { diagnostics }),
      ...(fixes.findIndex((other) => other.rule === fix.rule) === index && rules.size === 1
        ? { isPreferred: true }
        : {}),
      edit: workspaceEdit(document, fix.edits),
    };
  });
  const findings = service.findings(uri, mostFindings);
  const wholeFile = [...rules].flatMap((rule): CodeAction[] => {
    const fixable = findings.filter((finding) => finding.rule === rule && finding.fixes.length > 0);
    if (fixable.length < 2) return [];
    const title = render(message(fixRuleTitle, { rule, count: fixable.length }), locale);
    const edit = workspaceEdit(document, allFixes(fixable));
    return [{ title, kind: CodeActionKind.QuickFix, edit }];
  });
  return [...single, ...wholeFile];
}

/** Edits of one document, as a client makes them. */
export function workspaceEdit(document: OpenDocument, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [document.uri]: toTextEdits(document.text, edits) } };
}

/** Whether the client asks for actions of this kind (a kind holds all kinds below it). */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return (
    only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
  );
}

/** Whether a diagnostic is one of ours, of that rule. */
export function isOf(diagnostic: Diagnostic, rule: string): boolean {
  return diagnostic.source === source && diagnostic.code === rule;
}
