import { placeOf, visible, type TlsFailure } from '../../../core/report';
import { factsList } from '../factsList';
import type { Page, Room } from '../context';
import { element, icon } from '../dom';
import type { TlsRow } from '../messages';
import { wordOf } from './parts';
import { createOtherRoom } from './room';
import { createList } from './table';
import { resultWords, words } from './words';

/** Failures of one policy that are shown; a report of somebody's making may have any number. */
const mostFailures = 200;

/** The tab of TLS reports: what each says of each policy, one a line. */
export function createTlsTab(page: Page): Room {
  const { speech } = page;
  const { sts, tlsa, 'no-policy-found': none } = words;
  const typeOf = ({ policy }: TlsRow): string =>
    wordOf(policy.policyType, { sts, tlsa, 'no-policy-found': none }, speech);

  const failureTable = (failures: readonly TlsFailure[]): HTMLElement => {
    const heads = [words.reason, words.sessions, words.sendingIp, words.receivingMx, words.more];
    const lines = failures.slice(0, mostFailures).map((one) => {
      const receiving = [one.receivingMxHostname, one.receivingIp].filter((text) => text !== '').join('\n');
      const more = [one.additionalInformation, one.failureReasonCode]
        .filter((text) => text !== '')
        .join('\n');
      const known = Object.hasOwn(resultWords, one.resultType);
      return element(
        'tr',
        {},
        element(
          'th',
          { class: 'text', attributes: { scope: 'row' } },
          ...(known ? [speech.say(resultWords[one.resultType]!), ' '] : []),
          element('code', { text: visible(one.resultType) }),
        ),
        element('td', {
          class: 'number',
          text: speech.number(one.failedSessions),
          attributes: { 'data-head': speech.say(words.sessions) },
        }),
        element('td', {
          class: 'code',
          text: visible(one.sendingMtaIp),
          attributes: { 'data-head': speech.say(words.sendingIp) },
        }),
        element('td', {
          class: 'code',
          text: receiving.split('\n').map(visible).join('\n'),
          attributes: { 'data-head': speech.say(words.receivingMx) },
        }),
        element('td', {
          class: 'text',
          text: more.split('\n').map(visible).join('\n'),
          attributes: { 'data-head': speech.say(words.more) },
        }),
      );
    });
    return element(
      'table',
      { class: 'tls-failures', attributes: { 'aria-label': speech.say(words.failures_) } },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...heads.map((word) => element('th', { text: speech.say(word), attributes: { scope: 'col' } })),
        ),
      ),
      element('tbody', {}, ...lines),
    );
  };

  const about = (row: TlsRow): readonly HTMLElement[] => {
    const { report, policy } = row;
    const sessions = speech.number(policy.failed);
    const failures =
      policy.failures.length > 0
        ? failureTable(policy.failures)
        : element('p', {
            text: policy.failed > 0 ? speech.say(words.noDetails, { sessions }) : speech.say(words.allWell),
          });
    return [
      failures,
      factsList([
        [speech.say(words.policyText), policy.policyString.join('\n')],
        [speech.say(words.mxHosts), policy.mxHosts.join('\n')],
        [speech.say(words.contact), report.contactInfo],
        [speech.say(words.reportId), report.reportId],
        [speech.say(words.file), placeOf(report)],
      ]),
    ];
  };

  const list = createList<TlsRow>(page, {
    name: 'tls',
    label: speech.say(words.tls),
    ask: (part) => page.worker('tls', part),
    key: ({ report, policy }) =>
      JSON.stringify([
        report.file,
        report.part,
        report.reportId,
        policy.policyType,
        policy.policyDomain,
        policy.policyString,
        policy.mxHosts,
      ]),
    choose: { about },
    columns: [
      {
        name: 'organisation',
        word: words.organisation,
        look: 'text',
        fill: ({ report }) => [visible(report.organizationName) || speech.say(words.none)],
      },
      {
        name: 'period',
        word: words.period,
        look: 'text',
        fill: ({ report }) => [speech.period(report.begin, report.end)],
      },
      {
        name: 'domain',
        word: words.policyDomain,
        look: 'code',
        fill: ({ policy }) => [visible(policy.policyDomain)],
      },
      { name: 'type', word: words.policyType, look: 'text', fill: (row) => [typeOf(row)] },
      {
        name: 'successful',
        word: words.successful,
        look: 'number',
        fill: ({ policy }) => [speech.number(policy.successful)],
      },
      {
        name: 'failed',
        word: words.failedSessions,
        look: 'number',
        fill: ({ policy }) => [...(policy.failed > 0 ? [icon('fail')] : []), speech.number(policy.failed)],
      },
      {
        name: 'failures',
        word: words.failures_,
        look: 'text',
        fill: ({ policy }) => {
          const types = [...new Set(policy.failures.map(({ resultType }) => resultType))];
          return [types.map(visible).join(', ')];
        },
        title: ({ policy }) =>
          [...new Set(policy.failures.map(({ resultType }) => resultType))]
            .map((type) => wordOf(type, resultWords, speech))
            .join('\n'),
      },
    ],
  });
  return createOtherRoom(page, speech.say(words.tlsAbout), [{ list }]);
}
