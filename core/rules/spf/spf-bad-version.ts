import { spanOf, wholeSpan } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { isUnquoted, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-bad-version',
  on: 'spf-record',
  severity: 'error',
  title: {
    en: 'An SPF record that does not begin with `v=spf1`',
    ja: '`v=spf1` で始まっていない SPF レコード',
  },
  references: ['RFC 7208 §4.5'],
  check(record, report) {
    const { version, terms } = record.syntax;
    const { lead } = version;
    if (version.state === 'missing') {
      report({
        span: terms[0] === undefined ? wholeSpan(record) : spanOf(record, terms[0]),
        message: message({
          en: 'This reads like an SPF record without its version, so receivers pass it over. Begin it with `v=spf1`.',
          ja: 'SPF レコードのようですがバージョンがないため、受信側に無視されます。`v=spf1` で始めてください。',
        }),
        fixes: [replaceFix(record, lead, 'v=spf1 ')],
      });
      return;
    }
    if (version.state === 'misspelt') {
      const glued = terms[0]?.gap.kind === 'missing' ? ' ' : '';
      report({
        span: spanOf(record, version),
        message: message(
          {
            en: '`{version}` is not `v=spf1`, so receivers do not take this for an SPF record. Correct it.',
            ja: '`{version}` は `v=spf1` ではないため、SPF レコードとして扱われません。直してください。',
          },
          { version: version.text },
        ),
        fixes: [replaceFix(record, { from: 0, to: version.to }, `v=spf1${glued}`)],
      });
      return;
    }
    const first = terms[0];
    if (version.state === 'glued' && first !== undefined && !isUnquoted(record)) {
      report({
        span: spanOf(record, { from: version.from, to: first.name.to }),
        message: message(
          {
            en: 'No blank stands between `v=spf1` and `{term}`, so receivers do not take this for an SPF record. Insert one.',
            ja: '`v=spf1` と `{term}` の間に空白がないため、SPF レコードとして扱われません。空白を入れてください。',
          },
          { term: first.text },
        ),
        fixes: [replaceFix(record, { from: version.to, to: version.to }, ' ')],
      });
    }
    if (lead.text === '') return;
    const blank = lead.text.trim() === '';
    report({
      span: spanOf(record, lead),
      ...(blank && { severity: 'warning' }),
      message: blank
        ? message({
            en: 'A blank stands before `v=spf1`. An SPF record has to begin with the version, so strict receivers pass it over. Remove the blank.',
            ja: '`v=spf1` の前に空白があります。SPF レコードはバージョンで始まらなければならず、厳格な受信側には無視されます。空白を削除してください。',
          })
        : message(
            {
              en: '`{lead}` stands before `v=spf1`, so receivers do not take this for an SPF record. Remove it.',
              ja: '`v=spf1` の前に `{lead}` があるため、SPF レコードとして扱われません。削除してください。',
            },
            { lead: lead.text.trim() },
          ),
      fixes: [replaceFix(record, lead, '')],
    });
  },
});
