import * as vscode from 'vscode';
import snippets from '../../snippets/dns-zone.json';

/** A snippet as `contributes.snippets` has it. */
interface Snippet {
  readonly prefix: readonly string[];
  /** In English, ` / ` and Japanese: VS Code does not translate snippet files. */
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * Offers the zone snippets where an entry begins, and nowhere else. VS Code would offer them at every word, also
 * amid a record's text, so its own way is switched off for zone files (`editor.snippetSuggestions`); "Insert Snippet"
 * still lists them.
 */
export function registerZoneSnippets(context: vscode.ExtensionContext): void {
  const all: readonly Snippet[] = Object.values(snippets);
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const line = document.lineAt(position.line).text;
      const typed = line.slice(0, position.character);
      if (!/^[a-z]*$/i.test(typed) || line.slice(position.character).trim() !== '') return [];
      const range = new vscode.Range(position.with({ character: 0 }), position);
      return all.map((snippet) => itemOf(snippet, range));
    },
  };
  context.subscriptions.push(vscode.languages.registerCompletionItemProvider('dns-zone', provider));
}

function itemOf({ prefix, description, body }: Snippet, range: vscode.Range): vscode.CompletionItem {
  const [first = '', ...others] = prefix;
  const [english = '', japanese = english] = description.split(' / ');
  // Not of the kind "snippet", which the setting hides.
  const item = new vscode.CompletionItem(
    { label: first, description: vscode.env.language.startsWith('ja') ? japanese : english },
    vscode.CompletionItemKind.File,
  );
  item.insertText = new vscode.SnippetString(body.join('\n'));
  item.filterText = [first, ...others].join(' ');
  item.range = range;
  // Behind the names and directives that the server knows, which are numbered.
  item.sortText = `~${first}`;
  item.documentation = new vscode.MarkdownString().appendCodeblock(plain(body), 'dns-zone');
  return item;
}

/** The snippet's text with its placeholders' own words. */
function plain(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\w+\}|\$\d/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
