// Installs what the tests in VS Code need, and says what they will use; `prepare.ts browser`: the browser only.
import { findBrowser } from './workbench/browser';
import { chooseTarget, installWorkbench } from './workbench/install';

async function main(): Promise<void> {
  const browser = await findBrowser(console.log);
  console.log(`Browser: ${browser.path} (${browser.why})`);
  if (process.argv[2] === 'browser') return;
  for (const version of [undefined, '1.139']) {
    const vscode = await installWorkbench(chooseTarget(version));
    console.log(`VS Code: ${vscode.target.vscode}, its server run by ${vscode.node}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
