/**
 * Characters that would act on a terminal or on the order of what it shows: control characters, and the
 * bidirectional controls (Unicode TR 36 §2.5). A file's text must not be able to paint over what we say.
 */
// eslint cannot tell a control character that is meant from one that slipped in, hence the constructor.
const acting = new RegExp(
  '[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]',
  'g',
);

/** The text with each acting character shown: a tab or line break as a blank, others as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(acting, (one) =>
    one === '\t' || one === '\n' || one === '\r' ? ' ' : `\\u{${one.charCodeAt(0).toString(16)}}`,
  );
}

/** East Asian Wide and Fullwidth (Unicode TR 11), as far as mail configuration may hold them, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many columns a terminal gives the text. */
export function widthOf(text: string): number {
  let width = 0;
  for (const one of text) width += wide.test(one) ? 2 : /\p{Mn}/u.test(one) ? 0 : 1;
  return width;
}
