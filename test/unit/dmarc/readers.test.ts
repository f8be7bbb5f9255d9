import assert from 'node:assert/strict';
import { RULES } from '../../../core/rules/index.generated';
import { rulesByKind } from '../../../core/rules/registry';
import { DMARC_READERS, type DmarcReaders } from '../../../core/rules/rule';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';

/** For each choice of readers a tag that only others read, or that these read otherwise. */
const ZONE = '_dmarc IN TXT "v=DMARC1; rua=mailto:a@example.com!10m; np=reject; p=reject; t=y; pct=20"\n';

const SPEAKING: readonly string[] = [
  'dmarc-policy-not-second',
  'dmarc-removed-report-size',
  'dmarc-removed-tag',
  'dmarc-tag-too-new',
  'dmarc-testing',
];

describe('the readers of DMARC records', () => {
  it('decide which rules have a word, also when they change while a document is open', () => {
    const service = createLanguageService();
    service.open('zone', 'dns-zone', sourceText(ZONE), { origin: 'example.com' });
    const told = (): string[] =>
      [...new Set(service.findings('zone').map(({ rule }) => rule))]
        .filter((rule) => SPEAKING.includes(rule))
        .sort();
    const both = SPEAKING.filter((rule) => rule !== 'dmarc-tag-too-new');
    assert.deepEqual(told(), both);
    service.configure({ rules: {}, dmarcReaders: 'rfc7489' });
    assert.deepEqual(told(), ['dmarc-policy-not-second', 'dmarc-tag-too-new']);
    service.configure({ rules: { 'dmarc-testing': 'off' }, dmarcReaders: 'rfc9989' });
    assert.deepEqual(told(), ['dmarc-removed-report-size', 'dmarc-removed-tag']);
    service.configure({ rules: {} });
    assert.deepEqual(told(), both);
  });

  it('leave every rule a word under some choice, and most under all', () => {
    const names = (readers: DmarcReaders): string[] =>
      [...rulesByKind(RULES, readers).values()].flat().map(({ name }) => name);
    assert.deepEqual([...new Set(DMARC_READERS.flatMap(names))].sort(), RULES.map(({ name }) => name).sort());
    for (const { name, readers } of RULES) {
      assert.ok(readers === undefined || (readers.length > 0 && readers.length < 3), name);
    }
  });
});
