import { placeOf, reportQuery, visible, type HistoryMessage } from '../../../core/report';
import { factsList } from '../factsList';
import type { Page, Room } from '../context';
import { element } from '../dom';
import type { HistoryReportRow } from '../messages';
import { policyLine } from '../policy';
import { momentOf, resultParts } from './parts';
import { createOtherRoom } from './room';
import { createList, type List } from './table';
import { words } from './words';

/** The tab of OpenDMARC's history: the aggregate reports that it comes to, and its messages. */
export function createHistoryTab(page: Page): Room {
  const { speech } = page;
  return createOtherRoom(page, speech.say(words.historyAbout), [
    { list: reportList(page), title: speech.say(words.historyReports) },
    { list: messageList(page), title: speech.say(words.historyMessages) },
  ]);
}

function reportList(page: Page): List {
  const { speech, looks } = page;
  return createList<HistoryReportRow>(page, {
    name: 'history-reports',
    label: speech.say(words.historyReports),
    ask: (part) => page.worker('historyReports', part),
    key: ({ head }) => JSON.stringify([head.file, head.part]),
    choose: {
      hint: speech.say(words.showRecords),
      run({ head }) {
        looks.change({ filter: reportQuery(head, head.metadata.reportId), tab: 'records' });
      },
    },
    columns: [
      { name: 'domain', word: words.domain, look: 'code', fill: ({ domain }) => [visible(domain)] },
      {
        name: 'messages',
        word: words.messages,
        look: 'number',
        fill: ({ recordCount }) => [speech.number(recordCount)],
      },
      {
        name: 'period',
        word: words.period,
        look: 'text',
        fill: ({ head }) => [speech.period(head.metadata.begin, head.metadata.end)],
      },
      {
        name: 'rua',
        word: words.rua,
        look: 'code',
        fill: ({ rua }) =>
          rua.length > 0
            ? [rua.map(visible).join(', ')]
            : [element('span', { class: 'muted', text: speech.say(words.noRua) })],
      },
      { name: 'policy', word: words.policy, look: 'code', fill: ({ head }) => [policyLine(head.policy)] },
    ],
  });
}

function messageList(page: Page): List {
  const { speech } = page;
  const signaturesOf = ({ signatures }: HistoryMessage): readonly HTMLElement[] =>
    signatures.map(({ domain, selector, result }) => {
      const shown = [domain, selector].filter((text) => text !== '').join(' · ');
      return element(
        'span',
        { class: 'result' },
        element('b', { text: visible(result) }),
        ` ${visible(shown)}`,
      );
    });

  const about = (one: HistoryMessage): readonly HTMLElement[] => {
    const { p, sp, pct, adkim, aspf } = one;
    const policy = { domain: '', p, sp, np: '', adkim, aspf, fo: '', pct, testing: '', discoveryMethod: '' };
    const signatures = one.signatures.map(({ domain, selector, result }) =>
      `${result} ${domain} ${selector}`.trim(),
    );
    return [
      factsList([
        [speech.say(words.received), momentOf(one.received, speech)],
        [speech.say(words.source), one.sourceIp],
        [speech.say(words.from), one.from],
        [speech.say(words.mailFrom), one.envelopeFrom],
        [speech.say(words.spfCheck), [one.spf, one.envelopeFrom].join(' ').trim()],
        [speech.say(words.signatures), signatures.join('\n')],
        [speech.say(words.alignedDkim), one.alignedDkim],
        [speech.say(words.alignedSpf), one.alignedSpf],
        [speech.say(words.arc), one.arc],
        [speech.say(words.arcPolicy), one.arcPolicy],
        [speech.say(words.disposition), one.disposition],
        [speech.say(words.policy), policyLine(policy)],
        [speech.say(words.policyOf), one.policyDomain],
        [speech.say(words.rua), one.rua.join('\n')],
        [speech.say(words.recordedBy), one.reporter],
        [speech.say(words.job), one.job],
        [
          speech.say(words.file),
          speech.say(words.line, { file: visible(placeOf(one)), line: speech.number(one.line) }),
        ],
      ]),
    ];
  };

  return createList<HistoryMessage>(page, {
    name: 'history-messages',
    label: speech.say(words.historyMessages),
    ask: (part) => page.worker('history', part),
    key: ({ file, part, line, job }) => JSON.stringify([file, part, line, job]),
    choose: { about },
    columns: [
      {
        name: 'received',
        word: words.received,
        look: 'text',
        fill: ({ received }) => [momentOf(received, speech) || speech.say(words.none)],
      },
      { name: 'sourceIp', word: words.source, look: 'code', fill: (one) => [visible(one.sourceIp)] },
      { name: 'from', word: words.from, look: 'code', fill: (one) => [visible(one.from)] },
      { name: 'mailFrom', word: words.mailFrom, look: 'code', fill: (one) => [visible(one.envelopeFrom)] },
      {
        name: 'alignedDkim',
        word: words.alignedDkim,
        look: 'text',
        fill: (one) => resultParts(one.alignedDkim),
      },
      {
        name: 'alignedSpf',
        word: words.alignedSpf,
        look: 'text',
        fill: (one) => resultParts(one.alignedSpf),
      },
      { name: 'signatures', word: words.signatures, look: 'code', fill: signaturesOf },
      { name: 'spf', word: words.spfCheck, look: 'text', fill: (one) => [visible(one.spf)] },
      {
        name: 'disposition',
        word: words.disposition,
        look: 'text',
        fill: (one) => resultParts(one.disposition),
      },
      {
        name: 'policy',
        word: words.policy,
        look: 'code',
        fill: ({ p }) => (p === '' ? [] : [`p=${visible(p)}`]),
      },
      { name: 'job', word: words.job, look: 'code', fill: (one) => [visible(one.job)] },
    ],
  });
}
