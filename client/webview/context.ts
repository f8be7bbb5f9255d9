import type { Ask } from '../report/link';
import type { AddressOwner, HostQuestions, PageCommand, PageSettings } from '../report/protocol';
import type { Opened, WorkerQuestions } from './messages';
import type { Looks } from './state';
import type { Speech } from './words';

/** What every room of the page is given. */
export interface Page {
  readonly speech: Speech;
  /** What is shown, and how; whoever changes it needs not know who shows it. */
  readonly looks: Looks;
  readonly worker: Ask<WorkerQuestions>;
  readonly host: Ask<HostQuestions>;
  /** What is open now. */
  readonly opened: () => Opened;
  /** Records that pass the filter, and all there are. */
  readonly shown: () => { readonly records: number; readonly total: number };
  readonly settings: () => PageSettings;
  /** @param listener is told when settings came from the extension, also the first ones */
  onSettings(listener: () => void): void;
  /** Carries out a command of the palette; each has one room that does. Also by the page's own keys and buttons. */
  onCommand(command: PageCommand, run: () => void): void;
  readonly run: (command: PageCommand) => void;
  /** Tells the worker who owns addresses; the table shows it from then on. */
  readonly learnOwners: (owners: readonly (readonly [address: string, AddressOwner])[]) => void;
  /** @param listener is told when owners were learnt */
  onOwners(listener: () => void): void;
  /** Says something in passing, to eyes and screen readers; it goes away by itself. */
  readonly say: (text: string) => void;
}

/** A room of the page: a tab's contents, a pane, a bar. */
export interface Room {
  readonly root: HTMLElement;
  /** Shows what is open now. Only called while the room is to be seen. */
  show(): void;
}
