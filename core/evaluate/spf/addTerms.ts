import { parseSpf } from '../../syntax/spf/record';
import type { Edit } from '../../text/span';

/** Where new terms go in an SPF record; offsets count in its decoded text. */
export interface AddedTerms {
  readonly edit: Edit;
  /** The record's text with them. */
  readonly text: string;
}

/**
 * Adds mechanisms to a record: before the `all` that ends it, else behind its last mechanism (a redirect counts only
 * where no mechanism matches, RFC 7208 §6.1).
 * @param text a sound record, decoded
 * @param first whether they come before all other terms instead
 */
export function withTerms(text: string, terms: readonly string[], first = false): AddedTerms {
  const syntax = parseSpf(text);
  const directives = syntax.terms.filter((term) => term.kind === 'directive');
  const all = directives.find(({ mechanism }) => mechanism === 'all');
  const added = terms.join(' ');
  const before = first ? syntax.terms[0] : (all ?? (directives.length === 0 ? syntax.terms[0] : undefined));
  if (before !== undefined) return placed(text, before.from, `${added} `);
  return placed(text, directives.at(-1)?.to ?? syntax.version.to, ` ${added}`);
}

function placed(text: string, at: number, inserted: string): AddedTerms {
  const edit = { span: { start: at, end: at }, text: inserted };
  return { edit, text: text.slice(0, at) + inserted + text.slice(at) };
}
