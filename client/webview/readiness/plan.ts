import type { Plan } from '../../../core/report';
import { element } from '../dom';
import type { Looks } from '../state';
import type { Speech } from '../words';
import { levels } from './outlook';
import { words } from './words';

const modes = ['relaxed', 'strict'] as const;

/** What else may be tried: other policies below the domain, stricter alignment. Kept in `looks`. */
export function createPlanFields(speech: Speech, looks: Looks): HTMLElement {
  const select = (tag: keyof Plan, values: readonly string[]): HTMLElement => {
    const input = element(
      'select',
      {},
      element('option', { text: speech.say(words.asItIs), attributes: { value: '' } }),
      ...values.map((value) =>
        element('option', {
          text: value in words ? speech.say(words[value as 'relaxed' | 'strict']) : value,
          attributes: { value },
        }),
      ),
    );
    const show = (): void => {
      input.value = looks.now().plan[tag] ?? '';
    };
    input.addEventListener('change', () => {
      const others = Object.entries(looks.now().plan).filter(([name]) => name !== tag);
      const stated = input.value === '' ? [] : [[tag, input.value] as const];
      looks.change({ plan: Object.fromEntries([...others, ...stated]) });
    });
    looks.onChange((now, before) => {
      if (now.plan !== before.plan) show();
    });
    show();
    return element('label', {}, element('span', { text: speech.say(words[tag as 'sp']) }), input);
  };
  return element(
    'fieldset',
    { class: 'what-if' },
    element('legend', { text: speech.say(words.whatIf) }),
    select('sp', levels),
    select('np', levels),
    select('adkim', modes),
    select('aspf', modes),
  );
}
