/**
 * What the extension and the report page say to each other. Types only, so that the page can share them.
 * The page says `ready` first; until then the extension holds everything back.
 */
import type { ReportEvidence } from '../../core/generator/ladder';
import type { Answered, Asked } from './link';

/**
 * From the extension to the page. `id` tells files apart, and grows; a file is sent to its end before the next begins.
 */
export type ToPage =
  | {
      readonly type: 'open';
      readonly id: number;
      readonly name: string;
      /** Files that come after this one, as far as is known by now. */
      readonly left: number;
    }
  /** Small files, each of them whole: the same as `open`, `chunk` and `end` for one after the other. */
  | { readonly type: 'files'; readonly files: readonly WholeFile[]; readonly left: number }
  /** What comes after this, where it is not what was said last. */
  | { readonly type: 'left'; readonly left: number }
  /** `inflated`: the bytes are deflate data (RFC 1951, by itself), and this is how many bytes of the file they come to. */
  | { readonly type: 'chunk'; readonly id: number; readonly bytes: Uint8Array; readonly inflated?: number }
  | { readonly type: 'end'; readonly id: number }
  /** The file could not be read; `reason` is a sentence in the interface's language. */
  | { readonly type: 'failed'; readonly name: string; readonly reason: string }
  /**
   * All that is open by way of the extension, files and whole folders, whenever that changes: the page keeps it as
   * `PageState.files`, together with what was dropped into or picked in the page itself.
   */
  | { readonly type: 'kept'; readonly files: PageState['files'] }
  | { readonly type: 'clear' }
  /** Shows what this query lets through, as if it had been typed into the filter bar; it was chosen elsewhere. */
  | { readonly type: 'filter'; readonly query: string }
  /** A command of the palette that the page carries out; also so that each has a key of the user's choosing. */
  | { readonly type: 'command'; readonly command: PageCommand }
  /** What the page may show or ask for; once after `ready`, and again when a setting changes. */
  | { readonly type: 'settings'; readonly settings: PageSettings }
  | Asked<PageQuestions>
  | Answered;

