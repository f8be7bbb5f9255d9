import type { Speech } from '../words';
import { words } from './words';

/** The least share that is written as a number. */
const least = 0.001;

/** A part of all messages in per cent; what is there is never written as nothing. */
export function shareText(share: number, speech: Speech): string {
  return share > 0 && share < least
    ? speech.say(words.lessThan, { percent: speech.percent(least, 1) })
    : speech.percent(share, 1);
}
