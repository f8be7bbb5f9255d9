/** Whether Postfix takes the text for a boolean: `yes` or `no` in any case, nothing else. */
export function isPostfixBoolean(text: string): boolean {
  return /^(?:yes|no)$/i.test(text);
}

/** The spelled-out booleans that OpenDMARC and OpenDKIM read as they are meant. */
const PLAIN = /^(?:t|true|y|yes|1|f|false|n|no|0)$/i;

/**
 * How OpenDMARC and OpenDKIM read a boolean: by its first letter alone (config.c).
 * @returns `plain`: whether the whole word says what its first letter does; undefined where they refuse the text
 */
export function firstLetterBoolean(
  text: string,
): { readonly value: boolean; readonly plain: boolean } | undefined {
  const first = text.charAt(0).toLowerCase();
  if (first === '' || !'tyfn01'.includes(first)) return undefined;
  return { value: 'ty1'.includes(first), plain: PLAIN.test(text) };
}
