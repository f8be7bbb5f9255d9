/** What an element may be given; everything from outside goes in as text, never as markup. */
interface Properties {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly id?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A new element with children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (properties.class !== undefined) made.className = properties.class;
  if (properties.text !== undefined) made.textContent = properties.text;
  if (properties.title !== undefined) made.title = properties.title;
  if (properties.id !== undefined) made.id = properties.id;
  for (const [key, value] of Object.entries(properties.attributes ?? {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Shapes drawn on 16 × 16; each differs in form, so that none depends on its colour. */
const shapes = {
  pass: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm3.2 4.9-3.9 4.3a.75.75 0 0 1-1.1 0L4.7 9.1l1.1-1 1 1.1 3.3-3.7Z',
  unaligned: 'M8 1.2 15.2 14H.8Zm-.8 4.3v4.2h1.6V5.5Zm0 5.2v1.6h1.6v-1.6Z',
  fail: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.8 4.7 8 6.9l2.2-2.2 1.1 1.1L9.1 8l2.2 2.2-1.1 1.1L8 9.1l-2.2 2.2-1.1-1.1L6.9 8 4.7 5.8Z',
  unknown: 'M3 7.2h10v1.6H3Z',
  none: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.3a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4Z',
  quarantine: 'M2 3h12v3h-1v7H3V6H2Zm4 5v1.4h4V8Z',
  reject: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM4.5 7.2h7v1.6h-7Z',
  up: 'M8 4.5 12.5 10h-9Z',
  down: 'M8 11.5 3.5 6h9Z',
  right: 'M11.5 8 6 12.5v-9Z',
  close: 'M4.2 3.1 8 6.9l3.8-3.8 1.1 1.1L9.1 8l3.8 3.8-1.1 1.1L8 9.1l-3.8 3.8-1.1-1.1L6.9 8 3.1 4.2Z',
  help: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.2a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 8 2.7ZM8 4.6c-1.5 0-2.400.9-2.5 2.2h1.3c0-.6.4-1.1 1.2-1.1.7 0 1.1.4 1.1.9 0 .5-.3.8-.8 1.2-.7.5-1 .9-1 1.8h1.3c0-.6.2-.8.8-1.2.6-.5 1.1-1 1.1-1.9 0-1.1-1-1.9-2.5-1.9Zm-.7 5.7v1.400h1.400v-1.400Z',
  check: 'M6.3 12.2 2.4 8.3l1.2-1.2 2.7 2.7 6-6.1 1.2 1.2Z',
  only: 'M1.5 2.5h13L9.6 8.6v4.9l-3.2-1.6V8.6Zm2.8 1.4 3.5 4.2v2.9l.4.2V8.1l3.5-4.2Z',
  yours: 'M8 1.5 14 4v4c0 3.3-2.5 5.6-6 6.6C4.5 13.6 2 11.3 2 8V4Zm3.1 4.3-3.9 4.1-2-1.9-1 1 3.1 3 4.9-5.1Z',
  forwarder: 'M9.5 3.5 14.5 8l-5 4.5V9.7C6 9.7 3.5 10.7 1.5 13c.5-4 3.2-6.2 8-6.7Z',
  misconfigured: 'M8 1.2 15.2 14H.8Zm-.8 4.3v4.2h1.6V5.5Zm0 5.2v1.6h1.6v-1.6Z',
  spoofing:
    'M1.5 4.5c2.2 0 4.3.5 6.5 1.3 2.2-.8 4.3-1.3 6.5-1.3 0 4-1.5 7-4 7-1 0-1.8-1-2.5-1s-1.5 1-2.5 1c-2.5 0-4-3-4-7Zm3.8 2.7c-.9 0-1.8.4-2 .9.3.7 1 1.1 1.9 1.1s1.8-.4 2-.9c-.3-.7-1-1.1-1.9-1.1Zm5.400 0c-.9 0-1.6.4-1.9 1.1.2.5 1.1.9 2 .9s1.6-.4 1.9-1.1c-.2-.5-1.1-.9-2-.9Z',
  more: 'M3.2 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Zm4.8 0a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Zm4.8 0a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Z',
  drop: 'M7.2 1.5h1.6v6.2l2.3-2.3 1.1 1.1L8 10.7 3.8 6.5l1.1-1.1 2.3 2.3ZM2 10h1.6v2.9h8.8V10H14v4.5H2Z',
} as const;
export type Shape = keyof typeof shapes;

/** An icon for the eyes only: the words beside it say the same. */
export function icon(shape: Shape): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon ${shape}`);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[shape]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
