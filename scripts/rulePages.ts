import type { Rule } from '../core/rules/rule';

/** A rule with its subject's folder and its fixture, which is also the body of its page. */
export interface RuleSource {
  readonly subject: string;
  readonly rule: Rule;
  readonly fixture: string;
}

const HEADLINES: Readonly<Record<string, string>> = {
  zone: 'Zone files',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  adsp: 'ADSP',
  bimi: 'BIMI',
  mtaSts: 'MTA-STS: the record',
  mtaStsPolicy: 'MTA-STS: the policy file',
  tlsRpt: 'TLS reporting',
  postfix: 'Postfix',
  opendmarc: 'OpenDMARC',
  opendkim: 'OpenDKIM',
  system: 'The mail system',
};

/** A rule's documentation page: what it is, then its fixture with the tests' marks put into words. */
export function rulePage({ rule, fixture }: RuleSource): string {
  return [
    `# ${rule.name}`,
    '',
    `**${rule.title.en}** / ${rule.title.ja}`,
    '',
    `| default severity | source |`,
    `|---|---|`,
    `| ${rule.severity} | ${rule.references.join('; ')} |`,
    '',
    body(fixture).trim(),
    '',
    '---',
    `Set \`"mailAuth.rules": { "${rule.name}": "off" }\` to silence this rule, or name another severity.`,
    '',
  ].join('\n');
}

/** The fixture with headed code blocks: the language and what a block shows stand above it. */
function body(fixture: string): string {
  const withoutTitle = fixture.replace(/^# .*\n+/, '');
  return withoutTitle.replace(/^```(\S+)([^\n]*)\n/gm, (_, language: string, info: string) => {
    const words = info.trim().split(/\s+/);
    const where = words
      .filter((word) => /^(?:origin|file|readers)=/.test(word))
      .map((word) => word.replace('=', ' '));
    const beside = words.find((word) => word.startsWith('beside='))?.slice('beside='.length);
    if (beside !== undefined) {
      const state = words.includes('fixed') ? 'as the quick fix mends it' : 'open beside it';
      return `*${beside}, ${state}:*\n\`\`\`${language}\n`;
    }
    const what = words.includes('good')
      ? 'Right'
      : words.includes('fixed')
        ? 'Mended by the quick fix'
        : words.includes('saved')
          ? 'As the file was saved'
          : 'Wrong';
    return `*${what}${where.length > 0 ? ` (${where.join(', ')})` : ''}:*\n\`\`\`${language}\n`;
  });
}

/** The list of all rules by subject. */
export function rulesIndexPage(sources: readonly RuleSource[]): string {
  const subjects = [...new Set(sources.map(({ subject }) => subject))];
  const sections = subjects.map((subject) => {
    const rows = sources
      .filter((source) => source.subject === subject)
      .map(
        ({ rule }) =>
          `| [${rule.name}](${rule.name}.md) | ${rule.severity} | ${rule.title.en} | ${rule.title.ja} |`,
      );
    return [
      `## ${HEADLINES[subject] ?? subject}`,
      '',
      '| rule | severity | finds | 内容 |',
      '|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
  return [
    '# Rules',
    '',
    'Every finding names its rule. Each page says why the thing matters and shows it wrong, right and mended;',
    'the same examples are the tests of the rule. (Generated: `npm run generate`.)',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}
