import { revealed } from '../../core/text/visible';

/** A text of several lines as it may be shown: nothing in it hides, and a tab is a blank. */
export function plainly(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => revealed(line.replaceAll('\t', ' ')))
    .join('\n');
}
