import { revealed } from '../text/visible';

/** The text with every character that a person could not see or would misread written as `⟨U+202E⟩`; line ends as spaces. */
export function visible(text: string): string {
  return revealed(text.replace(/[\t\n\r ]+/g, ' '));
}
