import { placeOf, termFor, visible, type FailureReport } from '../../../core/report';
import { factsList } from '../factsList';
import type { Page, Room } from '../context';
import { element } from '../dom';
import { momentOf, resultParts, wordOf } from './parts';
import { createOtherRoom } from './room';
import { createList } from './table';
import { failureValues as values } from './values';
import { deliveryWords, failureWords, words } from './words';

/** The tab of failure reports: mails that failed, one a line. */
export function createFailuresTab(page: Page): Room {
  const { speech, looks } = page;
  const failed = ({ authFailure }: FailureReport): string =>
    authFailure.map((code) => wordOf(code, failureWords, speech)).join(', ');
  const delivery = ({ deliveryResult }: FailureReport): string =>
    wordOf(deliveryResult, deliveryWords, speech);

  const about = (row: FailureReport): readonly HTMLElement[] => {
    const records = element('button', {
      class: 'link',
      text: speech.say(words.sourceFilter),
      attributes: { type: 'button' },
    });
    records.addEventListener('click', () => {
      looks.change({ filter: termFor('ip', row.sourceIp), tab: 'records' });
    });
    const facts = factsList([
      [speech.say(words.subject), row.subject],
      [speech.say(words.from), row.headerFrom],
      [speech.say(words.reportedDomain), row.reportedDomain],
      [speech.say(words.mailFrom), row.originalMailFrom],
      [speech.say(words.rcptTo), row.originalRcptTo],
      [speech.say(words.messageId), row.messageId],
      [speech.say(words.arrival), momentOf(row.arrival, speech)],
      [speech.say(words.source), row.sourceIp],
      [speech.say(words.failed), failed(row)],
      [speech.say(words.alignment), row.identityAlignment],
      [speech.say(words.authentication), row.authenticationResults],
      [speech.say(words.dkim), values.dkim(row)],
      [speech.say(words.delivery), delivery(row)],
      [speech.say(words.incidents), row.incidents > 1 ? speech.number(row.incidents) : ''],
      [speech.say(words.reportingMta), row.reportingMta],
      [speech.say(words.userAgent), row.userAgent],
      [speech.say(words.feedbackType), row.feedbackType],
      [speech.say(words.file), placeOf(row)],
    ]);
    const offered = row.sourceIp !== '' && page.opened().summary.records > 0;
    return offered ? [facts, element('p', {}, records)] : [facts];
  };

  const text = (value: string): readonly string[] => (value === '' ? [] : [visible(value)]);
  const list = createList<FailureReport>(page, {
    name: 'failures',
    label: speech.say(words.failures),
    ask: (part) => page.worker('failures', part),
    key: ({ file, part, arrival, sourceIp, messageId }) =>
      JSON.stringify([file, part, arrival, sourceIp, messageId]),
    choose: { about },
    columns: [
      {
        name: 'arrival',
        word: words.arrival,
        look: 'text',
        fill: ({ arrival }) => [momentOf(arrival, speech) || speech.say(words.none)],
      },
      { name: 'sourceIp', word: words.source, look: 'code', fill: (row) => text(row.sourceIp) },
      { name: 'authFailure', word: words.failed, look: 'text', fill: (row) => text(failed(row)) },
      { name: 'from', word: words.from, look: 'code', fill: (row) => text(values.from(row)) },
      { name: 'mailFrom', word: words.mailFrom, look: 'code', fill: (row) => text(values.mailFrom(row)) },
      { name: 'dkim', word: words.dkim, look: 'code', fill: (row) => text(values.dkim(row)) },
      {
        name: 'delivery',
        word: words.delivery,
        look: 'text',
        fill: (row) => [...resultParts(row.deliveryResult).slice(0, 1), ...text(delivery(row))],
      },
      { name: 'subject', word: words.subject, look: 'text', fill: (row) => text(row.subject) },
      { name: 'reporter', word: words.reporter, look: 'code', fill: (row) => text(values.reporter(row)) },
    ],
  });
  return createOtherRoom(page, speech.say(words.failuresAbout), [{ list }]);
}
