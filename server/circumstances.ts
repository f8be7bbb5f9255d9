import type { Circumstances } from '../core/model/editing';
import type { SerialStyle } from '../core/values/serial';
import { asObject } from './settings';

const styles: ReadonlySet<unknown> = new Set<SerialStyle>(['auto', 'date', 'counter', 'unixtime']);

/**
 * What core cannot know by itself: the moment, and what was chosen.
 * @param section the client's `mailAuth` section; what does not fit is left out
 */
export function circumstancesOf(section: unknown): Circumstances {
  const { serialStyle } = asObject(asObject(section).zone);
  const now = new Date();
  return {
    serialStyle: styles.has(serialStyle) ? (serialStyle as SerialStyle) : 'auto',
    now: {
      year: now.getFullYear(),
      month: now.getMonth() + 1,
      day: now.getDate(),
      seconds: Math.floor(now.getTime() / 1000),
    },
  };
}
