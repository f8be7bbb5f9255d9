import { termFor, toggleTerm, type FieldName, type Group, type GroupKey } from '../../../core/report';
import type { Page, Room } from '../context';
import { element } from '../dom';
import type { OverviewAnswer } from '../messages';
import type { Speech } from '../words';
import { datesIn } from './dates';
import { following } from './follow';
import { createItems, type ItemActs } from './items';
import { createKinds } from './kinds';
import { words } from './words';

/** What sources can be gathered by here. */
const sourceKeys = ['network', 'organisation', 'source'] as const satisfies readonly GroupKey[];
type SourceKey = (typeof sourceKeys)[number];

/** Items of a list at first, with each further click, and at most. */
const [few, step, most] = [8, 25, 500];

interface Question {
  readonly filter: string;
  readonly by: SourceKey;
  readonly most: number;
}

interface Answer {
  readonly all: OverviewAnswer;
  /** What comes from networks that are new; undefined where there is nothing to compare with. */
  readonly fresh: OverviewAnswer | undefined;
}

/** The overview: who sends and what they seem to be, who is new, who reports, which domains are used. */
export function createOverviewTab(page: Page): Room {
  const { speech, looks } = page;
  const dates = datesIn(speech.locale);
  let by: SourceKey = 'network';
  let wanted: number = few;

  const filterBy = (field: FieldName): ItemActs => ({
    hint: (value) => speech.say(words.filterBy, { value }),
    chosen(key, without) {
      looks.change({ filter: toggleTerm(looks.now().filter, termFor(field, key, without)), tab: 'records' });
    },
  });
  const network = filterBy('ip');
  const sources = createItems('source', speech, {
    hint: (value) => (by === 'organisation' ? speech.say(words.openGroup, { value }) : network.hint(value)),
    chosen(key, without) {
      // No field says to which organisation an address belongs: the table opens its group instead.
      if (by === 'organisation') looks.change({ group: 'organisation', open: [key], tab: 'records' });
      else network.chosen(key, without);
    },
  });
  const fresh = createItems('new', speech, network);
  const reporters = createItems('reporter', speech, filterBy('reporter'));
  const domains = createItems('domain', speech, filterBy('from'));

  const choice = element(
    'select',
    { attributes: { 'aria-label': speech.say(words.sourcesBy) } },
    ...sourceKeys.map((key) =>
      element('option', { text: speech.say(words[`by_${key}`]), attributes: { value: key } }),
    ),
  );
  choice.addEventListener('change', () => {
    by = sourceKeys.find((key) => key === choice.value) ?? 'network';
    update();
  });
  const more = (): void => {
    wanted = Math.min(most, wanted + step);
    update();
  };
  const kinds = createKinds(page);
  const parts = {
    kinds: createPart(speech, kinds, 'kinds', speech.say(words.kindsHead), more),
    sources: createPart(speech, sources, 'sources', speech.say(words.sourcesHead), more, choice),
    fresh: createPart(speech, fresh, 'new', '', more),
    reporters: createPart(speech, reporters, 'reporters', speech.say(words.reportersHead), more),
    domains: createPart(speech, domains, 'domains', speech.say(words.domainsHead), more),
  };
  const nothing = element('p', { class: 'nothing', text: speech.say(words.nothing) });
  const body = element('div', { class: 'parts' }, ...Object.values(parts).map(({ root }) => root));
  const root = element('section', { class: 'overview-tab' }, nothing, body);
  nothing.hidden = true;
  body.hidden = true;

  function take({ all, fresh: news }: Answer): void {
    const { messages } = all.total;
    nothing.hidden = messages > 0 || page.opened().reading !== undefined;
    body.hidden = messages === 0;
    const share = (group: Group): number => (messages === 0 ? 0 : group.messages / messages);
    const bare = (groups: readonly Group[]): { group: Group; share: number }[] =>
      groups.map((group) => ({ group, share: share(group) }));
    sources.show(
      all.sources.map((source) => ({
        group: source,
        share: source.share,
        judgement: source.judgement,
        isNew: source.isNew,
      })),
    );
    fresh.show(
      (news?.sources ?? []).map((source) => ({
        group: source,
        share: share(source),
        judgement: source.judgement,
      })),
    );
    kinds.show(all.kinds, messages);
    parts.kinds.showCount(0, 0);
    reporters.show(bare(all.reporters));
    domains.show(bare(all.domains));
    const { counts } = all;
    parts.sources.showCount(counts.sources, all.sources.length);
    parts.fresh.root.hidden = news === undefined;
    if (news !== undefined && all.since !== undefined) {
      parts.fresh.title.textContent = speech.say(words.newHead, {
        since: dates.short(all.since, all.days.at(-1)?.day ?? all.since),
      });
      parts.fresh.title.title = speech.say(words.newAbout);
      parts.fresh.note.textContent = news.counts.sources === 0 ? speech.say(words.noNew) : '';
      parts.fresh.showCount(news.counts.sources, news.sources.length);
    }
    parts.reporters.showCount(counts.reporters, all.reporters.length);
    parts.domains.showCount(counts.domains, all.domains.length);
  }

  const ask = following<Question, Answer>({
    async ask(question) {
      const all = await page.worker('overview', question);
      if (all.since === undefined) return { all, fresh: undefined };
      const filter = toggleTerm(question.filter, `first-seen>=${all.since}`);
      return { all, fresh: await page.worker('overview', { ...question, filter, by: 'network' }) };
    },
    take,
    fail(error) {
      page.say(error instanceof Error ? error.message : String(error));
    },
    rest: () => page.opened().reading !== undefined,
  });
  let asked = '';
  function update(): void {
    const question: Question = { filter: looks.now().filter, by, most: wanted };
    const now = JSON.stringify([question, page.opened().summary.records]);
    if (now !== asked) ask(question);
    asked = now;
  }
  return { root, show: update };
}

/** A heading with a list, and a button for more of it. */
interface Part {
  readonly root: HTMLElement;
  readonly title: HTMLElement;
  readonly note: HTMLElement;
  readonly showCount: (all: number, shown: number) => void;
}

function createPart(
  speech: Speech,
  list: { readonly root: HTMLElement },
  name: string,
  head: string,
  more: () => void,
  ...beside: readonly HTMLElement[]
): Part {
  const title = element('h2', { text: head, id: `overview-${name}` });
  const count = element('span', { class: 'count' });
  const note = element('p', { class: 'note' });
  const button = element('button', { class: 'quiet more', attributes: { type: 'button' } });
  button.addEventListener('click', more);
  return {
    root: element(
      'section',
      { class: `part ${name}`, attributes: { 'aria-labelledby': title.id } },
      element('div', { class: 'part-head' }, title, count, ...beside),
      note,
      list.root,
      button,
    ),
    title,
    note,
    showCount(all, shown) {
      count.textContent = all === 0 ? '' : speech.number(all);
      button.hidden = shown >= all || shown >= most;
      button.textContent = speech.say(words.more, { count: speech.number(Math.min(step, all - shown)) });
    },
  };
}
