/**
 * A word for a POSIX shell: nothing in single quotes has a meaning there but the quote itself (POSIX XCU 2.2.2).
 * Characters that a terminal would act on have no place on a command line and are left out.
 */
export function shellWord(text: string): string {
  const visible = text.replace(/[\0-\x1f\x7f-\x9f]/g, '');
  if (/^[\w@%+:,./-]+$/.test(visible)) return visible;
  return `'${visible.replaceAll("'", `'\\''`)}'`;
}

function escaped(text: string, unfit: RegExp): string {
  const inner = text
    .replace(/["\\]/g, (mark) => `\\${mark}`)
    .replace(unfit, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${inner}"`;
}

/** A string of JavaScript, which also is one of JSON and of YAML in double quotes (YAML 1.2 §7.3.1). */
export function doubleQuoted(text: string): string {
  return escaped(text, /[\0-\x1f\x7f-\uffff]/g);
}

/**
 * A quoted template of HCL (Terraform): `${` and `%{` would begin an expression. HCL reads UTF-8, and has no escapes
 * for halves of characters.
 */
export function hclString(text: string): string {
  return escaped(text.replace(/[\ud800-\udfff]/gu, '\ufffd'), /[\0-\x1f\x7f-\x9f\u2028\u2029]/g).replace(
    /[$%](?=\{)/g,
    (mark) => mark + mark,
  );
}
