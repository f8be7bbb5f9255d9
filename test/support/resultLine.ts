/** What mocha's reporters know at the end; the part of it that is told. */
interface Ended {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly { fullTitle(): string; readonly err?: Error | undefined }[];
}

/** Of a failure's message, what is told once more at the end of the whole run, in characters. */
const ENOUGH = 1500;

/** The one line by which a run of mocha, in Node.js or in VS Code, tells scripts/test.mjs what came of it. */
export function resultLine({ stats, failures }: Ended): string {
  const { passes: passed, failures: failed, pending: skipped } = stats;
  const wrong = failures.map(
    (test) => `${test.fullTitle()}\n${(test.err?.message ?? 'without a message').slice(0, ENOUGH)}`,
  );
  return `[mail-auth results] ${JSON.stringify({ passed, failed, skipped, wrong })}`;
}
