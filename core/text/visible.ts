/**
 * Characters that hide, reorder or imitate: controls (Cc), formats such as bidirectional overrides, zero-width
 * joiners and tags (Cf), line and paragraph separators, spaces that look like the ASCII one, fillers that show as
 * nothing, variation selectors, lone surrogates and private use.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** The text with every character that a person could not see or would misread written as `⟨U+202E⟩`. */
export function revealed(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.codePointAt(0)!;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
