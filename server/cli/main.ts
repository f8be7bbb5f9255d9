import { message, render } from '../../core/text/message';
import { parseArguments, type CheckOptions } from './arguments';
import { printCanonical } from './canonical';
import { check, exitStatus, type Outcome } from './check';
import { printExplanations } from './explain';
import { formatJson } from './format/json';
import { formatSarif } from './format/sarif';
import { visible } from './format/terminal';
import { formatText } from './format/text';
import { generate } from './generate/print';
import { help } from './help';
import { printReports } from './report/print';
import { printSpf } from './spf';

declare const MAIL_AUTH_VERSION: string;

// `… | head` closes the pipe: what was to be said is said, and nobody listens to the rest.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
});

function format(outcome: Outcome, options: CheckOptions): Iterable<string> {
  const { locale } = options;
  if (options.format === 'json') return formatJson(outcome, locale);
  if (options.format === 'sarif') return formatSarif(outcome, locale);
  const terminal = process.stdout.isTTY;
  const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  return formatText(outcome, { locale, excerpts: options.verbose ?? terminal, colours: terminal && !plain });
}

/** How much is written at once, in UTF-16 code units. */
const portion = 1 << 16;

/** Writes pieces as they come, several at once. */
function writeAll(pieces: Iterable<string>): void {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < portion) continue;
    process.stdout.write(waiting);
    waiting = '';
  }
  process.stdout.write(waiting);
}

/** Does what the command line asks for; gives the exit status. */
function run(): number | Promise<number> {
  const request = parseArguments(process.argv.slice(2), process.env);
  switch (request.kind) {
    case 'version':
      process.stdout.write(`${MAIL_AUTH_VERSION}\n`);
      return 0;
    case 'help':
      process.stdout.write(render(message(help, { version: MAIL_AUTH_VERSION }), request.locale));
      return 0;
    case 'wrong': {
      const hint = { en: 'see cli.js --help', ja: 'cli.js --help をご覧ください' }[request.locale];
      process.stderr.write(`mail-auth: ${visible(render(request.message, request.locale))}\n${hint}\n`);
      return 2;
    }
    case 'canonical':
      return printCanonical(request.options);
    case 'spf':
      return printSpf(request.options);
    case 'explain':
      return printExplanations(request.options);
    case 'generate':
      return generate(request.options);
    case 'report':
      return printReports(request.options);
    case 'check': {
      const { options } = request;
      const outcome = check(options);
      for (const { path, message: said } of outcome.unread) {
        process.stderr.write(`mail-auth: ${visible(path)}: ${visible(render(said, options.locale))}\n`);
      }
      writeAll(format(outcome, options));
      return exitStatus(outcome, options.failOn);
    }
  }
}

/** What went wrong that should not; 1 would say that the files were checked and something was found. */
function failed(problem: unknown): void {
  process.stderr.write(
    `mail-auth: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`,
  );
  process.exitCode = 2;
}

// Not process.exit(): that would cut off what a pipe has not taken yet.
try {
  const status = run();
  if (typeof status === 'number') process.exitCode = status;
  else
    void status.then((late) => {
      process.exitCode = late;
    }, failed);
} catch (problem) {
  failed(problem);
}
