import type { RuleSource } from './rulePages';

interface ConfigurationBlock {
  properties?: Record<string, Record<string, unknown>>;
}

interface Manifest {
  contributes?: { configuration?: ConfigurationBlock[] };
}

/**
 * The manifest with every rule's name, and what it finds, in the setting `mailAuth.rules`.
 * @param manifest the text of package.json
 * @throws Error where the manifest has no such setting
 */
export function withRuleSettings(manifest: string, sources: readonly RuleSource[]): string {
  const parsed = JSON.parse(manifest) as Manifest;
  const blocks = parsed.contributes?.configuration ?? [];
  const setting = blocks.map(({ properties }) => properties?.['mailAuth.rules']).find((found) => found);
  if (setting === undefined) throw new Error('package.json has no setting mailAuth.rules');
  setting.properties = Object.fromEntries(
    sources.map(({ rule }) => [
      rule.name,
      {
        type: 'string',
        enum: ['error', 'warning', 'information', 'hint', 'off'],
        description: `${rule.title.en} / ${rule.title.ja} (${rule.severity})`,
      },
    ]),
  );
  return `${JSON.stringify(parsed, null, 2)}\n`;
}
