import { spanOf } from '../../records/textRecord';
import { spfTermDefinition } from '../../records/spfTerms';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { rule } from '../rule';
import { problemsIn, replaceFix, strandedArgument } from '../spfProblems';

const WANTED: Readonly<Record<string, Localized>> = {
  ip4: { en: 'an IPv4 network', ja: 'IPv4 ネットワーク' },
  ip6: { en: 'an IPv6 network', ja: 'IPv6 ネットワーク' },
};

const A_DOMAIN: Localized = { en: 'a domain', ja: 'ドメイン' };

export default rule({
  name: 'spf-missing-argument',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A term without its domain or network', ja: 'ドメインやネットワークの指定がない項目' },
  references: ['RFC 7208 §5', 'RFC 7208 §7.1'],
  check(record, report) {
    for (const { term, index } of problemsIn(record, 'missing-argument', 'empty-domain')) {
      const definition = spfTermDefinition(term.name.text);
      const mark = definition?.kind === 'modifier' ? '=' : ':';
      const wanted = WANTED[term.name.text.toLowerCase()] ?? A_DOMAIN;
      const stranded = strandedArgument(record, index);
      const own = definition?.argument === 'own-domain';
      const values = { name: term.name.text, mark, wanted };
      report({
        span: spanOf(record, stranded === undefined ? term : { from: term.from, to: stranded.to }),
        message:
          stranded !== undefined
            ? message(
                {
                  en: 'A blank parts `{name}{mark}` from what belongs to it, so receivers discard the whole record (permerror). Remove the blank.',
                  ja: '`{name}{mark}` とその値の間に空白があるため、レコード全体が無効になります(permerror)。空白を削除してください。',
                },
                values,
              )
            : message(
                {
                  en: '`{name}{mark}` lacks {wanted}, so receivers discard the whole record (permerror). Add it, or remove the term.',
                  ja: '`{name}{mark}` に{wanted}の指定がないため、レコード全体が無効になります(permerror)。指定するか、項目を削除してください。',
                },
                values,
              ),
        fixes:
          stranded !== undefined
            ? [replaceFix(record, { from: term.name.to, to: stranded.from }, mark)]
            : own && term.separator.text !== ''
              ? [replaceFix(record, term.separator, '')]
              : [],
      });
    }
  },
});
