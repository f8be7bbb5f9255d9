import { openDiagnosis, type Diagnosis, type RuleSettings } from './features/diagnose';
import type { Finding, PlacedFix } from './features/finding';
import { fixesAt } from './features/fix';
import { READERS, type LanguageId } from './languages';
import type { Description, Expectation } from './text/cursor';
import type { Moment } from './values/serial';
import type { RecordElsewhere } from './model/mailSystem';
import type { DocumentContext, Model, Reader } from './model/model';
import { openDocuments } from './model/openDocuments';
import { recordAdded } from './model/zone/editing/addRecord';
import { isZoneModel } from './model/zone/zone';
import { RULES } from './rules/index.generated';
import { rulesByKind } from './rules/registry';
import type { DmarcReaders, Rule, Severity, Versions } from './rules/rule';
import type { SourceText } from './text/sourceText';
import type { Edit, Span } from './text/span';

/** What the person or project chose. */
export interface Settings {
  /** A rule's severity, or `off`, by the rule's name. */
  readonly rules: RuleSettings;
  /** For which receivers DMARC records are judged; `both` where it is absent. */
  readonly dmarcReaders?: DmarcReaders;
  /** The releases in use. */
  readonly versions?: Versions;
}

/** All that the doors ask of documents. Offsets are UTF-16 code units from a document's beginning. */
export interface LanguageService {
  /**
   * Opens a document, or replaces all of one. Documents that are open together are judged as one mail system: what
   * comes, goes or changes in one may change the findings of others.
   */
  open(uri: string, language: LanguageId, text: SourceText, context?: DocumentContext): void;
  /**
   * The same in steps of a few milliseconds, for texts that take long: between two of them other work can be done,
   * or this one given up. Until the last one the document is unknown, or still the old one.
   */
  openInSteps(
    uri: string,
    language: LanguageId,
    text: SourceText,
    context?: DocumentContext,
  ): Generator<undefined, void>;
  /**
   * The document's text was edited; unknown documents are passed over.
   * @returns the other documents of which something was judged again
   */
  update(uri: string, text: SourceText): readonly string[];
  /** The document was saved as it is. @returns whether its findings may be others now */
  saved(uri: string): boolean;
  close(uri: string): void;
  /** Changes the settings for all documents. */
  configure(settings: Settings): void;
  /** The findings of a document in document order; where there are more than `limit`, the gravest. */
  findings(uri: string, limit?: number): readonly Finding[];
  /** The findings that touch a span, in document order. */
  findingsIn(uri: string, span: Span): readonly Finding[];
  /** All findings of a document in document order, one after another: there may be more than fit into memory. */
  allFindings(uri: string): Iterable<Finding>;
  /** How many findings of each severity a document has. */
  counts(uri: string): Readonly<Record<Severity, number>>;
  /** @param now for what has the moment in it, such as the identifier of a policy */
  complete(uri: string, offset: number, now?: Moment): Expectation | undefined;
  hover(uri: string, offset: number): Description | undefined;
  /** The quick fixes of the findings that touch the span. */
  fixes(uri: string, span: Span): readonly PlacedFix[];
  /** What adds a record to an open zone, as a fix of another document asks; undefined where the zone is not open. */
  addition(record: RecordElsewhere): Edit | undefined;
  /** The model of a document, for what only one language has. */
  model(uri: string): Model | undefined;
}

/** How the service is set up. */
export interface ServiceOptions {
  /** The rules that judge, in place of all there are. */
  readonly rules?: readonly Rule[];
  readonly settings?: Settings;
  /** Told of a rule that threw; without it the error goes on to the caller. */
  readonly onError?: (rule: string, error: unknown) => void;
}

interface OpenDocument {
  readonly language: LanguageId;
  context: DocumentContext;
  model: Model;
  diagnosis: Diagnosis;
}

const NO_FINDINGS: Readonly<Record<Severity, number>> = Object.freeze({
  error: 0,
  warning: 0,
  information: 0,
  hint: 0,
});

/**
 * The one entrance to everything that core knows about documents. It holds the open documents and nothing else;
 * two services never share anything.
 */
