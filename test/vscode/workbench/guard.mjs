// Starts a Node.js program such that it, all it starts and its folder vanish with whoever started us: our standard
// input is a pipe that closes when its other end does, even by SIGKILL. We lead a process group.
// Arguments: the folder, the program, and the program's own.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const [, , folder, program] = process.argv;
process.stdin.resume();
process.stdin.on('close', () => {
  const remove = `setTimeout(() => fs.rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 5 }), 300)`;
  spawn(process.execPath, ['-e', remove, folder], { detached: true, stdio: 'ignore', cwd: '/' }).unref();
  process.kill(-process.pid, 'SIGKILL');
});
process.argv.splice(1, 2);
await import(pathToFileURL(program).href);
