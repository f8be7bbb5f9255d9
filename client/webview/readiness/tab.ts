import { termFor, visible } from '../../../core/report';
import type { Page, Room } from '../context';
import { element, icon } from '../dom';
import { createPolicyColumns } from './columns';
import { levels, outlookFor, type Level, type Outlook } from './outlook';
import { createPlanFields } from './plan';
import { sourceList } from './sources';
import { words } from './words';

/** Reports of fewer days than this show little of what is sent seldom. */
const enoughDays = 14;

/** The tab that answers "are we ready for quarantine, for reject?". */
export function createReadinessTab(page: Page): Room {
  const { speech, looks, worker } = page;
  const filtered = element('p', { class: 'hint', text: speech.say(words.filtered) });
  const verdict = element('p', { class: 'verdict-line', attributes: { role: 'status' } });
  const days = element('p', { class: 'hint' });
  const columns = createPolicyColumns(speech, (p) => {
    looks.change({ plan: { ...looks.now().plan, p } });
  });
  const existence = element('p', { class: 'hint', text: speech.say(words.existence) });
  const listTitle = element('h2');
  const list = element('div');
  const raise = element('div', { class: 'raise' });
  const root = element(
    'section',
    { class: 'readiness' },
    element('p', { class: 'lead', text: speech.say(words.lead) }),
    filtered,
    columns.root,
    verdict,
    days,
    raise,
    createPlanFields(speech, looks),
    existence,
    listTitle,
    list,
  );
  /** Tells the latest question from those before it, whose answers are not wanted any more. */
  let asked = 0;
  let told: { readonly outlook: Outlook; readonly key: string } | undefined;
  let raisable = '';

  const draw = ({ outlook }: { readonly outlook: Outlook }): void => {
    const { plan } = looks.now();
    const chosen = levels.find((level) => level === plan.p) ?? 'reject';
    const answer = outlook[chosen];
    columns.show(outlook, chosen, policiesInForce(page));
    const policy = speech.say(words[chosen]);
    const ready = answer.wantedMessages === 0;
    const count = speech.number(answer.wantedMessages);
    const sources = speech.number(answer.wantedSources);
    verdict.replaceChildren(
      ...(answer.messages === 0
        ? [speech.say(words.noMail)]
        : [
            icon(ready ? 'pass' : 'unaligned'),
            element('span', {
              text: ready
                ? speech.say(words.ready, { policy })
                : speech.say(words.notReady, { policy, count, sources }),
            }),
          ]),
    );
    listTitle.textContent = speech.say(words.first, { policy });
    listTitle.hidden = chosen === 'none';
    list.hidden = chosen === 'none';
    list.replaceChildren(
      sourceList(answer, speech, ({ key }) => {
        const own = `${termFor('ip', key)} ${termFor('dmarc', 'fail')}`;
        looks.change({ tab: 'records', filter: key === '' ? termFor('dmarc', 'fail') : own });
      }),
    );
    existence.hidden = plan.np === undefined;
    drawRaise(answer.domains);
  };

  /** One button; where reports are about several domains, a choice beside it. */
  const drawRaise = (domains: readonly string[]): void => {
    const key = domains.join();
    if (key === raisable) return;
    raisable = key;
    const [first] = domains;
    if (first === undefined) {
      raise.replaceChildren();
      return;
    }
    const button = element('button', {
      class: 'primary',
      title: speech.say(words.raiseHint),
      attributes: { type: 'button' },
    });
    const select = element(
      'select',
      { attributes: { 'aria-label': speech.say(words.domain) } },
      ...domains.map((domain) => element('option', { text: visible(domain), attributes: { value: domain } })),
    );
    const name = (): void => {
      button.textContent = speech.say(words.raise, { domain: select.value });
    };
    select.value = first;
    select.addEventListener('change', name);
    button.addEventListener('click', () => {
      void raisePolicy(select.value);
    });
    name();
    raise.replaceChildren(...(domains.length > 1 ? [select] : []), button);
  };

  const raisePolicy = async (domain: string): Promise<void> => {
    const evidence = await worker('evidence', { domain });
    if (evidence === undefined) return;
    const { said } = await page.host('raisePolicy', { domain, evidence });
    if (said !== undefined) page.say(said);
  };

  return {
    root,
    show() {
      const { filter, plan } = looks.now();
      const { summary, reading } = page.opened();
      filtered.hidden = filter.trim() === '';
      const covered = daysOf(summary.begin, summary.end);
      days.textContent =
        covered !== undefined && covered < enoughDays
          ? speech.say(covered === 1 ? words.oneDay : words.fewDays, { days: speech.number(covered) })
          : '';
      // All three policies are asked for: which of them is looked at makes no difference.
      const others = { ...plan, p: undefined };
      const key = JSON.stringify([filter, others, summary.records, summary.messages]);
      if (told?.key === key) {
        draw(told);
        return;
      }
      // While reading goes on, counting anew each time would only slow it down.
      if (reading !== undefined && told !== undefined) return;
      const mine = ++asked;
      if (told === undefined) verdict.textContent = speech.say(words.working);
      outlookFor(page, filter, plan).then(
        (outlook) => {
          if (mine !== asked) return;
          told = { outlook, key };
          draw(told);
        },
        (problem: unknown) => {
          page.say(problem instanceof Error ? problem.message : String(problem));
        },
      );
    },
  };
}

function policiesInForce({ opened }: Page): readonly Level[] {
  const { policies } = opened().summary;
  return levels.filter((level) => policies.some(({ p }) => p.trim().toLowerCase() === level));
}

/** Days from the first second to the last; undefined where the reports do not say. */
function daysOf(begin: number | undefined, end: number | undefined): number | undefined {
  return begin === undefined || end === undefined || end < begin
    ? undefined
    : Math.max(1, Math.ceil((end - begin) / 86_400));
}
