/** What the splitter finds, in document order. */
export interface SplitSink {
  /** Text that is in no record: the envelope of the report. Comes in pieces. */
  envelope(text: string): void;
  /**
   * A `<record>` with its tags. `complete` is false where its end tag is missing.
   * @param raw the same with all that was dropped from it, where that was asked for
   */
  record(text: string, complete: boolean, raw: string): void;
  /** `<feedback>` follows. */
  reportStart(): void;
  /** `</feedback>` was passed. */
  reportEnd(): void;
  /** A record longer than the limit was dropped. */
  recordTooLong(): void;
}

export interface Splitter {
  /** @returns false where the document must not be read on: it has a DOCTYPE */
  push(text: string): boolean;
  /** Whether what follows stands in no record, comment or CDATA section and continues no tag. */
  between(): boolean;
  end(): void;
}

/** The longest beginning of a construct that may stand at the end of a piece: a prefix, a name and a character. */
const lookahead = 96;

/** Records and reports are found by their names in any case: what is meant is beyond doubt. */
const constructs = new RegExp(
  `<(?:(!--)|(!\\[CDATA\\[)|(\\?)|(!DOCTYPE)|(/?)(?:[\\w.-]{1,64}:)?` +
    `(${anyCase('record')}|${anyCase('feedback')})(?=[\\s/>])([^<>]*>)?)`,
  'g',
);

const closing = { comment: '-->', cdata: ']]>', pi: '?>' } as const;

/**
 * Splits a document that comes in pieces into its records and its envelope, by their tags alone, so that a report
 * of any length is read with the memory of one record. Tags inside comments and CDATA sections are not tags.
 * Comments and processing instructions are dropped.
 * @param recordLength the longest record, in UTF-16 code units
 * @param keepsRaw whether records are also to be given with what is dropped from them
 */
export function splitter(sink: SplitSink, recordLength: number, keepsRaw = false): Splitter {
  let held = '';
  let inside: keyof typeof closing | undefined;
  let record: string[] | undefined;
  let length = 0;
  /** What is dropped from a record, each with the number of pieces before it. */
  let dropped: { at: number; text: string }[] = [];
  let droppedLength = 0;

  const drop = (text: string): void => {
    if (!keepsRaw || record === undefined) return;
    droppedLength += text.length;
    if (droppedLength <= recordLength) dropped.push({ at: record.length, text });
  };
  const keep = (text: string): void => {
    if (text === '') return;
    if (record === undefined) {
      sink.envelope(text);
      return;
    }
    length += text.length;
    if (length <= recordLength) record.push(text);
  };
  const endRecord = (complete: boolean): void => {
    if (record === undefined) return;
    if (length > recordLength) sink.recordTooLong();
    else sink.record(record.join(''), complete, withDropped(record, dropped));
    record = undefined;
    dropped = [];
    droppedLength = 0;
  };

  const scan = (text: string, last: boolean): boolean => {
    let at = 0; // what stands before is dealt with
    for (;;) {
      if (inside !== undefined) {
        const end = text.indexOf(closing[inside], at);
        const stop = end < 0 ? text.length - (last ? 0 : 2) : end + closing[inside].length;
        const content = text.slice(at, Math.max(at, stop));
        if (inside === 'cdata') keep(content);
        else drop(content);
        at = Math.max(at, stop);
        if (end < 0) break;
        inside = undefined;
      }
      constructs.lastIndex = at;
      const found = constructs.exec(text);
      if (found === null) {
        const open = last ? -1 : text.lastIndexOf('<');
        const stop = open >= at && text.length - open < lookahead ? open : text.length;
        keep(text.slice(at, stop));
        at = stop;
        break;
      }
      const [construct, comment, cdata, pi, doctype, slash, name, rest] = found;
      // A tag of ours may be cut by the end of this piece: wait for the next.
      if (name !== undefined && rest === undefined && !last && !text.includes('<', constructs.lastIndex)) {
        if (text.length - found.index < recordLength) {
          keep(text.slice(at, found.index));
          at = found.index;
          break;
        }
      }
      keep(text.slice(at, found.index));
      at = constructs.lastIndex;
      if (doctype !== undefined) {
        held = ''; // what stood before is dealt with, what comes is not read
        return false;
      }
      if (comment !== undefined || pi !== undefined) {
        inside = comment !== undefined ? 'comment' : 'pi';
        drop(construct);
      } else if (cdata !== undefined) {
        inside = 'cdata';
        keep(construct);
      } else if (name!.toLowerCase() === 'feedback') {
        endRecord(false);
        if (slash !== '/') sink.reportStart();
        keep(construct);
        if (slash === '/') sink.reportEnd();
      } else if (slash === '/') {
        keep(construct);
        endRecord(true);
      } else {
        endRecord(false);
        record = [];
        length = 0;
        keep(construct);
        if (rest?.endsWith('/>') === true) endRecord(true);
      }
    }
    held = text.slice(at);
    return true;
  };

  return {
    push: (text) => scan(held + text, false),
    between: () => held === '' && inside === undefined && record === undefined,
    end() {
      scan(held, true);
      endRecord(false);
    },
  };
}

/** The pieces of a record in their order, what was dropped from between them included. */
function withDropped(
  pieces: readonly string[],
  dropped: readonly { readonly at: number; readonly text: string }[],
): string {
  let all = '';
  let next = 0;
  for (const { at, text } of dropped) {
    all += pieces.slice(next, at).join('') + text;
    next = at;
  }
  return all + pieces.slice(next).join('');
}

/** A pattern for a word of letters, whatever their case. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
