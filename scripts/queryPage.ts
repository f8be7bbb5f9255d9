// Writes docs/query.md: the words of the filter language for reports, in both languages, from its fields.
import { fields, type Field } from '../core/report';

/** The page, from the fields that queries know. */
export function queryPage(): string {
  const rows = fields.map(row).join('\n');
  return `${lead}
| Field | Other names | Usual values | What it is | 内容 |
| --- | --- | --- | --- | --- |
${rows}

${rest}`;
}

function row({ name, aliases, kind, values, about }: Field): string {
  const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');
  const usual = values.length > 0 ? code(values) : code(examples[kind] ?? []);
  return `| \`${name}\` | ${code(aliases)} | ${usual} | ${about.en} | ${about.ja} |`;
}

const examples: Partial<Record<Field['kind'], readonly string[]>> = {
  number: ['count>10'],
  address: ['192.0.2.25', '192.0.2.0/24', '192.0.2.*'],
  time: ['2026-11-16', '2026-11'],
};

const lead = `# Filtering reports

The filter bar of the report view and \`cli.js report --where\` understand the same words.

- Plain words find records that have each of them in some cell: \`newsletter fail\`.
- \`field=value\` is exact, \`field:part\` finds a part, \`!=\` is for all others; \`<\`, \`<=\`, \`>\` and \`>=\` compare
  numbers, days and addresses. \`*\` stands for anything: \`from=*.example.com\`.
- \`has:field\` and \`missing:field\` ask whether there is a value at all.
- \`and\` (which may be left out), \`or\`, \`not\` or \`-\`, and parentheses: \`count>10 and (spf=fail or dkim=fail)\`.
- Values with blanks stand in quotation marks: \`reporter="Example Receiver"\`.

フィルターバーと \`cli.js report --where\` は同じ書き方を使います。単語だけを書くとどこかの列に含むレコードを、
\`項目=値\` は完全一致、\`項目:値\` は部分一致で探します。\`and\`（省略可）、\`or\`、\`not\`、括弧を使えます。

## Fields
`;

const rest = `## Examples

| | |
| --- | --- |
| \`dmarc=fail\` | Mail that fails DMARC / DMARC に失敗したメール |
| \`spf=unaligned\` | SPF passes, but for another domain / SPF は合格、ドメインが不一致 |
| \`ip=192.0.2.0/24 -disposition=none\` | What happened to mail of one network / 特定ネットワークの処理結果 |
| \`count>10 and spf=fail and from:example.com\` | Many failures of one domain / 特定ドメインの大量の失敗 |
| \`selector=mail and dkim-result=fail\` | A key that does not verify / 検証に失敗する鍵 |
| \`has:reason\` | Receivers did other than the policy asked / 受信側がポリシーと異なる処理をしたもの |
| \`date>=2026-11-01\` | Reports that reach into November or later / 11 月以降を含むレポート |
`;
