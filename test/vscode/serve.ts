// The second half of `npm start` where there is no desktop VS Code: serves the workbench for any browser, with the
// extension and samples/, until it is told to stop. Argument: the port, 0 for a free one.
import { join } from 'node:path';
import { root } from '../support/shared';
import { workbenchAddress } from './workbench/address';
import { installWorkbench } from './workbench/install';
import { startServer } from './workbench/server';

async function main(port: number): Promise<void> {
  console.log("Preparing VS Code's workbench for the browser…");
  const vscode = await installWorkbench();
  const server = await startServer(vscode, { port, extension: root });
  let stopping = false;
  const stop = async (status: number) => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(status);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  void server.ended.then((log) => {
    if (!stopping) console.error(`VS Code's server ended:\n${log}`);
    return stop(1);
  });
  const address = workbenchAddress(server.port, { folder: join(root, 'samples') });
  console.log(
    `\nVS Code ${vscode.target.vscode} with Mail Auth on samples/ is at\n\n  ${address}\n\nCtrl-C ends it.`,
  );
}

main(Number(process.argv[2] ?? 0)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
