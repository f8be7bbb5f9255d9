import { authorDomain, visible } from '../../../core/report';
import { element, icon, type Shape } from '../dom';
import type { Detail } from '../messages';
import type { Speech } from '../words';
import { words } from './words';

/** A mechanism's result, drawn beside the domain that it has to be aligned with. */
interface Arm {
  readonly mechanism: 'SPF' | 'DKIM';
  readonly result: string;
  readonly domain: string;
  readonly more: string;
  readonly mode: 'relaxed' | 'strict';
  readonly aligned: boolean;
  readonly passed: boolean;
}

/** Draws how each authenticated domain stands to that of the header From: as a list, one line a result. */
export function alignmentOf({ row, spf, dkim }: Detail, speech: Speech): HTMLElement {
  const arms: readonly Arm[] = [
    ...dkim.map((one): Arm => ({ ...one, mechanism: 'DKIM', more: one.selector })),
    ...spf.map((one): Arm => ({ ...one, mechanism: 'SPF', more: one.scope })),
  ];
  const from = authorDomain(row, row.head);
  const lines = arms.map((arm) => lineOf(arm, speech));
  if (dkim.length === 0) lines.push(element('li', { class: 'none', text: speech.say(words.noDkim) }));
  if (spf.length === 0) lines.push(element('li', { class: 'none', text: speech.say(words.noSpf) }));
  return element(
    'div',
    { class: 'alignment' },
    element(
      'p',
      { class: 'from' },
      element('span', { class: 'role', text: speech.say(words.headerFrom) }),
      element('code', { text: visible(from === '' ? '?' : from), title: visible(from) }),
    ),
    element('ul', {}, ...lines),
  );
}

function lineOf(
  { mechanism, result, domain, more, mode, aligned, passed }: Arm,
  speech: Speech,
): HTMLElement {
  const shape: Shape = passed ? (aligned ? 'pass' : 'unaligned') : 'fail';
  const verdict = passed
    ? speech.say(aligned ? words.aligned : words.notAligned)
    : aligned
      ? speech.say(words.aligns)
      : speech.say(words.notAligned);
  const name = visible(domain === '' ? '?' : domain);
  return element(
    'li',
    { class: passed && aligned ? 'counts' : '' },
    element('span', { class: 'tie', text: aligned ? '⟷' : '≠', attributes: { 'aria-hidden': 'true' } }),
    element(
      'span',
      { class: 'result' },
      icon(shape),
      element('b', { text: `${mechanism} ${visible(result === '' ? '–' : result)}` }),
    ),
    element(
      'span',
      { class: 'domain' },
      element('code', { text: name, title: name }),
      more === '' ? '' : element('small', { text: ` ${visible(more)}` }),
    ),
    element('span', { class: 'verdict', text: `${speech.say(words[mode])} · ${verdict}` }),
  );
}
