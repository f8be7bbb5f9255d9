import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { root } from './shared';

/** Loads one of our grammars into the engine that VS Code reads them with. */
export async function loadGrammar(file: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const raw = parseRawGrammar(readFileSync(join(root, 'syntaxes', file), 'utf8'), file);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => Promise.resolve(scope === raw.scopeName ? raw : null),
  });
  const grammar = await registry.loadGrammar(raw.scopeName);
  if (grammar === null) throw new Error(`${file} is no grammar`);
  return grammar;
}

/** The words of a text with the innermost scope of each (without the language's name): `IN class`. */
export function coloured(grammar: IGrammar, text: string): string[] {
  const words: string[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const word = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1)!;
      if (word !== '' && !/^(?:source|meta)\./.test(scope))
        words.push(`${word} ${scope.replace(/\.[^.]+$/, '')}`);
    }
  }
  return words;
}
