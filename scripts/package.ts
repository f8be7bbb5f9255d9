// Puts what users need of the extension as it was built, and nothing else, into a .vsix that VS Code installs.
// Argument: the file to write, else vscode-mail-auth-VERSION.vsix. Fails where something is missing in it.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { picturesIn, problemsOf, vsixOf } from './lib/vsix';

const root = resolve(import.meta.dirname, '..');

/** What runs and what a person reads. Pictures come along where one of these shows them. */
const wanted = [
  ...['package.json', 'package.nls.json', 'package.nls.ja.json'],
  ...['README.md', 'README.ja.md', 'CHANGELOG.md', 'LICENSE'],
  ...['dist', 'icons', 'l10n', 'syntaxes', 'snippets'],
  ...['samples/reports', 'docs/rules', 'docs/checks.md', 'docs/query.md'],
];

/** The files of the extension; `LICENSE` gets the ending by which VS Code's Marketplace knows what it is. */
function gather(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const take = (path: string) => {
    files.set(path === 'LICENSE' ? 'LICENSE.txt' : path, readFileSync(join(root, path)));
  };
  for (const path of wanted) {
    if (!statSync(join(root, path)).isDirectory()) {
      take(path);
      continue;
    }
    const inside = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
    for (const file of inside.filter((entry) => entry.isFile())) {
      take(relative(root, join(file.parentPath, file.name)).split(sep).join('/'));
    }
  }
  const pages = [...files].filter(([path]) => /^[^/]+\.md$/.test(path));
  for (const [, page] of pages) picturesIn(Buffer.from(page).toString()).forEach(take);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function main(place: string | undefined): void {
  const files = gather();
  const problems = problemsOf(files);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const vsix = vsixOf(files);
  const path = resolve(place ?? join(root, `${name}-${version}.vsix`));
  writeFileSync(path, vsix);
  console.log(`${path}: ${files.size} files, ${(vsix.length / 1e6).toFixed(1)} MB`);
}

try {
  main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
