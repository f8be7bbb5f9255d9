import { visible } from '../../../core/report';
import type { Localized } from '../../../core/text/message';
import { icon, type Shape } from '../dom';
import type { Speech } from '../words';

/** A word for a code of a standard; the code itself where there is none. */
export function wordOf(code: string, known: Readonly<Record<string, Localized>>, speech: Speech): string {
  return Object.hasOwn(known, code) ? speech.say(known[code]!) : visible(code);
}

const shapes: Readonly<Record<string, Shape>> = {
  pass: 'pass',
  fail: 'fail',
  none: 'none',
  softfail: 'unaligned',
  quarantine: 'quarantine',
  reject: 'reject',
};

/** A result's icon and word; nothing where there is none. */
export function resultParts(result: string): readonly (Node | string)[] {
  if (result === '') return [];
  return [icon(Object.hasOwn(shapes, result) ? shapes[result]! : 'unknown'), visible(result)];
}

/** A moment in words; empty where unknown. */
export function momentOf(time: number | undefined, speech: Speech): string {
  return speech.period(time, undefined);
}
