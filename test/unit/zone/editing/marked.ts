import assert from 'node:assert/strict';
import type { Editing } from '../../../../core/model/editing';
import { createLanguageService, type LanguageService } from '../../../../core/service';
import { render } from '../../../../core/text/message';
import { sourceText } from '../../../../core/text/sourceText';
import { applyEdits } from '../../../../core/text/span';

const uri = 'file:///example.com.zone';

/** A zone with a `|` where the cursor stands. */
export interface Marked {
  readonly text: string;
  readonly at: number;
  readonly service: LanguageService;
  readonly editing: Editing;
}

/** Opens a zone of example.com. in which `|` marks the cursor. */
export function marked(zone: string): Marked {
  const at = zone.indexOf('|');
  assert.ok(at >= 0, 'no | in the zone');
  const text = zone.slice(0, at) + zone.slice(at + 1);
  return { at, ...opened(text) };
}

/** Opens a zone of example.com. */
export function opened(text: string, fileName = 'example.com.zone'): Omit<Marked, 'at'> {
  const service = createLanguageService();
  service.open(uri, 'dns-zone', sourceText(text), { fileName });
  const editing = service.model(uri)?.editing;
  assert.ok(editing);
  return { text, service, editing };
}

/** The labels that are offered at the cursor. */
export function offered(zone: string): string[] {
  const { service, at } = marked(zone);
  return service.complete(uri, at)?.candidates.map(({ label }) => label) ?? [];
}

/** The zone once a candidate is taken at the cursor. */
export function taken(zone: string, label: string): string {
  const { service, at, text } = marked(zone);
  const expectation = service.complete(uri, at);
  const candidate = expectation?.candidates.find((one) => one.label === label);
  assert.ok(expectation && candidate, `${label} is not offered in ${zone}`);
  return applyEdits(text, [
    { span: expectation.replace, text: candidate.insert ?? candidate.label },
    ...(expectation.also ?? []).map((span) => ({ span, text: '' })),
  ]);
}

/** What is said beside a candidate. */
export function detail(zone: string, label: string, locale: 'en' | 'ja' = 'en'): string | undefined {
  const { service, at } = marked(zone);
  const found = service.complete(uri, at)?.candidates.find((one) => one.label === label)?.detail;
  return found && render(found, locale);
}

/** What a hover at the cursor says, a paragraph a line, and what it covers. */
export function hovered(
  zone: string,
  locale: 'en' | 'ja' = 'en',
): { said: string; over: string } | undefined {
  const { service, at, text } = marked(zone);
  const found = service.hover(uri, at);
  return (
    found && {
      said: found.paragraphs.map((paragraph) => render(paragraph, locale)).join('\n'),
      over: text.slice(found.span.start, found.span.end),
    }
  );
}
