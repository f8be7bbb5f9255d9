// The form view of the record generator: questions on the left, what they come to on the right, at once.
import { absoluteLine } from '../../core/generator/publish/zone';
import { domainComplaint, domainOf } from '../../core/generator/domain';
import type { Generated, Question } from '../../core/generator/form';
import { FORM_ABOUT, formFor } from '../../core/generator/forms';
import { NOTHING_KNOWN, type Known } from '../../core/generator/known';
import { signingLines, type SigningLines } from '../../core/generator/signing';
import { startingPoints } from '../../core/generator/startingPoint';
import { localeOf } from '../../core/text/message';
import type { ZoneFile } from '../generator/form/protocol';
import { createActions, isIn } from './actions';
import { createBeginning, beginningOf } from './beginning';
import {
  answered,
  askedQuestions,
  formLook,
  NOTHING_FILLED,
  withMadeKey,
  withoutKey,
  without,
  type Filling,
  type FormLook,
} from './filling';
import { createHandover } from './handover';
import { connect } from './host';
import { spfBudget } from './insight';
import { createJudging } from './judging';
import { createKeys, type KeptKey } from './keys';
import { createKinds } from './kinds';
import { layout } from './layout';
import { createOutcomes } from './outcomes';
import { createPreview } from './preview';
import { createQuestions } from './questions';
import { isKind, restoredState, toKeep, type PageState } from './state';
import { createTeller } from './telling';
import { createTodo } from './todo';
import { speechOf } from './words';

/** How long after a change the extension is asked, in milliseconds: nobody types a whole name at once. */
const ASK_DELAY = 200;

/** How long the form waits for proposals before it shows itself without, in milliseconds. */
const PATIENCE = 1500;

const speech = speechOf(localeOf(document.documentElement.lang));
const extension = connect((message) => {
  if (message.type === 'changed') {
    refresh();
    return;
  }
  change({
    ...(isKind(message.kind) && { kind: message.kind }),
    ...(message.zone !== undefined && forZone(message.zone)),
  });
  refresh();
});

let state: PageState = restoredState(extension.kept());
let known: Known = NOTHING_KNOWN;
let zones: readonly ZoneFile[] = [];
/** Questions of the form on show that somebody has answered. */
let touched = new Set<string>();
/** What the form on show came to when it was last in order. */
let last: { readonly kind: string; readonly generated: Generated } | undefined;
let makingKey = false;
/** Whether records were handed over since the moment was taken that proposals are made from. */
let handedOver = false;

// --- The page's parts -----------------------------------------------------------------------------------------

const kinds = createKinds(speech, (kind) => {
  change({ kind });
});
const beginning = createBeginning(speech, (start) => {
  touched = new Set();
  fill({ given: {}, start });
});
const questions = createQuestions(speech, {
  answer,
  restore: (question) => {
    fill({ ...filling(), given: without(filling().given, question.key) });
  },
});
const todo = createTodo(speech, (key) => {
  questions.focus(key);
});
const preview = createPreview(speech);
const judging = createJudging(extension.ask, () => {
  show();
});
const keys = createKeys(speech, {
  make: () => void makeKey(),
  another: () => {
    dropKey();
    change({
      keys: without(state.keys, state.kind),
      fillings: { ...state.fillings, [state.kind]: withoutKey(filling()) },
    });
  },
  copy,
});
const actions = createActions(speech, {
  chooseZone: (zone) => {
    change(forZone(zone));
    refresh();
  },
  insert: () => void insert(),
  copy: () => {
    copy((last?.generated.records ?? []).map((record) => `${absoluteLine(record)}\n`).join(''));
  },
});
const handover = createHandover(speech, {
  chooseProvider: (provider) => {
    change({ provider });
  },
  chooseOutput: (output) => {
    change({ output });
  },
  copy,
  open: (text, language) => void carriedOut(extension.ask('open', { text, language })),
  save: (file) => void carriedOut(extension.ask('save', file)),
});
const page = layout(speech, {
  kinds: kinds.root,
  beginning: beginning.root,
  questions: questions.root,
  preview: [todo.root, preview.root, keys.root, actions.root, handover.root],
  startOver: () => {
    dropKey();
    touched = new Set();
    change({
      fillings: without(state.fillings, state.kind),
      keys: without(state.keys, state.kind),
      domain: undefined,
    });
    refresh();
  },
});
document.body.append(page.root);
const teller = createTeller(speech, (text) => {
  page.tell(text);
});
const { carriedOut, failed } = createOutcomes(speech, (text, well) => {
  page.say(text, well);
});

// --- What is filled in ----------------------------------------------------------------------------------------

function filling(kind = state.kind): Filling {
  return state.fillings[kind] ?? NOTHING_FILLED;
}

/** What changes with the zone file: a domain that was typed for another zone is not meant any more. */
function forZone(zone: string): Partial<PageState> {
  const { domain = '' } = state;
  const origin = zones.find(({ uri }) => uri === zone)?.origin;
  const stays = zone === state.zone || (origin !== undefined && isIn(domainOf(domain), origin));
  return { zone, ...(!stays && { domain: undefined }) };
}

let seen: { readonly known: Known; readonly at: string; readonly points: FormLook['points'] } | undefined;

function lookNow(kind = state.kind): FormLook {
  const form = formFor(kind, known)!;
  const domain = state.domain ?? known.domain ?? '';
  const at = `${kind} ${domain}`;
  if (seen?.known !== known || seen.at !== at) {
    seen = { known, at, points: startingPoints(form, known, domainOf(domain)) };
  }
  return formLook(form, filling(kind), state.domain, seen.points);
}

