import { authorDomain, visible } from '../../../core/report';
import type { ResponsibleRecord } from '../../report/protocol';
import type { Page } from '../context';
import { element, icon } from '../dom';
import { factsList } from '../factsList';
import type { Detail } from '../messages';
import { policyLine } from '../policy';
import { words as shared } from '../words';
import { actionsFor, recordActions, spfDomain } from './actions';
import { alignmentOf } from './alignment';
import { createSplitter } from './splitter';
import { words } from './words';
import { xmlOf } from './xml';

/** All there is to say of one record, beside the table. */
export interface DetailPane {
  /** The line by which the pane is made wider, and the pane. */
  readonly parts: readonly HTMLElement[];
}

/**
 * Shows the record that `looks` names; closed without one.
 * @param active the record on which the table stands, for commands while the pane is closed
 * @param leave gives the focus back to the table
 */
export function createDetailPane(
  page: Page,
  active: () => number | undefined,
  leave: () => void,
): DetailPane {
  const { speech, looks, worker, host } = page;
  const actions = recordActions(page);
  const body = element('div', { class: 'about' });
  const close = element(
    'button',
    {
      class: 'quiet close',
      title: speech.say(words.close),
      attributes: { type: 'button', 'aria-label': speech.say(words.close) },
    },
    icon('close'),
  );
  const root = element(
    'aside',
    { class: 'detail', id: 'detail', attributes: { 'aria-label': speech.say(words.pane), tabindex: '-1' } },
    close,
    body,
  );
  const splitter = createSplitter(looks, root, speech.say(words.width));
  let shown: Detail | undefined;
  /** The XML of the record that is shown. */
  let xml: HTMLElement | undefined;

  const shut = (): void => {
    looks.change({ record: undefined });
    leave();
  };
  close.addEventListener('click', shut);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    shut();
  });

  const show = async (record: number): Promise<void> => {
    const detail = await worker('detail', { record });
    if (looks.now().record !== record) return;
    const same = shown?.row.record === record;
    shown = detail;
    // Names of hosts come by themselves: what is read just then stays open.
    if (!same) xml = undefined;
    body.replaceChildren(
      ...(detail === undefined ? [element('p', { text: speech.say(words.gone) })] : contentsOf(detail)),
    );
    if (!same) root.scrollTop = 0;
  };

  const contentsOf = (detail: Detail): readonly HTMLElement[] => {
    const { passed, verdict, steps, handling, doubts } = detail;
    const badge = speech.say(passed ? words.passed : words.failed);
    const because = steps.map((one) => speech.say(one)).join(speech.locale === 'ja' ? '' : ' ');
    const handled = handling.map((one) => element('li', { text: speech.say(one) }));
    const doubted = doubts.map((one) =>
      element('li', { class: 'doubt' }, icon('unaligned'), element('span', { text: speech.say(one) })),
    );
    return [
      element(
        'header',
        {},
        element('p', { class: `badge ${passed ? 'pass' : 'fail'}` }, icon(passed ? 'pass' : 'fail'), badge),
        element('p', { class: 'because' }, `${because} `, element('b', { text: speech.say(verdict) })),
      ),
      section(words.alignment, alignmentOf(detail, speech)),
      ...(handled.length + doubted.length === 0
        ? []
        : [section(words.handling, element('ul', { class: 'sentences' }, ...handled, ...doubted))]),
      section(words.actions, actionList(detail)),
      ...sourceSection(detail),
      section(words.facts, factsOf(detail)),
      (xml ??= xmlOf(detail, page)),
    ];
  };

  const section = (title: (typeof words)[keyof typeof words], content: HTMLElement): HTMLElement =>
    element('section', {}, element('h3', { text: speech.say(title) }), content);

  const actionList = (detail: Detail): HTMLElement => {
    const list = element('ul', { class: 'actions' });
    for (const { label, title, run } of actionsFor(detail, page, actions)) {
      const button = element('button', {
        class: 'link',
        text: visible(label),
        attributes: { type: 'button' },
      });
      if (title !== undefined) button.title = title;
      button.addEventListener('click', run);
      list.append(element('li', {}, button));
    }
    void tellRecords(detail, list);
    return list;
  };

  /** Says below the buttons what the records at hand say; zones that are not at hand say nothing. */
  const tellRecords = async (detail: Detail, list: HTMLElement): Promise<void> => {
    const domain = spfDomain(detail.row);
    if (domain === '') return;
    const wanted: ResponsibleRecord = { mechanism: 'spf', domain };
    const found = await host('findRecord', wanted).catch(() => undefined);
    if (found === undefined || shown !== detail) return;
    const line = element(
      'p',
      { class: 'in-zone' },
      element('span', { text: speech.say(words.inZone, { place: visible(found.place) }) }),
      ' ',
      element('code', { text: visible(found.text) }),
    );
    list.firstElementChild?.append(line);
  };

  const sourceSection = ({ source }: Detail): readonly HTMLElement[] => {
    if (source === undefined) return [];
    return [
      section(
        words.source,
        element(
          'div',
          { class: 'source' },
          element(
            'p',
            { class: `verdict ${source.kind}` },
            icon(source.kind),
            element('span', { text: speech.say(words.seems, { word: source.word }) }),
          ),
          element('p', { class: 'hint', text: `${speech.say(words.thumb)} ${visible(source.network)}` }),
          element(
            'ul',
            { class: 'sentences' },
            ...source.signals.map(({ message }) => element('li', { text: speech.say(message) })),
          ),
        ),
      ),
    ];
  };

  const factsOf = ({ row, source }: Detail): HTMLElement => {
    const { metadata, policy, file, part } = row.head;
    const reasons = row.reasons.map(({ type, comment }) => (comment === '' ? type : `${type}: ${comment}`));
    const facts: readonly (readonly [string, string])[] = [
      [speech.say(shared.sourceIp), row.sourceIp],
      [speech.say(words.host), row.owner?.host ?? ''],
      [speech.say(words.organisation), [row.owner?.organisation, row.owner?.asn].filter(Boolean).join(', ')],
      [speech.say(words.network), source?.network ?? ''],
      [speech.say(shared.count), speech.number(row.count)],
      [speech.say(words.disposition), row.disposition],
      [speech.say(words.reasons), reasons.join('\n')],
      [speech.say(shared.headerFrom), row.headerFrom],
      [speech.say(shared.envelopeFrom), row.envelopeFrom],
      [speech.say(words.envelopeTo), row.envelopeTo],
      [speech.say(words.policy), policyLine(policy)],
      [speech.say(shared.reporter), row.reporter],
      [speech.say(words.period), speech.period(metadata.begin, metadata.end)],
      [speech.say(words.reportId), metadata.reportId],
      [speech.say(words.file), [file, part].filter((name) => name !== '').join(' › ')],
    ];
    return factsList(facts);
  };

  // --- Commands of the palette are about the record that is shown, else the one on which the table stands --------

  const withRecord = (act: (detail: Detail) => void) => (): void => {
    const record = looks.now().record ?? active();
    if (record === undefined) return;
    void worker('detail', { record }).then((detail) => {
      if (detail !== undefined) act(detail);
    });
  };
  page.onCommand(
    'goToSpf',
    withRecord(({ row }) => {
      actions.goTo({ mechanism: 'spf', domain: spfDomain(row) });
    }),
  );
  page.onCommand(
    'goToDkim',
    withRecord(({ row }) => {
      const [signed] = row.dkimResults.filter(({ domain, selector }) => domain !== '' && selector !== '');
      if (signed === undefined) page.say(speech.say(words.noDkim));
      else actions.goTo({ mechanism: 'dkim', domain: signed.domain, selector: signed.selector });
    }),
  );
  page.onCommand(
    'goToDmarc',
    withRecord(({ row }) => {
      const domain = authorDomain(row, row.head);
      actions.goTo({ mechanism: 'dmarc', domain });
    }),
  );
  page.onCommand(
    'allowSender',
    withRecord(({ row }) => {
      actions.allow(row);
    }),
  );

  const update = (): void => {
    const { record } = looks.now();
    const open = record !== undefined;
    root.hidden = !open;
    splitter.hidden = !open;
    if (open) void show(record);
    else shown = undefined;
  };
  looks.onChange(({ record }, before) => {
    if (record !== before.record) update();
  });
  page.onOwners(() => {
    if (looks.now().record !== undefined) void show(looks.now().record!);
  });
  update();
  return { parts: [splitter, root] };
}
