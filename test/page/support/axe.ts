// What axe-core finds on a page, in words that name the place.
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** All violations of axe-core's rules, best practices included: `rule: what is wrong (element)`. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Evaluated by the browser's own door: the page's policy lets no script in.
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => {
    const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return checker.run();
  });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${why} (${html.slice(0, 160)})`;
    }),
  );
}
