import type { ZoneFile } from '../generator/form/protocol';
import { element } from '../webview/dom';
import { createSection } from './section';
import { plainly } from './text';
import type { Speech } from './words';

/** What the buttons stand on. */
export interface ActionsShown {
  readonly domain: string;
  readonly zones: readonly ZoneFile[];
  /** The URI of the zone file that is meant. */
  readonly zone: string | undefined;
  /** Whether there are records that may be put somewhere. */
  readonly ready: boolean;
}

/** What is asked for in here. */
export interface ActionsHearer {
  chooseZone(uri: string): void;
  insert(): void;
  copy(): void;
}

/** The buttons that put records into a zone file or onto the clipboard. */
export function createActions(
  speech: Speech,
  hearer: ActionsHearer,
): { readonly root: HTMLElement; show(shown: ActionsShown | undefined): void } {
  return createSection('use', speech.say('use'), ({ domain, zones, zone, ready }: ActionsShown) => {
    const file = zones.find(({ uri }) => uri === zone);
    const outside = file?.origin !== undefined && domain !== '' && !isIn(domain, file.origin);
    const hint = element('p', { id: 'insert-hint', class: 'aside' });
    hint.textContent =
      file === undefined
        ? speech.say('noZone')
        : outside
          ? speech.say('otherZone', { domain, origin: file.origin ?? '' })
          : speech.say('insertHint');
    const insert = element('button', {
      class: 'primary insert',
      text: speech.say('insert', { name: file?.name ?? speech.say('zoneFile') }),
      attributes: { type: 'button', 'aria-describedby': hint.id },
    });
    insert.disabled = !ready || file === undefined || outside;
    insert.addEventListener('click', () => {
      hearer.insert();
    });
    const copy = element('button', {
      class: 'copy',
      text: speech.say('copyRecord'),
      title: speech.say('copyHint'),
      attributes: { type: 'button' },
    });
    copy.disabled = !ready;
    copy.addEventListener('click', () => {
      hearer.copy();
    });
    return [
      ...(zones.length > 1 ? [zoneChooser(zones, zone, speech, hearer)] : []),
      element('p', { class: 'buttons' }, insert, copy),
      hint,
    ];
  });
}

function zoneChooser(
  zones: readonly ZoneFile[],
  zone: string | undefined,
  speech: Speech,
  hearer: ActionsHearer,
): HTMLElement {
  const select = element(
    'select',
    { id: 'choose-zone' },
    ...zones.map(({ uri, name, origin }) =>
      element('option', {
        text: plainly(origin === undefined ? name : `${name} (${origin})`),
        attributes: { value: uri },
      }),
    ),
  );
  select.value = zone ?? '';
  select.addEventListener('change', () => {
    hearer.chooseZone(select.value);
  });
  return element(
    'p',
    { class: 'chooser' },
    element('label', { text: speech.say('zoneFile'), attributes: { for: select.id } }),
    select,
  );
}

/** Whether a domain is a zone or lies below it; both in lower case, without final dots. */
export function isIn(domain: string, origin: string): boolean {
  const zone = origin.toLowerCase();
  return domain === zone || domain.endsWith(`.${zone}`);
}
