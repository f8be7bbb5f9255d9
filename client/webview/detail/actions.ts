import { authorDomain, termFor, toggleTerm } from '../../../core/report';
import type { Done, ResponsibleRecord } from '../../report/protocol';
import type { Page } from '../context';
import type { Detail, ShownRow } from '../messages';
import { words } from './words';

/** Something that can be done about a record. */
export interface Action {
  readonly label: string;
  readonly title?: string;
  readonly run: () => void;
}

/** What leads from a record to the zones that are responsible for it. */
export interface RecordActions {
  readonly goTo: (record: ResponsibleRecord) => void;
  readonly allow: (row: ShownRow) => void;
  readonly lookUp: (row: ShownRow) => void;
  readonly copy: (text: string) => void;
}

export function recordActions(page: Page): RecordActions {
  const { host, say, speech } = page;
  const told = (done: Promise<Done>): void => {
    done.then(
      ({ said }) => {
        if (said !== undefined) say(said);
      },
      (problem: unknown) => {
        say(problem instanceof Error ? problem.message : String(problem));
      },
    );
  };
  return {
    goTo(record) {
      told(host('goToRecord', record));
    },
    allow(row) {
      // Anybody can write a service's name into a signature; one that was verified is the service's.
      const signed = row.dkimResults.filter(({ result }) => result === 'pass');
      const names = [row.owner?.host ?? '', ...signed.map(({ domain }) => domain)];
      told(
        host('allowSender', {
          domain: senderDomain(row),
          addresses: [row.sourceIp],
          names: names.filter((name) => name !== ''),
        }),
      );
    },
    lookUp(row) {
      host('lookUp', { addresses: [row.sourceIp], names: true }).then(
        ([owner]) => {
          if (owner === undefined || Object.keys(owner).length === 0) {
            say(speech.say(words.noName, { address: row.sourceIp }));
          } else page.learnOwners([[row.sourceIp, owner]]);
        },
        (problem: unknown) => {
          say(problem instanceof Error ? problem.message : String(problem));
        },
      );
    },
    copy(text) {
      told(host('copy', { text }).then((done) => ({ said: speech.say(words.copied), ...done })));
    },
  };
}

/** The domain whose SPF record decides for a record: the one that was checked, else the author's. */
export function spfDomain({ spfResults, envelopeFrom, headerFrom, head }: ShownRow): string {
  const checked = spfResults.find(({ domain }) => domain !== '')?.domain;
  return checked ?? [envelopeFrom, headerFrom].find((domain) => domain !== '') ?? head.policy.domain;
}

/** The domain whose SPF record would have to allow a sender: SPF for a foreign domain never counts for DMARC. */
function senderDomain(row: ShownRow): string {
  const checked = spfDomain(row);
  const author = authorDomain(row, row.head);
  const own = row.head.policy.domain.toLowerCase();
  return checked.toLowerCase() === own || checked.toLowerCase().endsWith(`.${own}`) ? checked : author;
}

/** All that can be done about a record, in the order in which it helps. */
export function actionsFor({ row, xml }: Detail, page: Page, actions: RecordActions): readonly Action[] {
  const { speech, looks, settings, worker } = page;
  const spf = spfDomain(row);
  const found: Action[] = [];
  if (spf !== '') {
    found.push({
      label: speech.say(words.goToSpf, { domain: spf }),
      run: () => {
        actions.goTo({ mechanism: 'spf', domain: spf });
      },
    });
  }
  for (const { domain, selector } of row.dkimResults) {
    if (domain === '' || selector === '') continue;
    found.push({
      label: speech.say(words.goToDkim, { name: `${selector}._domainkey.${domain}` }),
      run: () => {
        actions.goTo({ mechanism: 'dkim', domain, selector });
      },
    });
  }
  const author = authorDomain(row, row.head);
  if (author !== '') {
    found.push({
      label: speech.say(words.goToDmarc, { domain: author }),
      run: () => {
        actions.goTo({ mechanism: 'dmarc', domain: author });
      },
    });
  }
  if (row.sourceIp !== '' && row.spfOutcome !== 'pass' && senderDomain(row) !== '') {
    found.push({
      label: speech.say(words.allow, { address: row.sourceIp, domain: senderDomain(row) }),
      run: () => {
        actions.allow(row);
      },
    });
  }
  if (settings().names && row.sourceIp !== '' && row.owner?.host === undefined) {
    found.push({
      label: speech.say(words.lookUp),
      title: speech.say(words.lookUpHint),
      run: () => {
        actions.lookUp(row);
      },
    });
  }
  if (row.sourceIp !== '') {
    found.push({
      label: speech.say(words.onlySource),
      run: () => {
        looks.change({ filter: toggleTerm(looks.now().filter, termFor('ip', row.sourceIp)) });
      },
    });
  }
  found.push(
    {
      label: speech.say(words.copyJson),
      run: () => {
        void worker('write', { format: 'json', selection: { records: [row.record] } }).then(({ bytes }) => {
          actions.copy(new TextDecoder().decode(bytes));
        });
      },
    },
    {
      label: speech.say(words.copyXml),
      run: () => {
        actions.copy(xml);
      },
    },
  );
  return found;
}
