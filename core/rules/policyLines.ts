// What the rules about MTA-STS policies have in common.
import type { PolicyKey } from '../facts/mtaStsPolicy';
import { commentStart, meantKey, plainText, type PolicyFile } from '../model/mtaStsPolicyFile';
import type { PolicyLine } from '../syntax/mtaStsPolicy';
import type { Edit, Span } from '../text/span';

/** The value of a line, without a comment behind it, and where it stands. */
export interface PolicyValue {
  readonly text: string;
  readonly span: Span;
  /** The value, or the key where there is none: never empty. */
  readonly mark: Span;
}

/** The value of a line whose key is meant to be `key`; undefined for other lines. */
export function valueOf({ field }: PolicyLine, key: PolicyKey): PolicyValue | undefined {
  if (field === undefined || meantKey(field.key) !== key) return undefined;
  const text = field.value.slice(0, commentStart(field.value));
  const { start } = field.valueSpan;
  const span = { start, end: start + text.length };
  return { text, span, mark: text === '' ? field.keySpan : span };
}

/** Whether a text holds characters that have a rule of their own. */
export function isPrintable(text: string): boolean {
  return /^[\x20-\x7e\t]*$/.test(text);
}

/** A value as it was meant: without quotes around it and without a `;` or `,` behind. */
export function bareValue(written: string): string {
  return plainText(written)
    .replace(/[;,]+$/, '')
    .replace(/^(["'`])(.*)\1$/, '$2')
    .trim();
}

/** The edit that writes a value: it sets a blank before one that was not there. */
export function writing({ text, span }: PolicyValue, wanted: string): Edit {
  return { span, text: text === '' ? ` ${wanted}` : wanted };
}

/** The edit that takes a whole line away, with its end. */
export function removingLine({ text, lineEnd }: PolicyLine): Edit {
  return { span: { start: 0, end: text.length + lineEnd.length }, text: '' };
}

/** Whether a policy has a field of this key that every sender finds. */
export function has(file: PolicyFile, key: PolicyKey): boolean {
  return file.byKey.has(key);
}
