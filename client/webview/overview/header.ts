import { visible, type PolicyPublished, type Summary } from '../../../core/report';
import type { Page, Room } from '../context';
import { element } from '../dom';
import { policyLine } from '../policy';
import { words as shared, type Speech } from '../words';
import { createFigures } from './figures';
import { createProblems } from './problems';
import { words } from './words';

export interface Header extends Room {
  /** Opens the list of what was repaired or lost, and goes there. */
  readonly showProblems: () => void;
}

/** What stands above everything else: one line that says what is open, and four numbers. */
export function createHeader(page: Page): Header {
  const { speech } = page;
  const title = element('h1');
  const facts = element('p', { class: 'facts' });
  const problems = createProblems(speech);
  const figures = createFigures(page);
  const root = element(
    'header',
    { class: 'overview' },
    element('div', { class: 'line' }, title, facts, problems.root),
    figures.root,
  );
  let said = '';
  return {
    root,
    showProblems: problems.open,
    show() {
      const { summary, problems: found } = page.opened();
      const name = titleOf(summary, speech);
      title.textContent = name;
      title.title = summary.domains.map(visible).join('\n');
      const parts = factsOf(summary, speech);
      // Made anew only where it says something new, so that a tooltip stays while reading goes on.
      const now = JSON.stringify(parts);
      if (now !== said) {
        said = now;
        facts.replaceChildren(
          ...parts.map(({ text, about, style }) =>
            element('span', { text, title: about, ...(style === undefined ? {} : { class: style }) }),
          ),
        );
      }
      problems.show(found);
      figures.show();
    },
  };
}

function titleOf({ domains, reports }: Summary, speech: Speech): string {
  // Reports of other kinds alone, or none that could be read.
  if (reports === 0) return speech.say(shared.title);
  if (domains.length > 2) return speech.say(words.domains, { count: speech.number(domains.length) });
  return domains.length === 0 ? speech.say(words.noDomain) : domains.map(visible).join(', ');
}

/** A part of the line, and what its tooltip adds. */
interface Fact {
  readonly text: string;
  readonly about: string;
  readonly style?: string;
}

function factsOf(summary: Summary, speech: Speech): readonly Fact[] {
  const { reports, reporters, reportIds, policies, messages, records } = summary;
  const [receiver] = reporters;
  const from =
    reports === 1
      ? receiver === undefined
        ? speech.say(words.reportFromNobody)
        : speech.say(words.reportFrom, { receiver: visible(receiver) })
      : speech.say(
          reporters.length > 1
            ? words.reportsFrom
            : receiver === undefined
              ? words.reportsFromNobody
              : words.reportsFromOne,
          { reports: speech.number(reports), receivers: speech.number(reporters.length) },
        );
  const names = [
    ...reporters.slice(0, mostNamed).map(visible),
    ...(reporters.length > mostNamed ? ['…'] : []),
    ...(reports === 1 && reportIds[0] !== undefined
      ? [speech.say(words.reportId, { id: visible(reportIds[0]) })]
      : []),
  ];
  const period = speech.period(summary.begin, summary.end);
  const counted = speech.say(messages === 1 ? words.message : words.messages, {
    messages: speech.number(messages),
  });
  const inRecords = speech.say(words.messagesIn, {
    messages: speech.number(messages),
    records: speech.number(records),
  });
  return [
    { text: policyOf(policies, speech), about: policies.map(policyLine).join('\n'), style: 'policy' },
    { text: from, about: names.join('\n') },
    { text: period, about: period },
    { text: counted, about: inRecords },
  ].filter(({ text }) => text !== '');
}

/** Receivers that the tooltip names. */
const mostNamed = 30;
/** Policies that the line has room for. */
const mostPolicies = 3;

/** What the policy asks for; several, e.g. before and after it was raised, in the order of the reports. */
function policyOf(policies: readonly PolicyPublished[], speech: Speech): string {
  const short = [
    ...new Set(
      policies.map(({ p, pct, testing }) =>
        [
          `p=${visible(p)}`,
          ...(pct === '' || pct === '100' ? [] : [`pct=${visible(pct)}`]),
          ...(testing === 'y' ? ['t=y'] : []),
        ].join(' '),
      ),
    ),
  ].filter((line) => line !== 'p=');
  return short.length > mostPolicies
    ? speech.say(words.differentPolicies, { count: speech.number(short.length) })
    : short.join(', ');
}
