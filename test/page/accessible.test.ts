import assert from 'node:assert/strict';
import { violations } from './support/axe';
import { openReports, type ReportBed } from './support/reports';
import { oneRow, otherKinds, sampleFiles } from './support/samples';
import { themeNames } from './support/themes';

describe('The report page for everybody', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  // What the page must not do is held elsewhere: here axe-core itself tries a style sheet.
  afterEach(() => bed.close());

  /** Checks what is to be seen in every theme, and keeps pictures of it. */
  const holds = async (name: string, themes: readonly (typeof themeNames)[number][] = themeNames) => {
    const wrong: string[] = [];
    for (const theme of themes) {
      await bed.wear(theme);
      await bed.page.waitForTimeout(150);
      await bed.picture(`${name}.${theme}`);
      wrong.push(...(await violations(bed.page)).map((text) => `${theme} ${text}`));
    }
    await bed.wear('light');
    assert.deepEqual(wrong, []);
  };

  it('the empty page', async () => {
    bed = await openReports();
    await holds('empty');
  });

  it('one row', async () => {
    bed = await openReports();
    await bed.open(oneRow);
    await bed.read();
    await holds('one');
  });

  for (const language of ['en', 'ja'] as const) {
    it(`the sample reports on every tab, with groups and without (${language})`, async () => {
      bed = await openReports({ language });
      await bed.open(...(await sampleFiles()), ...otherKinds);
      await bed.read();
      const names = await bed.page.getByRole('tab').allInnerTexts();
      for (const [at] of names.entries()) {
        await bed.page.getByRole('tab').nth(at).click();
        await bed.page.waitForTimeout(300);
        // High contrast and plain colours each once.
        await holds(`tab${at}.${language}`, language === 'en' ? ['light', 'hcDark'] : ['dark', 'hcLight']);
      }
      await bed.page.getByRole('tab').first().click();
      await bed.page.getByRole('combobox', { name: /Group by|グループ/ }).selectOption('');
      await bed.page.locator('[role=row][aria-level="1"]:not([aria-expanded])').first().waitFor();
      await holds(`rows.${language}`, language === 'en' ? ['dark', 'hcLight'] : ['light']);
    });

    it(`the detail of a record (${language})`, async () => {
      bed = await openReports({ language, ungrouped: true });
      await bed.open(...(await sampleFiles()));
      await bed.read();
      await bed.table.focus();
      await bed.page.keyboard.press('ArrowDown');
      await bed.page.keyboard.press('Enter');
      await bed.page.getByRole('complementary').waitFor();
      await bed.page.waitForTimeout(300);
      await holds(`detail.${language}`, language === 'en' ? ['light', 'hcDark'] : ['dark']);
    });
  }

  it('problems while reading, a filter that lets nothing through, a query that is wrong', async () => {
    bed = await openReports();
    await bed.open(...(await sampleFiles()), { name: 'no-report.xml', bytes: '<feedback><record>' });
    await bed.read();
    await bed.page.locator('details.problems summary').click();
    await holds('problems', ['dark', 'hcLight']);
    await bed.filter.fill('nobody wrote this');
    await bed.filter.press('Enter');
    await bed.page.getByText('No record matches').waitFor();
    await holds('nothing', ['light', 'hcDark']);
    await bed.filter.fill('count>');
    await bed.page.waitForTimeout(300);
    await holds('wrong', ['light', 'hcDark']);
  });
});
