import { visible, type ReportProblem, type Summary } from '../../core/report';
import { render } from '../../core/text/message';
import { element, icon, type Shape } from './dom';
import { policyLine } from './policy';
import { words, type Speech } from './words';

/** What stands above the table. */
export interface Overview {
  readonly root: HTMLElement;
  show(summary: Summary, problems: readonly ReportProblem[]): void;
}

/** An overview of nothing yet. */
export function createOverview(speech: Speech): Overview {
  const title = element('h1');
  const policy = element('span', { class: 'policy' });
  const facts = element('p', { class: 'facts' });
  const figures = element('dl', { class: 'figures' });
  const problemList = element('ul');
  const problemTitle = element('summary');
  const problemBox = element('details', { class: 'problems' }, problemTitle, problemList);
  const root = element(
    'header',
    { class: 'overview' },
    element('div', { class: 'line' }, title, policy),
    facts,
    figures,
    problemBox,
  );
  let listed = -1;

  return {
    root,
    show(summary, problems) {
      setText(title, titleOf(summary, speech));
      const [first] = summary.policies;
      const policyText =
        summary.policies.length > 1
          ? speech.say(words.differentPolicies, { count: summary.policies.length })
          : first === undefined
            ? ''
            : policyLine(first);
      setText(policy, policyText);
      policy.title = summary.policies.map(policyLine).join('\n');
      policy.classList.toggle('record', summary.policies.length === 1);
      policy.hidden = policyText === '';
      showFacts(facts, factsOf(summary, speech));
      showFigures(figures, summary, speech);
      problemBox.hidden = problems.length === 0;
      if (problems.length !== listed) {
        listed = problems.length;
        // Where nothing could be read, the problems are all there is to see.
        if (summary.records === 0) problemBox.open = problems.length > 0;
        showProblems(problemTitle, problemList, problems, speech);
      }
    },
  };
}

function titleOf({ domains }: Summary, speech: Speech): string {
  if (domains.length > 2) return speech.say(words.domains, { count: speech.number(domains.length) });
  return domains.length === 0 ? speech.say(words.noDomain) : domains.map(visible).join(', ');
}

function factsOf(summary: Summary, speech: Speech): readonly string[] {
  const { reports, reporters, reportIds } = summary;
  const counts = { messages: speech.number(summary.messages), records: speech.number(summary.records) };
  const [receiver] = reporters;
  return [
    reports > 1
      ? speech.say(words.reportsFrom, {
          reports: speech.number(reports),
          receivers: speech.number(reporters.length),
        })
      : receiver === undefined
        ? ''
        : speech.say(words.reportFrom, { receiver: visible(receiver) }),
    speech.period(summary.begin, summary.end),
    speech.say(words.messagesIn, counts),
    reports === 1 && reportIds[0] !== undefined
      ? speech.say(words.reportId, { id: visible(reportIds[0]) })
      : '',
  ].filter((fact) => fact !== '');
}

function showFacts(list: HTMLElement, facts: readonly string[]): void {
  list.replaceChildren(...facts.map((fact) => element('span', { text: fact, title: fact })));
}

function showFigures(list: HTMLElement, summary: Summary, speech: Speech): void {
  const { messages } = summary;
  const share = (part: number): string =>
    speech.say(words.ofMessages, { count: speech.number(part), all: speech.number(messages) });
  const figures: readonly (readonly [string, string, string, number | undefined])[] = [
    [
      speech.say(words.dmarcPass),
      speech.percent(summary.dmarcPass, messages),
      share(summary.dmarcPass),
      summary.dmarcPass,
    ],
    [
      speech.say(words.dkimAligned),
      speech.percent(summary.dkimPass, messages),
      share(summary.dkimPass),
      summary.dkimPass,
    ],
    [
      speech.say(words.spfAligned),
      speech.percent(summary.spfPass, messages),
      share(summary.spfPass),
      summary.spfPass,
    ],
    [speech.say(words.sources), speech.number(summary.sources), speech.say(words.addresses), undefined],
  ];
  list.replaceChildren(
    ...figures.map(([name, value, detail, part]) => {
      const figure = element(
        'div',
        { class: 'figure' },
        element('dt', { text: name }),
        element('dd', {}, element('strong', { text: value }), ' ', element('span', { text: detail })),
      );
      if (part !== undefined) {
        const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
        bar.style.setProperty('--part', String(messages === 0 ? 0 : part / messages));
        figure.append(bar);
      }
      return figure;
    }),
  );
}

const severityShapes = {
  error: 'fail',
  warning: 'unaligned',
  information: 'unknown',
} as const satisfies Record<ReportProblem['severity'], Shape>;

function showProblems(
  title: HTMLElement,
  list: HTMLElement,
  problems: readonly ReportProblem[],
  speech: Speech,
): void {
  const worst = problems.some(({ severity }) => severity === 'error') ? 'fail' : 'unaligned';
  const text =
    problems.length === 1
      ? speech.say(words.lostOne)
      : speech.say(words.lost, { count: speech.number(problems.length) });
  title.replaceChildren(icon(worst), element('span', { text }));
  list.replaceChildren(
    ...problems.map((problem) => {
      const place = [problem.file, problem.part].filter((name) => name !== '').map(visible);
      if (problem.record !== undefined)
        place.push(speech.say(words.inRecord, { record: speech.number(problem.record) }));
      return element(
        'li',
        {},
        icon(severityShapes[problem.severity]),
        element('span', { class: 'sr', text: `${speech.say(words[problem.severity])}: ` }),
        element(
          'span',
          {},
          visible(render(problem.message, speech.locale)),
          ' ',
          element('small', { text: place.join(' › ') }),
        ),
      );
    }),
  );
}

function setText(target: HTMLElement, text: string): void {
  target.textContent = text;
  target.title = text;
}
