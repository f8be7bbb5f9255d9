// The built page of the record generator in a plain browser.
import type { Locator } from 'playwright-core';
import type { FromForm } from '../../../client/generator/form/protocol';
import type { Locale } from '../../../core/text/message';
import { until } from '../../vscode/window/codeWindow';
import { generatorPage, openBed, type Bed } from './bed';
import { formHost, type FormHost, type OpenZone } from './formHost';
import type { ThemeName } from './themes';

/** How a page is opened. */
export interface Showing {
  readonly zones?: readonly OpenZone[];
  readonly kind?: string;
  readonly locale?: Locale;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

/** The open page, with what a person sees and does in it. */
export interface FormPage {
  readonly bed: Bed;
  readonly host: FormHost;
  question(key: string): Locator;
  /** Answers a question: types, or chooses. */
  answer(key: string, value: string): Promise<void>;
  /** The lines of the preview, once they are judged. */
  lines(): Promise<readonly string[]>;
}

export async function openFormPage(showing: Showing = {}): Promise<FormPage> {
  const { zones = [], kind, locale = 'en', theme = 'light', width = 1280, height = 900 } = showing;
  // What is said before the page is there to be spoken to waits for it.
  let opened: (bed: Bed) => void = () => undefined;
  const opening = new Promise<Bed>((resolve) => {
    opened = resolve;
  });
  const host = formHost(zones, locale, async (message) => (await opening).post(message));
  const bed = await openBed({
    kind: generatorPage,
    theme,
    language: locale,
    width,
    height,
    hear: (message) => void host.hear(message as FromForm),
    ...(kind !== undefined && { state: { kind } }),
  });
  opened(bed);
  const { page } = bed;
  await page.locator('.question').first().waitFor();
  // Proposals stand on what the extension tells.
  await until('the circumstances', () => Promise.resolve(host.said.length > 1 ? true : undefined));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const question = (key: string): Locator => page.locator(`.question[data-key="${key}"]`);
  return {
    bed,
    host,
    question,
    async answer(key, value) {
      const field = question(key).locator('.field');
      if ((await field.count()) > 0) {
        await field.fill(value);
        return;
      }
      const several = (await question(key).locator('input[type=checkbox]').count()) > 0;
      const wanted = several ? value.split(',') : [value];
      for (const input of await question(key).locator('input').all()) {
        const chosen = wanted.includes((await input.getAttribute('value')) ?? '');
        if (chosen || several) await input.setChecked(chosen);
      }
    },
    async lines() {
      const asking = page.getByText(/The rules are being asked|ルールを確認中/);
      await until('the rules', async () => ((await asking.count()) === 0 ? true : undefined));
      return page.locator('.record .line').allInnerTexts();
    },
  };
}
