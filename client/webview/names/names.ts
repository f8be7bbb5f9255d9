import { visible } from '../../../core/report';
import type { Page } from '../context';
import { element } from '../dom';
import type { Line } from '../messages';
import { startingLook, type ColumnLook } from '../state';
import type { Tool } from '../toolRow';
import { createLookUps } from './lookUps';
import { words } from './words';

/** Milliseconds of rest before what is on show is looked up: nobody wants what is scrolled past. */
const rest = 250;
/** Addresses of a group whose names are looked up: what they have in common is shown beside it. */
const ofGroup = 4;
/** Addresses that a command looks up at once. */
const mostAtOnce = 256;
/** Addresses of all records whose organisations are wanted to gather by them. */
const mostGathered = 20_000;

/** The switch for host names, and what looks up who is behind the addresses on show. */
export interface Names {
  readonly tool: Tool;
  /** Other lines are on show than before. */
  readonly drew: () => void;
}

/**
 * Nothing leaves this machine unless the switch, the command or the setting says so: without them only the database
 * that is set is asked, and without one nothing at all.
 * @param table what it shows, and what is selected in it
 */
export function createNames(
  page: Page,
  table: { readonly onShow: () => readonly Line[]; readonly selected: () => readonly number[] },
): Names {
  const { speech, looks, say, worker, host } = page;
  const button = element(
    'button',
    { class: 'quiet switch', attributes: { type: 'button', role: 'switch' } },
    element('span', { class: 'track', attributes: { 'aria-hidden': 'true' } }),
    speech.say(words.names),
  );
  const root = element('span', { class: 'for-records names' }, button);

  const lookUps = createLookUps({
    ask: (addresses, names) => host('lookUp', { addresses, names }),
    learn: page.learnOwners,
    fail: (problem) => {
      say(problem instanceof Error ? problem.message : String(problem));
    },
  });
  const isOn = (): boolean => page.settings().names && (looks.now().names || page.settings().namesUnasked);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const drew = (): void => {
    if (!isOn() && page.settings().database === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(lookAround, rest);
  };
  const lookAround = (): void => {
    const { names, owners } = addressesOn(table.onShow());
    lookUps.show(isOn() ? names : [], page.settings().database === undefined ? [] : owners);
  };

  /** Groups of organisations are made of all addresses, not only of those on show. */
  const gather = async (): Promise<void> => {
    const { filter, sorts, group } = looks.now();
    if (group !== 'organisation' || page.settings().database === undefined) return;
    const addresses = await worker('addresses', { selection: { filter, sorts }, most: mostGathered });
    lookUps.show([], addresses);
  };

  const showColumn = (): void => {
    looks.change({ columns: withHosts(looks.now().columns) });
  };
  const showSwitch = (): void => {
    const { names, namesUnasked } = page.settings();
    button.hidden = !names;
    button.setAttribute('aria-checked', String(isOn()));
    button.title = speech.say(namesUnasked ? words.bySetting : words.hint);
  };
  const turn = (on: boolean): void => {
    if (on) lookUps.forgetNames();
    looks.change({ names: on });
    if (on) showColumn();
  };
  const toggle = (): void => {
    if (page.settings().namesUnasked) {
      void host('openSetting', { setting: 'mailAuth.reports.lookUpNames' });
    } else turn(!looks.now().names);
  };

  let database: string | undefined;
  page.onSettings(() => {
    const { database: now, namesUnasked } = page.settings();
    if (now !== database) {
      database = now;
      lookUps.forgetOwners();
      void gather();
    }
    // Who has arranged the columns keeps them.
    const untouched = JSON.stringify(looks.now().columns) === JSON.stringify(startingLook.columns);
    if (untouched && (namesUnasked || now !== undefined)) showColumn();
    showSwitch();
    drew();
  });
  looks.onChange((now, before) => {
    if (now.names !== before.names) {
      showSwitch();
      drew();
    }
    if (now.group !== before.group || now.filter !== before.filter) void gather();
  });
  button.addEventListener('click', toggle);
  showSwitch();

  // The command asks for the records that are selected; without any, it is the switch.
  page.onCommand('lookUpNames', () => {
    if (!page.settings().names) {
      say(speech.say(words.notHere));
      return;
    }
    const records = table.selected();
    if (records.length > 0) void lookUpThese(records);
    else {
      toggle();
      if (!page.settings().namesUnasked) say(speech.say(looks.now().names ? words.on : words.off));
    }
  });
  const lookUpThese = async (records: readonly number[]): Promise<void> => {
    try {
      const addresses = await worker('addresses', { selection: { records }, most: mostAtOnce });
      const found = await host('lookUp', { addresses, names: true });
      const known = addresses.map((address, i) => [address, found[i] ?? {}] as const);
      const named = known.filter(([, owner]) => owner.host !== undefined);
      page.learnOwners(known.filter(([, owner]) => Object.keys(owner).length > 0));
      if (named.length > 0) showColumn();
      const [[address, owner] = ['', {}]] = named;
      say(
        known.length === 1 && named.length === 1
          ? speech.say(words.foundOne, { address, host: visible(owner.host!) })
          : speech.say(words.found, { found: speech.number(named.length), all: speech.number(known.length) }),
      );
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    }
  };
  return {
    tool: { root, folded: () => ({ label: speech.say(words.names), checked: isOn, run: toggle }) },
    drew,
  };
}

/** The addresses that lines are about: all, for the database; few of each group, for host names. */
export function addressesOn(lines: readonly Line[]): {
  readonly names: readonly string[];
  readonly owners: readonly string[];
} {
  const names = lines.flatMap((line) =>
    line.kind === 'record' ? [line.row.sourceIp] : line.addresses.slice(0, ofGroup),
  );
  const owners = lines.flatMap((line) => (line.kind === 'record' ? [line.row.sourceIp] : line.addresses));
  return { names: names.filter(isGiven), owners: owners.filter(isGiven) };
}

function isGiven(address: string): boolean {
  return address !== '';
}

/** The columns with that of host names. */
export function withHosts(columns: readonly ColumnLook[]): readonly ColumnLook[] {
  return columns.some(({ name, shown }) => name === 'host' && shown)
    ? columns
    : columns.map((column) => (column.name === 'host' ? { ...column, shown: true } : column));
}
