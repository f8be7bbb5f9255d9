import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import type { SpfTerm } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { absoluteName } from '../../values/domainName';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-refers-to-itself',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'The record refers to itself', ja: '自分自身を参照しているレコード' },
  references: ['RFC 7208 §5.2', 'RFC 7208 §6.1'],
  check(record, report) {
    for (const term of record.syntax.terms) {
      if (!refersTo(term, record.domain)) continue;
      report({
        span: spanOf(record, term),
        message: message(
          {
            en: '`{term}` leads back to this very record. Receivers go round until the limit of lookups and give permerror. Remove it.',
            ja: '`{term}` はこのレコード自身を指しています。参照回数の上限まで繰り返した末に permerror になります。削除してください。',
          },
          { term: term.text },
        ),
        fixes: [{ title: removeTitle(term.text), edits: removingTerm(record, term) }],
      });
    }
  },
});

function refersTo(term: SpfTerm, domain: string): boolean {
  const asks =
    (term.kind === 'directive' && term.mechanism === 'include') ||
    (term.kind === 'modifier' && term.modifier === 'redirect');
  if (!asks || term.domain === undefined) return false;
  // `%{d}` alone is the record's own domain.
  if (/^%\{d\}\.?$/i.test(term.domain.text)) return true;
  const { literal } = term.domain;
  return literal !== undefined && literal !== '' && absoluteName(`${literal}.`, '.') === domain;
}
