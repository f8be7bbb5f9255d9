import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Severity } from '../core/rules/rule';
import type { Finding } from '../core/features/finding';
import { render, type Locale } from '../core/text/message';
import { positionAt, type SourceText } from '../core/text/sourceText';
import type { Edit, Span } from '../core/text/span';
import type { Abilities } from './abilities';
import type { OpenDocument } from './documents';
import { referenceUrl } from '../core/text/reference';

/** What stands before a finding's rule in the client's lists. */
export const source = 'Mail Auth';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A span of document offsets as LSP counts. */
export function toRange(text: SourceText, span: Span): Range {
  return { start: positionAt(text, span.start), end: positionAt(text, span.end) };
}

/** Edits in document offsets as LSP counts. */
export function toTextEdits(text: SourceText, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(text, edit.span), newText: edit.text }));
}

/** The open document of a URI. */
export type DocumentAt = (uri: string) => OpenDocument | undefined;

/**
 * A finding of a document as a diagnostic.
 * @param documentAt finds the other documents in which places lie that belong to it
 */
export function toDiagnostic(
  finding: Finding,
  document: OpenDocument,
  abilities: Abilities,
  documentAt: DocumentAt,
): Diagnostic {
  const { text } = document;
  const href = rulePage(finding, abilities);
  const related = abilities.relatedInformation
    ? relatedOf(finding, document, abilities.locale, documentAt)
    : [];
  return {
    range: toRange(text, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source,
    message: render(finding.message, abilities.locale),
    ...(finding.tag === undefined ? {} : { tags: [tags[finding.tag]] }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/**
 * Where the finding's rule is explained. The project has no public address, so a link of our own would lead
 * nowhere: the client says where its copy of the rule pages opens, else the link is the standard's own page.
 */
function rulePage(finding: Finding, abilities: Abilities): string | undefined {
  return abilities.rulePage === undefined
    ? referenceUrl(finding.reference)
    : abilities.rulePage.replaceAll('{rule}', encodeURIComponent(finding.rule));
}

function relatedOf(
  finding: Finding,
  document: OpenDocument,
  locale: Locale,
  documentAt: DocumentAt,
): DiagnosticRelatedInformation[] {
  return finding.related.flatMap(({ uri, span, message }) => {
    const place = uri === undefined ? document : documentAt(uri);
    if (place === undefined) return [];
    const location = { uri: place.uri, range: toRange(place.text, span) };
    return [{ location, message: render(message, locale) }];
  });
}
