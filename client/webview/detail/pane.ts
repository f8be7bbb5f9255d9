import { visible } from '../../../core/report';
import type { Page } from '../context';
import { element } from '../dom';
import { words } from '../words';

/** What there is to say of one record, beside the table. */
export interface DetailPane {
  readonly root: HTMLElement;
}

/** Shows the record that `looks` names; closed without one. */
export function createDetailPane({ speech, looks, worker }: Page): DetailPane {
  const body = element('div', { class: 'about' });
  const close = element('button', { text: speech.say(words.close), attributes: { type: 'button' } });
  const root = element(
    'aside',
    { class: 'detail', attributes: { 'aria-label': speech.say(words.detail), tabindex: '-1' } },
    close,
    body,
  );
  root.hidden = true;
  close.addEventListener('click', () => {
    looks.change({ record: undefined });
  });
  looks.onChange(({ record }, before) => {
    if (record === before.record) return;
    root.hidden = record === undefined;
    if (record !== undefined) void show(record);
  });

  const show = async (record: number): Promise<void> => {
    const detail = await worker('detail', { record });
    if (looks.now().record !== record || detail === undefined) return;
    const { steps, verdict, handling, doubts, xml } = detail;
    body.replaceChildren(
      ...[verdict, ...steps, ...handling, ...doubts].map((one) =>
        element('p', { text: visible(speech.say(one)) }),
      ),
      element('pre', { text: visible(xml) }),
    );
  };
  return { root };
}
