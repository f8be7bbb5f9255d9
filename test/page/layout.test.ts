import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/shared';
import { layoutFaults } from './support/layout';
import { openReports, type ReportBed } from './support/reports';
import { oneRow, otherKinds, sampleFiles } from './support/samples';
import { variableNames } from './support/themes';

describe('The report page in windows of all widths', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  afterEach(() => bed.close());

  const fits = async (name: string) => {
    const faults: string[] = [];
    for (const [width, height] of [
      [320, 640],
      [640, 480],
      [1600, 1000],
    ] as const) {
      await bed.resize(width, height);
      await bed.page.waitForTimeout(400);
      await bed.picture(`${name}.${width}`);
      faults.push(...(await layoutFaults(bed.page)).map((fault) => `${width}: ${fault}`));
    }
    assert.deepEqual(faults, []);
  };

  for (const language of ['en', 'ja'] as const) {
    it(`nothing is cut off or overlaps without a report (${language})`, async () => {
      bed = await openReports({ language });
      await fits(`empty.${language}`);
    });

    it(`nor with one row (${language})`, async () => {
      bed = await openReports({ language, ungrouped: true, theme: 'dark' });
      await bed.open(oneRow);
      await bed.linesAre(1);
      await fits(`one.${language}`);
    });

    it(`nor on any tab (${language})`, async () => {
      bed = await openReports({ language });
      await bed.open(...(await sampleFiles()), ...otherKinds);
      await bed.read();
      for (let at = 0; at < (await bed.page.getByRole('tab').count()); at++) {
        await bed.page.getByRole('tab').nth(at).click();
        await fits(`tab${at}.${language}`);
      }
    });

    it(`nor with the detail of a record (${language})`, async () => {
      bed = await openReports({ language, ungrouped: true });
      await bed.open(...(await sampleFiles()));
      await bed.read();
      await bed.table.focus();
      await bed.page.keyboard.press('Enter');
      await bed.page.getByRole('complementary').waitFor();
      await fits(`detail.${language}`);
    });
  }

  it('the style sheets use variables that all themes have, or say what to take instead', async () => {
    bed = await openReports();
    const unknown: string[] = [];
    for (const folder of ['client/webview', 'client/generatorPage']) {
      for (const name of await readdir(join(root, folder), { recursive: true })) {
        if (!/\.(?:css|ts)$/.test(name)) continue;
        const text = await readFile(join(root, folder, name), 'utf8');
        for (const [, used = ''] of text.matchAll(/var\(\s*(--vscode-[\w-]+)\s*\)/g)) {
          if (!variableNames.has(used)) unknown.push(`${name}: ${used}`);
        }
      }
    }
    assert.deepEqual(unknown, []);
  });
});
