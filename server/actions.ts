import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { allFixes } from '../core/features/fix';
import type { LanguageService } from '../core/service';
import { message, render, type Localized } from '../core/text/message';
import { offsetAt } from '../core/text/sourceText';
import type { Edit } from '../core/text/span';
import type { PlacedFix } from '../core/features/finding';
import type { Abilities } from './abilities';
import { source, toTextEdits, type DocumentAt } from './convert';
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
  abilities: Abilities,
  documentAt: DocumentAt,
): CodeAction[] {
  const { only } = params.context;
  const { locale } = abilities;
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(service, document, params, abilities, documentAt));
  }
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
  abilities: Abilities,
  documentAt: DocumentAt,
): CodeAction[] {
  const { locale } = abilities;
  const { text, uri } = document;
  const from = offsetAt(text, whole(params.range.start));
  const to = offsetAt(text, whole(params.range.end));
  const fixes = service.fixes(uri, { start: Math.min(from, to), end: Math.max(from, to) });
  if (fixes.length === 0) return [];
  const rules = new Set(fixes.map((fix) => fix.rule));
  const single = fixes.flatMap((fix, index): CodeAction[] => {
    const edit = editOf(service, document, fix, abilities, documentAt);
    if (edit === undefined) return [];
    const diagnostics = params.context.diagnostics.filter((diagnostic) => isOf(diagnostic, fix.rule));
    const isFirst = fixes.findIndex((other) => other.rule === fix.rule) === index;
    return [
      {
        title: render(fix.title, locale),
        kind: CodeActionKind.QuickFix,
        ...(diagnostics.length === 0 ? {} : { diagnostics }),
        ...(isFirst && rules.size === 1 ? { isPreferred: true } : {}),
        edit,
      },
    ];
  });
  const findings = service.findings(uri, mostFindings);
  const wholeFile = [...rules].flatMap((rule): CodeAction[] => {
    const fixable = findings.filter((finding) => finding.rule === rule && isInFile(finding.fixes[0]));
    if (fixable.length < 2) return [];
    const title = render(message(fixRuleTitle, { rule, count: fixable.length }), locale);
    const edit = workspaceEdit(document, allFixes(fixable));
    return [{ title, kind: CodeActionKind.QuickFix, edit }];
  });
  return [...single, ...wholeFile];
}

/** Whether a fix changes nothing but the finding's own document. */
function isInFile(fix: PlacedFix | undefined): boolean {
  return fix !== undefined && fix.elsewhere === undefined;
}

/** What a fix changes, in this and in other documents; undefined where one of those cannot be changed any more. */
function editOf(
  service: LanguageService,
  document: OpenDocument,
  { edits, elsewhere = [] }: PlacedFix,
  { versionsEdits }: Abilities,
  documentAt: DocumentAt,
): WorkspaceEdit | undefined {
  if (elsewhere.length === 0) return workspaceEdit(document, edits);
  const byDocument = new Map<OpenDocument, Edit[]>();
  if (edits.length > 0) byDocument.set(document, [...edits]);
  for (const record of elsewhere) {
    const other = documentAt(record.uri);
    const edit = service.addition(record);
    if (other === undefined || edit === undefined) return undefined;
    const known = byDocument.get(other);
    if (known === undefined) byDocument.set(other, [edit]);
    else known.push(edit);
  }
  const changed = [...byDocument];
  if (versionsEdits) {
    return {
      documentChanges: changed.map(([{ uri, version, text }, made]) => ({
        textDocument: { uri, version },
        edits: toTextEdits(text, made),
      })),
    };
  }
  return {
    changes: Object.fromEntries(changed.map(([{ uri, text }, made]) => [uri, toTextEdits(text, made)])),
  };
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
