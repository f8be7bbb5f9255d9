import type { RuleSource } from './rulePages';

interface Manifest {
  contributes?: { configuration?: { properties?: Record<string, unknown> } };
}

/**
 * The manifest with a setting `mailAuth.rules` that knows every rule by name.
 * @param manifest the text of package.json
 */
export function withRuleSettings(manifest: string, sources: readonly RuleSource[]): string {
  const parsed = JSON.parse(manifest) as Manifest;
  const properties = parsed.contributes?.configuration?.properties;
  if (properties === undefined) return manifest;
  properties['mailAuth.rules'] = {
    type: 'object',
    scope: 'resource',
    markdownDescription: '%configuration.rules%',
    default: {},
    additionalProperties: false,
    properties: Object.fromEntries(
      sources.map(({ rule }) => [
        rule.name,
        {
          type: 'string',
          enum: ['error', 'warning', 'information', 'hint', 'off'],
          description: `${rule.title.en} / ${rule.title.ja} (${rule.severity})`,
        },
      ]),
    ),
  };
  return `${JSON.stringify(parsed, null, 2)}\n`;
}
