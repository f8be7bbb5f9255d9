import type { InitializeParams } from 'vscode-languageserver';
import { localeOf, type Locale } from '../core/text/message';
import { asObject } from './settings';

/** What the client can do and wants, read once from `initialize`. */
export interface Abilities {
  readonly locale: Locale;
  /** It asks for diagnostics (`textDocument/diagnostic`); otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesTokens: boolean;
  readonly relatedInformation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** It can be told, once it runs, which languages are formatted. */
  readonly registersFormatting: boolean;
  /** It tells when folders are added to its window or taken away. */
  readonly changesFolders: boolean;
  /** It watches the files that it is asked to watch. */
  readonly registersFileWatching: boolean;
  /** It asks for the edits of a code action when the action is taken. */
  readonly resolvesActions: boolean;
  /** It takes edits with the versions of the documents that they are for. */
  readonly versionsEdits: boolean;
  readonly snippets: boolean;
  readonly markdownInCompletion: boolean;
  readonly markdownInHover: boolean;
  readonly markdownInSignature: boolean;
  /** It shows symbols below symbols. */
  readonly nestedSymbols: boolean;
  /**
   * Where a rule's page opens, `{rule}` standing for the rule's id. The client states it, because only the client
   * knows where its copy of the pages lies; without it, findings link to the standard's own page.
   */
  readonly rulePage: string | undefined;
  /** Whether the client has the commands `mailAuth.explainRecord` and `mailAuth.checkSpf`. */
  readonly recordCommands: boolean;
  /** The client's command that opens the list of suggestions again; VS Code has one, LSP does not. */
  readonly suggestCommand: string | undefined;
  /** `mailAuth` settings for clients that cannot be asked for them. */
  readonly settings: unknown;
}

/** Reads `initialize`. Everything may be absent. */
export function readAbilities(
  params: Pick<InitializeParams, 'capabilities' | 'initializationOptions' | 'locale'>,
): Abilities {
  const text = params.capabilities.textDocument;
  const workspace = params.capabilities.workspace;
  const options = asObject(params.initializationOptions);
  return {
    locale: localeOf(params.locale),
    pullsDiagnostics: text?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    relatedInformation:
      (text?.diagnostic?.relatedInformation ?? text?.publishDiagnostics?.relatedInformation) === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFormatting:
      text?.formatting?.dynamicRegistration === true && text.rangeFormatting?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    registersFileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    resolvesActions:
      text?.codeAction?.dataSupport === true &&
      text.codeAction.resolveSupport?.properties.includes('edit') === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippets: text?.completion?.completionItem?.snippetSupport === true,
    markdownInCompletion:
      text?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    markdownInHover: text?.hover?.contentFormat?.includes('markdown') === true,
    markdownInSignature:
      text?.signatureHelp?.signatureInformation?.documentationFormat?.includes('markdown') === true,
    nestedSymbols: text?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    rulePage: textOf(options.rulePage),
    recordCommands: options.recordCommands === true,
    suggestCommand: textOf(options.suggestCommand),
    settings: options.settings,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
