/** Whether a text is a version as releases have them: numbers with dots between. */
export function isVersion(text: string): boolean {
  return /^\d{1,6}(?:\.\d{1,6}){0,5}$/.test(text);
}

/**
 * Compares two versions number by number; missing ones count as 0, so 1.4 is 1.4.0. `develop`, what comes after all
 * releases, is the greatest.
 * @returns below 0, 0 or above 0 as `a` is older than, the same as, or newer than `b`
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): number[] {
  return version === 'develop' ? [Number.MAX_SAFE_INTEGER] : version.split('.').map(Number);
}
