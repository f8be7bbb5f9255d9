import type { Plan } from '../../../core/report';
import type { Page } from '../context';
import type { ReadinessAnswer } from '../messages';

/** The three policies side by side. */
export const levels = ['none', 'quarantine', 'reject'] as const;
export type Level = (typeof levels)[number];

/** What each policy would do to the same mail. */
export type Outlook = Readonly<Record<Level, ReadinessAnswer>>;

/** Sources that are named for one policy. */
const mostSources = 100;

/**
 * Asks the worker for the three policies, and zones at hand which names exist where the plan depends on that.
 * @throws Error where the worker has no answer
 */
export async function outlookFor({ worker, host }: Page, filter: string, plan: Plan): Promise<Outlook> {
  const ask = (p: Level, missing: readonly string[]) =>
    worker('readiness', { filter, plan: { ...plan, p }, missing, most: mostSources });
  const first = await ask('reject', []);
  const missing = plan.np === undefined ? [] : await missingNames(host, first.subdomains);
  const [none, quarantine] = await Promise.all([ask('none', missing), ask('quarantine', missing)]);
  const reject = missing.length === 0 ? first : await ask('reject', missing);
  return { none, quarantine, reject };
}

async function missingNames(host: Page['host'], names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  // Without an answer, names count as existing: that is what is said where zones do not tell.
  const exist = await host('namesExist', { names }).catch(() => []);
  return names.filter((_, i) => exist[i] === false);
}

/** Messages that a policy would touch. */
export function touched({ failing }: ReadinessAnswer): number {
  return failing.quarantine + failing.reject;
}

/** Messages that fail, whatever is done about them. */
export function failed({ failing }: ReadinessAnswer): number {
  return failing.none + failing.quarantine + failing.reject;
}
