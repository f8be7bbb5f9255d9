import type { Page } from './context';

/** The page's own keys, `/`, `g` and Escape, and the commands that are about no single room. */
export function listenToKeys(page: Page, view: HTMLElement): void {
  const { looks } = page;
  page.onCommand('clearFilter', () => {
    looks.change({ filter: '' });
  });
  page.onCommand('showRecords', () => {
    looks.change({ tab: 'records' });
  });
  page.onCommand('showOverview', () => {
    looks.change({ tab: 'overview' });
  });
  page.onCommand('showReadiness', () => {
    looks.change({ tab: 'readiness' });
  });
  document.addEventListener('keydown', (event) => {
    if (view.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === '/' && !typing) {
      event.preventDefault();
      page.run('filter');
    } else if (event.key === 'g' && !typing) {
      event.preventDefault();
      page.run('group');
    } else if (event.key === 'Escape' && !event.defaultPrevented && looks.now().filter !== '') {
      page.run('clearFilter');
    }
  });
}
