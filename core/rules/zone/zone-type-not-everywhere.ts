import { replaceTitle } from '../titles';
import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-type-not-everywhere',
  kind: 'unknown-type',
  severity: 'information',
  title: { en: 'A record type that some servers do not know', ja: '一部のサーバーが知らないレコード型' },
  references: ['RFC 3597 §5'],
  says(problem, entry, marked) {
    const { detail, refusedBy = [] } = problem;
    if (detail !== 'not-everywhere') return undefined;
    const code = String(entry.data.type?.code ?? '');
    return {
      severity: 'information',
      text: {
        en: '{programs} (BIND 9.18, NSD 4.6, Knot 3.2) do not read `{text}` and refuse the zone. If the zone is for one of them, write `TYPE{code} \\# length hex`.',
        ja: '{programs}（BIND 9.18、NSD 4.6、Knot 3.2 の場合）は `{text}` を読めず、ゾーンを拒否します。これらで使うゾーンでは `TYPE{code} \\# 長さ 16進` と書いてください。',
      },
      values: { programs: { en: refusedBy.join(' and '), ja: refusedBy.join(' と ') }, code },
      fixes: entry.data.generic
        ? [
            {
              title: replaceTitle(marked, `TYPE${code}`),
              edits: [{ span: problem.span, text: `TYPE${code}` }],
            },
          ]
        : [],
    };
  },
});