/** A small file with all of its bytes. */
export interface WholeFile {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Commands of the palette, `mailAuth.reports.<name>`, that the active report page carries out. */
export const pageCommands = [
  'filter',
  'clearFilter',
  'group',
  'columns',
  'showRecords',
  'showOverview',
  'showReadiness',
  'copyRows',
  'export',
  'goToSpf',
  'goToDkim',
  'goToDmarc',
  'allowSender',
  'lookUpNames',
] as const;
export type PageCommand = (typeof pageCommands)[number];

/** Settings that the page follows. */
export interface PageSettings {
  /** `mailAuth.reports.limits.*`; what is absent keeps its default (core/report/limits.ts). */
  readonly limits: Readonly<Record<string, number>>;
  /** Whether VS Code's picker shows the files of the machine at which the person sits: not in a browser, nor remotely. */
  readonly localPicker?: boolean;
  /** Whether host names may be looked up at all here (no DNS in a browser). */
  readonly names: boolean;
  /** `mailAuth.reports.lookUpNames`: they may be, for rows on show, without being asked for each time. */
  readonly namesUnasked: boolean;
  /** The name of the address database that is set; undefined without one. */
  readonly database: string | undefined;
}

/** From the page to the extension. */
export type FromPage =
  /**
   * `uris`: of the files that the page's kept state names; the extension opens those that it does not send anyway.
   * `lost`: names of files in it that cannot be opened again, as they were dropped or picked.
   */
  | { readonly type: 'ready'; readonly uris?: readonly string[]; readonly lost?: readonly string[] }
  /** Bytes of a file that the page has taken in so far: the extension sends no more than a few chunks ahead. */
  | { readonly type: 'taken'; readonly id: number; readonly bytes: number }
  /**
   * The page needs nothing more of this file and of those before it: it has read them, or has given one up, e.g. as it
   * is no report. The extension then stops reading it.
   */
  | { readonly type: 'done'; readonly id: number }
  /** The page reads no further; nothing more of what it was to get is to be sent. What it has read stays. */
  | { readonly type: 'stopped' }
  | { readonly type: 'openSamples' }
  /** The page forgot all files; so should the extension. */
  | { readonly type: 'cleared' }
  /** What is open now, for the Reports view; at most a few times a second while reading. */
  | { readonly type: 'opened'; readonly reports: readonly OpenedReport[]; readonly more: number }
  | Asked<HostQuestions>
  | Answered;

/** A report that the page holds. Texts come from the report: to be shown as text only. */
export interface OpenedReport {
  readonly file: string;
  readonly part: string;
  /** As the reporter gave it; may be empty. */
  readonly reportId: string;
  readonly domain: string;
  readonly reporter: string;
  readonly begin: number | undefined;
  readonly end: number | undefined;
  readonly messages: number;
  readonly fail: number;
}

/** Which record is responsible for a result. Names are as the report has them. */
export type ResponsibleRecord =
  | { readonly mechanism: 'spf'; readonly domain: string }
  | { readonly mechanism: 'dkim'; readonly domain: string; readonly selector: string }
  | { readonly mechanism: 'dmarc'; readonly domain: string };

/** How something that the extension did for the page ended; `said` is a sentence to show, if any. */
export interface Done {
  readonly done: boolean;
  readonly said?: string;
}

/** What an address database or a resolver tells of an address; absent: it does not know. */
export interface AddressOwner {
  readonly host?: string;
  readonly organisation?: string;
  /** `AS64500` */
  readonly asn?: string;
  readonly country?: string;
}

/** A part of a file. */
export interface Slice {
  readonly bytes: Uint8Array;
  /** Whether the file goes on behind it. */
  readonly more: boolean;
}

/** What the page may ask of the extension. */
export interface HostQuestions {
  /** Opens the zone file at the responsible record, or offers to make it. */
  goToRecord: { readonly ask: ResponsibleRecord; readonly answer: Done };
  /** Whether open or workspace zones hold the record: what it says, and where. */
  findRecord: {
    readonly ask: ResponsibleRecord;
    readonly answer: { readonly text: string; readonly place: string } | undefined;
  };
  /** Adds addresses to a domain's SPF record after showing the change and what it does to the lookup budget. */
  allowSender: {
    readonly ask: {
      readonly domain: string;
      readonly addresses: readonly string[];
      /** Names that reports connect with them: host names, domains that sign. A service may be known by one. */
      readonly names?: readonly string[];
    };
    readonly answer: Done;
  };
  /** Takes the domain's policy a step up, or to a stated one, after showing the change. */
  raisePolicy: {
    readonly ask: {
      readonly domain: string;
      readonly evidence: ReportEvidence;
    };
    readonly answer: Done;
  };
  /** Which of the names exist, by the zones at hand; `undefined` where no zone tells. */
  namesExist: {
    readonly ask: { readonly names: readonly string[] };
    readonly answer: readonly (boolean | undefined)[];
  };
  /**
   * Owners by the database that is set (a local file) and, where `names` is true, host names by the user's resolver:
   * only ever on the user's demand, which `PageSettings.namesUnasked` is too. At most 256 names a call.
   */
  lookUp: {
    readonly ask: { readonly addresses: readonly string[]; readonly names: boolean };
    readonly answer: readonly AddressOwner[];
  };
  copy: { readonly ask: { readonly text: string }; readonly answer: Done };
  /** Asks where to, and writes. */
  save: { readonly ask: { readonly name: string; readonly bytes: Uint8Array }; readonly answer: Done };
  /** The pickers of VS Code: several files, or a folder. */
  choose: { readonly ask: { readonly folder: boolean }; readonly answer: Done };
  /** Once more a part of a file that the extension sent; undefined where it is not what it was, or cannot be read. */
  again: {
    readonly ask: { readonly id: number; readonly from: number; readonly length: number };
    readonly answer: Slice | undefined;
  };
  /** Opens a setting of the extension. */
  openSetting: { readonly ask: { readonly setting: string }; readonly answer: Done };
}

/** What the extension may ask of the page. */
export interface PageQuestions {
  /** What the open reports say of a domain's mail, for the policy ladder; undefined where they say nothing. */
  evidence: { readonly ask: { readonly domain: string }; readonly answer: ReportEvidence | undefined };
}

/** What the page keeps over hiding and reloading, and the extension reads when a window is restored. */
export interface PageState {
  /** What is shown; see client/webview/state.ts. The extension does not look into it. */
  readonly look: unknown;
  /** Files and folders that were open; those without a URI were dropped or picked and cannot be opened again by themselves. */
  readonly files: readonly { readonly name: string; readonly uri?: string }[];
}
