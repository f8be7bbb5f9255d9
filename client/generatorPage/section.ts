import { element } from '../webview/dom';

/** A part of the page that is only made anew where what it shows is different, so that focus and selection stay. */
export interface Section<Shown> {
  readonly root: HTMLElement;
  /** @param shown undefined: there is nothing to show */
  show(shown: Shown | undefined): void;
}

/**
 * @param build what the section consists of
 * @param title its heading, which also names it
 */
export function createSection<Shown>(
  name: string,
  title: string | undefined,
  build: (shown: Shown) => readonly (Node | string)[],
): Section<Shown> {
  const heading = title === undefined ? undefined : element('h3', { id: `${name}-title`, text: title });
  const body = element('div', { class: 'body' });
  const root = element(
    'section',
    {
      class: `part ${name}`,
      ...(heading && { attributes: { 'aria-labelledby': heading.id } }),
    },
    ...(heading === undefined ? [] : [heading]),
    body,
  );
  root.hidden = true;
  let before = '';
  return {
    root,
    show(shown) {
      root.hidden = shown === undefined;
      const now = shown === undefined ? '' : JSON.stringify(shown);
      if (now === before) return;
      before = now;
      // Whoever stands on a button here stays on it.
      const at = controlsIn(body).findIndex((control) => control === document.activeElement);
      body.replaceChildren(...(shown === undefined ? [] : build(shown)));
      if (at >= 0) controlsIn(body)[at]?.focus();
    },
  };
}

function controlsIn(body: HTMLElement): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('button, select')];
}
