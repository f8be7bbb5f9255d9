/**
 * What the extension and the form view say to each other. Types only, so that the page can share them. The page says
 * `ready` first; until then the extension holds everything back. A private key never goes this way.
 */
import type { Answers, GeneratedFile, GeneratedRecord } from '../../../core/generator/form';
import type { Known } from '../../../core/generator/known';
import type { RecordFinding } from '../../../core/generator/protocol';
import type { Answered, Asked } from '../../report/link';
import type { Done } from '../../report/protocol';

/** A zone file that records may go into. */
export interface ZoneFile {
  readonly uri: string;
  readonly name: string;
  /** The zone's name without its final dot; absent where the file does not say it. */
  readonly origin?: string;
}

/** What the form stands on. */
export interface Circumstances {
  readonly known: Known;
  /** The zone files that are open; the one that is meant comes first. */
  readonly zones: readonly ZoneFile[];
}

/** A form that was filled in: a full set of answers without complaints. */
export interface FilledForm {
  /** A key of `FORMS`. */
  readonly kind: string;
  readonly answers: Answers;
}

/** What there is to say of a record before it is put anywhere. */
export interface Judged {
  readonly findings: readonly RecordFinding[];
  /** The line as it would stand in the zone file; absent without one, and where it stands there already. */
  readonly line?: string;
  /** The sources of the entries that would go or change for it. */
  readonly replaces: readonly string[];
}

/** What there is to say of all records of a form. */
export interface Judgement {
  /** One for each record, in their order. */
  readonly records: readonly Judged[];
  /** What else would happen in the zone file, or why nothing can; sentences in the interface's language. */
  readonly notes: readonly string[];
  /** The zone file has these records already. */
  readonly unchanged: boolean;
}

/** A pair of keys that was made; the private one lies where the user said. */
export interface MadeKey {
  /** PEM */
  readonly publicKey: string;
  /** Where the private key lies, for people. */
  readonly place: string;
  /** Its path on the system, for a signer's files; absent where it has none. */
  readonly path?: string;
}

/** What the page may ask of the extension. */
export interface FormQuestions {
  /** @see GENERATOR_KNOWN; `zone` is a URI, `domain` without final dot */
  circumstances: {
    readonly ask: { readonly zone?: string; readonly domain?: string };
    readonly answer: Circumstances;
  };
  judge: {
    readonly ask: { readonly records: readonly GeneratedRecord[]; readonly zone?: string };
    readonly answer: Judgement;
  };
  /** Puts the records into the zone file of this URI, after showing what they would replace. */
  insert: { readonly ask: FilledForm & { readonly zone: string }; readonly answer: Done };
  copy: { readonly ask: { readonly text: string }; readonly answer: Done };
  /** Shows a text in an editor that has no file yet. */
  open: { readonly ask: { readonly text: string; readonly language: string }; readonly answer: Done };
  /** Asks where to, and writes. */
  save: { readonly ask: GeneratedFile; readonly answer: Done };
  /** Asks where the private key goes, makes the pair and writes it; undefined where the user changed their mind. */
  makeKey: { readonly ask: FilledForm; readonly answer: MadeKey | undefined };
  /** The form does without a key that was made: where its record was not published, it is asked about its file. */
  dropKey: { readonly ask: { readonly place: string }; readonly answer: Done };
}

/** From the extension to the page. */
export type ToForm =
  /** What to show: at the beginning, and where the command is called again. Absent: as it is. */
  | { readonly type: 'show'; readonly kind?: string; readonly zone?: string }
  /** Files that the circumstances are told from have changed. */
  | { readonly type: 'changed' }
  | Answered;

/** From the page to the extension. */
export type FromForm = { readonly type: 'ready' } | Asked<FormQuestions>;
