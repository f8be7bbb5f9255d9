// What is cut off or overlaps on a page, measured.
import type { Page } from 'playwright-core';

/** What a person cannot see or reach as it should be, in words that name the place; nothing where all is well. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const wide = document.documentElement.clientWidth;
    const called = (one: Element): string => {
      const text = (one.textContent.trim() || one.getAttribute('aria-label')) ?? '';
      return `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> ${text.slice(0, 50)}`;
    };
    const shown = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** What scrolls, or cuts off, around an element. */
    const clipper = (one: Element): Element | undefined => {
      for (let around = one.parentElement; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return around;
      }
      return undefined;
    };
    if (document.documentElement.scrollWidth > innerWidth) {
      faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${innerWidth}`);
    }
    const controls = [
      ...document.querySelectorAll('button, input, select, a[href], summary, [role=tab]'),
    ].filter((one) => shown(one) && one.getBoundingClientRect().width > 2);
    const texts = [...document.querySelectorAll('h1, h2, h3, p, dt, dd, label, legend, li, summary')].filter(
      (one) => shown(one) && one.getBoundingClientRect().width > 2,
    );
    for (const one of [...controls, ...texts]) {
      const { left, right } = one.getBoundingClientRect();
      if (left > -1 && right < wide + 1) continue;
      const around = clipper(one);
      // Inside of what scrolls sideways it can be reached.
      if (around !== undefined && /auto|scroll/.test(getComputedStyle(around).overflowX)) continue;
      faults.push(`reaches out of the window (${Math.round(left)} to ${Math.round(right)}): ${called(one)}`);
    }
    controls.forEach((one, i) => {
      const a = one.getBoundingClientRect();
      for (const other of controls.slice(i + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        // What floats above the rest covers it on purpose; what scrolls under something as well.
        if (one.closest('[role=treegrid]') || other.closest('[role=treegrid]')) continue;
        const b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across <= 2 || down <= 2 || clipper(one) !== clipper(other)) continue;
        // A button within its field.
        const within = (outer: DOMRect, inner: DOMRect): boolean =>
          outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top;
        if (within(a, b) || within(b, a)) continue;
        faults.push(`overlap: ${called(one)} and ${called(other)}`);
      }
    });
    return faults;
  });
}
