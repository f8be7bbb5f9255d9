import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { reportTable } from '../window/reportTable';

const plain = 'receiver.example!example.com!1794787200!1794873599.xml';
const gzipped = 'mx.example.org!example.com!1794873600!1794959999!4f2a.xml.gz';
const zipped = 'odd.example!example.com!1794960000!1795046399.zip';

describe('Ways into the report view', function () {
  this.timeout(60_000);
  const journey = journeyThrough('samples');
  const path = (...names: string[]) => join(journey.folder, ...names);

  const page = () => journey.code.page;
  const explorerRow = (name: string) =>
    page()
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: page().locator('.label-name').getByText(name, { exact: true }) })
      .first();
  const viewRows = () => page().locator('.pane-body .customview-tree .monaco-list-row');
  const menuItem = (label: string) =>
    page().locator('.monaco-menu .action-item').filter({ hasText: label }).first();
  const tab = (name: string) => page().locator('.tab.active').filter({ hasText: name });

  const showExplorer = async () => {
    await page().keyboard.press('Control+Shift+E');
    await page().locator('.explorer-folders-view').hover();
    // Watching files is not always prompt.
    await page().locator('.sidebar .action-label[aria-label="Refresh Explorer"]').click();
  };
  /** Opens the folder of reports in the Explorer. */
  const showReports = () =>
    until('the reports in the Explorer', async () => {
      if (await explorerRow(plain).isVisible()) return true;
      const folder = explorerRow('reports');
      if ((await folder.getAttribute('aria-expanded')) === 'false') await folder.click();
      return undefined;
    });
  const showReportsView = async () => {
    await journey.code.command('View: Show Mail Auth');
    await viewRows().first().waitFor();
  };
  /** The texts of the lines of the view, once they are as wanted. */
  const lines = (wanted: (texts: readonly string[]) => boolean) =>
    until('the lines of the Reports view', async () => {
      const texts = (await viewRows().allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
      return wanted(texts) ? texts : undefined;
    });
  /** Waits until the page says so in its head. */
  const heading = (wanted: RegExp) =>
    until(`a heading like ${String(wanted)}`, async () => {
      const text = await reportTable(journey.code)
        .heading()
        .catch(() => '');
      return wanted.test(text) ? text : undefined;
    });
  const openAsReports = async (row: Locator) => {
    await row.click({ button: 'right' });
    // A menu that has just come up takes no click yet.
    const entry = menuItem('Open as DMARC Reports');
    await entry.hover();
    await until('the menu to go', async () => {
      if (!(await entry.isVisible())) return true;
      await page().waitForTimeout(300);
      await entry.click({ timeout: 1000 }).catch(() => undefined);
      return undefined;
    });
  };
  const filterField = () => reportTable(journey.code).frame.locator('input.filter');
  const filterHasFocus = () =>
    until('the focus', async () =>
      (await filterField().evaluate((field) => field === field.ownerDocument.activeElement))
        ? true
        : undefined,
    );
  /** By the palette, as who has no hand for the mouse does. */
  const filterBy = async (query: string) => {
    await journey.code.command('Mail Auth: Filter Reports');
    await filterHasFocus();
    await journey.code.type(query);
    await page().keyboard.press('Enter');
  };
  /** Lets files fall on the view, as a drag from the desktop does. */
  const dropOnView = async (paths: readonly string[]) => {
    const files = await Promise.all(
      paths.map(async (one) => ({ name: basename(one), bytes: [...(await readFile(one))] })),
    );
    await page()
      .locator('.pane-body .customview-tree .monaco-list-rows')
      .evaluate((rows, dropped) => {
        const dataTransfer = new DataTransfer();
        for (const { name, bytes } of dropped)
          dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          rows.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      }, files);
  };

  afterEach(() => journey.code.closeEditors());

  it('a file whose name says that it is a report opens as one', async () => {
    await showExplorer();
    await showReports();
    await explorerRow(gzipped).dblclick();
    await tab(gzipped).waitFor();
    await heading(/example\.com/);
  });

  it('any other opens as text, with a button; the Explorer opens it as one by its menu', async () => {
    await copyFile(path('reports', plain), path('november.xml'));
    await showExplorer();
    await explorerRow('november.xml').dblclick();
    await tab('november.xml').waitFor();
    await journey.code.textWith('<feedback');
    await page().getByRole('button', { name: 'Open as DMARC Reports' }).click();
    await heading(/Receiver Example/);
    await journey.code.closeEditors();
    await openAsReports(explorerRow('november.xml'));
    await heading(/Receiver Example/);
    await tab('november.xml').waitFor();
  });

  it('several that are selected open together', async () => {
    await showExplorer();
    await showReports();
    await explorerRow(plain).click();
    await explorerRow(gzipped).click({ modifiers: ['Control'] });
    await openAsReports(explorerRow(gzipped));
    await heading(/2 reports from 2 receivers/);
    await tab('DMARC Reports').waitFor();
  });

  it('a folder opens with all that is in it, links followed once', async () => {
    await mkdir(path('archive', '2026', '10'), { recursive: true });
    await copyFile(path('reports', plain), path('archive', '2026', 'first.dat'));
    await copyFile(path('reports', gzipped), path('archive', '2026', '10', 'second'));
    await symlink(path('archive'), path('archive', '2026', 'round'));
    await symlink(path('archive', '2026', 'first.dat'), path('archive', 'again'));
    await showExplorer();
    await openAsReports(explorerRow('archive'));
    await heading(/2 reports from 2 receivers/);
  });

  it('ten thousand small files are opened, and the page can be used meanwhile', async function () {
    this.timeout(300_000);
    const text = await readFile(path('reports', plain), 'utf8');
    await mkdir(path('many'));
    for (let i = 0; i < 10_000; i++) {
      const name = `${String(i).padStart(5, '0')}.xml`;
      await writeFile(path('many', name), text.replace('<report_id>2026', `<report_id>${i}`));
    }
    await showExplorer();
    const begin = Date.now();
    await openAsReports(explorerRow('many'));
    await heading(/reports from 1 receiver/);
    await filterBy('count>1000');
    await until(
      'all reports',
      async () => (/10,000 reports/.test(await reportTable(journey.code).heading()) ? true : undefined),
      240_000,
    );
    console.log(`      all of them after ${((Date.now() - begin) / 1000).toFixed(1)} s`);
    assert.equal(await filterField().inputValue(), 'count>1000');
    await reportTable(journey.code)
      .frame.getByText(/^10,000 of 70,000 records$/)
      .waitFor();
  });

  it('the empty page asks for a folder by VS Code’s picker', async () => {
    await journey.code.command('Mail Auth: Report View');
    const { frame } = reportTable(journey.code);
    await frame.getByRole('button', { name: 'Choose Folder…' }).click();
    const field = page().locator('.quick-input-widget input[type=text]');
    await field.waitFor();
    await field.fill(`${path('reports')}/`);
    await page().locator('.quick-input-widget').getByText('Open Folder', { exact: true }).click();
    await heading(/4 reports from 4 receivers/);
  });

  it('the view in the activity bar offers the ways in, and takes what is dropped', async () => {
    await showReportsView();
    const offered = await lines((texts) => texts.length === 3);
    assert.deepEqual(offered, ['Open Files…', 'Open Folder…', 'Open Sample Reports']);
    await journey.code.picture('reports-view-empty');
    await dropOnView([path('reports', plain)]);
    await heading(/Receiver Example/);
    const [domain, report] = await lines((texts) => texts.length === 2);
    assert.match(domain ?? '', /^example\.com ?1 report · 1.?919 messages/);
    assert.match(report ?? '', /^Receiver Example ?12 of 1.?919 fail · 16 Nov$/);
  });

  it('what is open is listed there; a click on a report shows it alone', async () => {
    await showReportsView();
    await viewRows().filter({ hasText: 'Open Sample Reports' }).click();
    await heading(/4 reports from 4 receivers/);
    const listed = await lines((texts) => texts.length === 5);
    assert.match(listed[0] ?? '', /^example\.com ?4 reports/);
    await journey.code.picture('reports-view');
    await viewRows().filter({ hasText: 'Receiver Example' }).click();
    const table = reportTable(journey.code);
    await until('the filter', async () =>
      (await table.frame.getByText(/^7 of 16 records$/).count()) === 1 ? true : undefined,
    );
  });

  it('clearing there empties the page, and the view', async () => {
    await showReportsView();
    await viewRows().filter({ hasText: 'Open Sample Reports' }).click();
    await lines((texts) => texts.length === 5);
    await journey.code.command('Mail Auth: Close All DMARC Reports');
    await reportTable(journey.code).frame.getByText('Drop DMARC reports here').waitFor();
    await lines((texts) => texts.length === 3);
  });

  it('closing the tab takes its reports from the view', async () => {
    await journey.code.openFile(`reports/${plain}`);
    await heading(/Receiver Example/);
    await showReportsView();
    await lines((texts) => /Receiver Example/.test(texts.join()));
    await journey.code.closeEditors();
    await lines((texts) => texts.length === 3);
  });

  it('commands of the palette reach the active page', async () => {
    await journey.code.openFile(`reports/${plain}`);
    await heading(/Receiver Example/);
    await filterBy('count>1000');
    const { frame } = reportTable(journey.code);
    await frame.getByText(/^1 of 7 records$/).waitFor();
    await journey.code.command('Mail Auth: Clear the Filter of Reports');
    await frame.getByText(/^7 records$/).waitFor();
    await frame.locator('[role=grid], [role=treegrid]').first().focus();
    await page().keyboard.press('Control+F');
    await filterHasFocus();
  });

  it('a limit that is set holds in pages that are opened then', async () => {
    await mkdir(path('.vscode'), { recursive: true });
    await writeFile(path('.vscode', 'settings.json'), '{"mailAuth.reports.limits.zipEntries": 1}');
    try {
      await until('the limit', async () => {
        await journey.code.openFile(`reports/${zipped}`);
        const text = await heading(/example\.com/);
        if (!/2 reports/.test(text)) return true;
        await journey.code.closeEditors();
        return undefined;
      });
    } finally {
      await writeFile(path('.vscode', 'settings.json'), '{}');
    }
  });

  it('after a reload of the window the view has its files and its look again', async () => {
    await showReportsView();
    await viewRows().filter({ hasText: 'Open Sample Reports' }).click();
    await heading(/4 reports from 4 receivers/);
    await dropOnView([path('november.xml')]);
    await heading(/5 reports/);
    await filterBy('from:example.com');
    await heading(/example\.com/);
    await journey.code.reload('from:example.com', 'november.xml');
    await page().locator('.tab').first().waitFor();
    await heading(/4 reports from 4 receivers/);
    assert.equal(await filterField().inputValue(), 'from:example.com');
    // The page's own file is gone, and it says so.
    const { frame } = reportTable(journey.code);
    await frame.getByText(/problems? while reading/).click();
    await frame.getByText('cannot be opened again by itself').waitFor();
    await frame.locator('.problems').getByText('november.xml').waitFor();
    await lines((texts) => texts.length === 5);
    assert.deepEqual([...journey.refused], []);
  });
});