function answer(question: Question, value: string): void {
  touched.add(question.key);
  if (handedOver) {
    handedOver = false;
    refresh(true);
  }
  if (question.key === 'domain') {
    change({ domain: value });
    refresh();
    return;
  }
  fill(answered(lookNow(), filling(), question, value));
}

function fill(next: Filling): void {
  change({ fillings: { ...state.fillings, [state.kind]: next } });
}

function change(part: Partial<PageState>): void {
  if (part.kind !== undefined && part.kind !== state.kind) touched = new Set();
  state = { ...state, ...part };
  extension.keep(toKeep(state));
  show();
}

// --- What is shown --------------------------------------------------------------------------------------------

function show(): void {
  const look = lookNow();
  const { form, full, complaints } = look;
  const asked = askedQuestions(look);
  page.title(speech.tell(form.title), speech.tell(FORM_ABOUT[form.kind] ?? form.title));
  kinds.show(form.kind);
  beginning.show(beginningOf(look));
  questions.show(look, touched);

  const { generated } = look;
  if (generated !== undefined) last = { kind: form.kind, generated };
  else if (last?.kind !== form.kind) last = undefined;
  const stale = generated === undefined;
  const open = asked.filter(({ key }) => complaints.has(key));
  todo.show(
    stale
      ? {
          open: open.map(({ key, title }) => ({ key, title: speech.tell(title) })),
          stale: (last?.generated.records.length ?? 0) > 0,
        }
      : undefined,
  );
  page.setStale(stale);

  const shown = last?.generated;
  const some = (shown?.records.length ?? 0) > 0;
  judging.judge(shown?.records ?? [], state.zone);
  preview.show(shown, judging.verdict(), spfBudget(form, full));
  const made = state.keys[form.kind];
  const { needsKey } = look;
  keys.show(
    needsKey || made !== undefined
      ? { needed: needsKey, made, lines: linesFor(full, made), working: makingKey, ready: !stale }
      : undefined,
  );
  const domain = domainOf(full['domain'] ?? '');
  const zone = zones.find(({ uri }) => uri === state.zone) ?? zones[0];
  actions.show(some ? { domain, zones, zone: zone?.uri, ready: !stale } : undefined);
  const managed = zone?.origin !== undefined && isIn(domain, zone.origin) ? zone.origin : undefined;
  handover.show(shown, {
    zone: managed,
    published: known.records,
    provider: state.provider,
    output: state.output,
  });
  teller.tell({
    open: complaints.size,
    records: last?.generated.records.length,
    verdict: () => judging.verdict(),
  });
}

/** What a signer needs to use a key, for the domain and selector that are filled in now. */
function linesFor(full: FormLook['full'], made: KeptKey | undefined): readonly SigningLines[] {
  const path = made?.path;
  const selector = (full['selector'] ?? full['dkim.selector'] ?? '').trim();
  if (path === undefined || selector === '') return [];
  return signingLines({ domain: domainOf(full['domain'] ?? ''), selector, path }) ?? [];
}

// --- What the extension is asked ------------------------------------------------------------------------------

let refreshing: ReturnType<typeof setTimeout> | undefined;
let refreshes = 0;

/** Asks for the circumstances anew. @param momentToo whether proposals may be made from the present moment, too */
function refresh(momentToo = false): void {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => void circumstances(momentToo), ASK_DELAY);
}

async function circumstances(momentToo: boolean): Promise<void> {
  const mine = ++refreshes;
  const { domain, zone } = state;
  const fits = domain !== undefined && domainComplaint(domain) === undefined;
  const found = await extension
    .ask('circumstances', { ...(fits && { domain: domainOf(domain) }), ...(zone !== undefined && { zone }) })
    .catch(() => undefined);
  if (mine !== refreshes) return;
  page.reveal();
  if (found === undefined) return;
  // An identifier that is made from the time must not change under somebody's eyes.
  const { now } = known;
  known = now === undefined || momentToo ? found.known : { ...found.known, now };
  zones = found.zones;
  judging.again();
  change(zones.some(({ uri }) => uri === zone) ? {} : { zone: zones[0]?.uri });
}

function filledForm(): { readonly kind: string; readonly answers: FormLook['full'] } | undefined {
  const look = lookNow();
  return look.generated && { kind: state.kind, answers: look.full };
}

async function insert(): Promise<void> {
  const filled = filledForm();
  const { zone } = state;
  if (filled === undefined || zone === undefined) return;
  if (await carriedOut(extension.ask('insert', { ...filled, zone }))) handedOver = true;
}

function copy(text: string): void {
  void carriedOut(extension.ask('copy', { text }), speech.say('copied'));
}

/** The form does without the key that was made for it; the extension asks what becomes of a file nobody needs. */
function dropKey(): void {
  const made = state.keys[state.kind];
  if (made !== undefined) void carriedOut(extension.ask('dropKey', { place: made.place }));
}

async function makeKey(): Promise<void> {
  const filled = filledForm();
  if (filled === undefined || makingKey) return;
  const { kind } = state;
  makingKey = true;
  show();
  try {
    const made = await extension.ask('makeKey', filled);
    if (made === undefined) return;
    const { publicKey, ...kept } = made;
    const next = withMadeKey(lookNow(kind), filling(kind), publicKey);
    change({
      fillings: { ...state.fillings, [kind]: next },
      keys: { ...state.keys, [kind]: kept },
    });
    page.say(speech.say('keyMade', { place: kept.place }), true);
  } catch (problem) {
    failed(problem);
  } finally {
    makingKey = false;
    show();
  }
}

touched = new Set([...Object.keys(filling().given), ...(state.domain === undefined ? [] : ['domain'])]);
show();
setTimeout(page.reveal, PATIENCE);
extension.ready();
