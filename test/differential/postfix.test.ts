import assert from 'node:assert/strict';
import { postfixParameter } from '../../core/facts/postfix';
import { valueProblems } from '../../core/rules/postfixValue';
import { FROZEN, FROZEN_VALUES } from '../unit/postfix/frozen';
import { openDaemons, type Daemons } from './postfixDaemons';

/** How many daemons are asked at once; most of the time they start, and some wait for a second. */
const AT_ONCE = 16;

/** Words of other systems (BSD’s syslog) and of later versions. */
const ELSEWHERE = new Set(['syslog_facility = security', 'smtpd_forbid_bare_newline = note']);

/** Runs jobs, some at a time, in their order. */
async function all<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < jobs.length) await run(jobs[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** One value, and what our rule says of it. */
interface Boundary {
  readonly name: string;
  readonly program: string;
  readonly value: string;
}

/** The greatest and least values of numbers and times, and those just beyond them. */
function boundaries(): Boundary[] {
  return FROZEN.flatMap(({ name, program }) => {
    const type = postfixParameter(name)?.type;
    if (program === undefined || (type?.kind !== 'integer' && type?.kind !== 'time')) return [];
    const { least, most } = type;
    const values = [least - 1n, least, most, most + 1n].map(String);
    // Both of these depend on other settings.
    return /_limit$/.test(name) && /^(?:virtual_)?mailbox_size/.test(name)
      ? []
      : values.map((value) => ({ name, program, value: type.kind === 'time' ? `${value}s` : value }));
  });
}

describe('the installed Postfix and our rules', () => {
  let daemons: Daemons | undefined;

  before(function () {
    daemons = openDaemons();
    if (daemons === undefined) this.skip();
  });
  after(() => daemons?.close());

  it('agree on every parameter and value as they did when the verdicts were frozen', async function () {
    // Another version has other parameters; its verdicts are another table.
    if (daemons?.version.startsWith('3.7.') !== true) this.skip();
    const changed: string[] = [];
    const jobs = FROZEN.flatMap(({ name, program, verdicts }) =>
      program === undefined
        ? []
        : FROZEN_VALUES.flatMap((value, i) =>
            verdicts[i] === '?' ? [] : [{ name, program, value, refused: verdicts[i] === 'x' }],
          ),
    );
    await all(jobs, async ({ name, program, value, refused }) => {
      const answer = await daemons!.ask(program, name, value);
      if (answer.refused !== refused) changed.push(`${name} = ${value}: ${answer.said}`);
    });
    assert.deepEqual(changed, []);
  }).timeout(1_200_000);

  it('agree on the bounds of every number and time', async () => {
    const wrong: string[] = [];
    await all(boundaries(), async ({ name, program, value }) => {
      const ours = valueProblems(postfixParameter(name)!.type, value, '3.7').length > 0;
      const { refused, said } = await daemons!.ask(program, name, value);
      if (ours !== refused) wrong.push(`${name} = ${value}: ${said}`);
    });
    assert.deepEqual(wrong, []);
  }).timeout(600_000);

  it('agree on every word that an enumerated parameter takes, also in capitals', async () => {
    const wrong: string[] = [];
    const jobs = FROZEN.flatMap(({ name, program }) => {
      const type = postfixParameter(name)?.type;
      if (program === undefined || type?.kind !== 'keyword' || type.enumeration.open === true) return [];
      return type.enumeration.values.flatMap(({ name: word }) =>
        ELSEWHERE.has(`${name} = ${word}`)
          ? []
          : [word, word.toUpperCase()].map((value) => ({ name, program, value, type })),
      );
    });
    await all(jobs, async ({ name, program, value, type }) => {
      const ours = valueProblems(type, value).some(({ tolerated }) => tolerated === undefined);
      const { refused, said } = await daemons!.ask(program, name, value);
      if (ours !== refused) wrong.push(`${name} = ${value}: ${said}`);
    });
    assert.deepEqual(wrong, []);
  }).timeout(600_000);
});