export function createLanguageService(options: ServiceOptions = {}): LanguageService {
  const documents = new Map<string, OpenDocument>();
  const together = openDocuments();
  /** For each document that is just being read: what others answer otherwise since it began. */
  const meanwhile = new Set<number[]>();
  let settings: Settings = options.settings ?? { rules: {} };
  const rules = options.rules ?? RULES;
  let byKind = rulesByKind(rules, settings.dmarcReaders, settings.versions);
  const onError =
    options.onError ??
    ((rule: string, error: unknown): never => {
      throw new Error(`rule ${rule} failed`, { cause: error });
    });

  function* openInSteps(
    uri: string,
    language: LanguageId,
    text: SourceText,
    stated: DocumentContext = {},
  ): Generator<undefined, void> {
    const chosen = settings;
    const context: DocumentContext = {
      ...stated,
      others: together.around(uri),
      versions: () => settings.versions ?? {},
    };
    const diagnosis = openDiagnosis(byKind, chosen.rules, onError);
    const answered: number[] = [];
    meanwhile.add(answered);
    try {
      const model = yield* read(READERS[language], text, context, diagnosis);
      yield* diagnosis.updateInSteps(model);
      documents.set(uri, { language, context, model, diagnosis });
      // The settings may have changed between two steps.
      if (chosen !== settings) judgeAnew(documents.get(uri)!);
      else if (answered.length > 0) diagnosis.judgeAgain(model.askers?.(answered) ?? []);
      tell(uri, together.put(uri, language, model));
    } finally {
      meanwhile.delete(answered);
    }
  }

  /** Tells the others what a document answers otherwise now. */
  const tell = (uri: string, questions: Iterable<number>): string[] => {
    const touched: string[] = [];
    if (documents.size < 2 && documents.has(uri) && meanwhile.size === 0) return touched;
    const keys = [...questions];
    if (keys.length === 0) return touched;
    for (const [other, { model, diagnosis }] of documents) {
      if (other === uri) continue;
      const groups = new Set(model.askers?.(keys));
      if (groups.size === 0) continue;
      diagnosis.judgeAgain(groups);
      touched.push(other);
    }
    for (const answered of meanwhile) answered.push(...keys);
    return touched;
  };

  /** Reads a text and judges each section as soon as it is read. */
  function* read(
    reader: Reader,
    text: SourceText,
    context: DocumentContext,
    diagnosis: Diagnosis,
  ): Generator<undefined, Model> {
    if (reader.openInSteps === undefined) return reader.open(text, context);
    const steps = reader.openInSteps(text, context);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      diagnosis.hear(step.value);
      yield;
    }
  }

  const judgeAnew = (document: OpenDocument): void => {
    document.diagnosis = openDiagnosis(byKind, settings.rules, onError);
    document.diagnosis.update(document.model);
  };

  return {
    open(uri, language, text, context) {
      const steps = openInSteps(uri, language, text, context);
      while (steps.next().done !== true);
    },
    openInSteps,
    update(uri, text) {
      const document = documents.get(uri);
      if (document === undefined || document.model.text === text) return [];
      document.model = READERS[document.language].update(document.model, text);
      document.diagnosis.update(document.model);
      return tell(uri, together.put(uri, document.language, document.model));
    },
    saved(uri) {
      const document = documents.get(uri);
      const reader = document && READERS[document.language];
      if (reader?.saved === undefined) return false;
      document!.context = { ...document!.context, saved: document!.model.text };
      document!.model = reader.saved(document!.model);
      document!.diagnosis.update(document!.model);
      return true;
    },
    close(uri) {
      if (documents.delete(uri)) tell(uri, together.remove(uri));
    },
    configure(next) {
      settings = next;
      byKind = rulesByKind(rules, settings.dmarcReaders, settings.versions);
      for (const document of documents.values()) judgeAnew(document);
    },
    findings: (uri, limit) => documents.get(uri)?.diagnosis.findings(limit) ?? [],
    findingsIn: (uri, span) => documents.get(uri)?.diagnosis.findingsIn(span) ?? [],
    allFindings: (uri) => documents.get(uri)?.diagnosis.all() ?? [],
    counts: (uri) => documents.get(uri)?.diagnosis.counts() ?? NO_FINDINGS,
    complete: (uri, offset, now) => documents.get(uri)?.model.expected(offset, now),
    hover: (uri, offset) => documents.get(uri)?.model.described(offset),
    fixes(uri, span) {
      const document = documents.get(uri);
      return document === undefined ? [] : fixesAt(document.diagnosis.findingsIn(span), span);
    },
    addition(record) {
      const model = documents.get(record.uri)?.model;
      return model !== undefined && isZoneModel(model) ? recordAdded(model, record) : undefined;
    },
    model: (uri) => documents.get(uri)?.model,
  };
}
