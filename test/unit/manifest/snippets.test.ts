import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { root } from '../../support/shared';
import { formatted } from '../../support/zone';

interface Snippet {
  prefix: string[];
  description: string;
  body: string[];
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { contributes } = read('package.json') as {
  contributes: { snippets: { language: string; path: string }[] };
};

/** What a snippet leaves in the editor when every proposal in it is taken. */
function expanded({ body }: Snippet): string {
  const proposals = new Map<string, string>();
  return body
    .join('\n')
    .replace(/\$\{(\d+)[:|]((?:[^}|,])*)[^}]*\}/g, (_, place: string, proposal: string) => {
      const chosen = proposals.get(place) ?? proposal;
      proposals.set(place, chosen);
      return chosen;
    })
    .replaceAll('${CURRENT_YEAR}${CURRENT_MONTH}${CURRENT_DATE}', '20261122')
    .replace(/\$\{\d+\}|\$\d/g, '')
    .replaceAll('\\$', '$');
}

describe('The snippets', () => {
  it('are those that the manifest names', () => {
    const own = ['dns-zone', 'opendmarc', 'opendkim', 'postfix-main', 'postfix-master'];
    for (const language of own) {
      const here = contributes.snippets.filter((one) => one.language === language);
      assert.deepEqual(here, [{ language, path: `./snippets/${language}.json` }]);
    }
  });

  for (const language of ['opendmarc', 'opendkim'] as const) {
    for (const [name, snippet] of Object.entries(
      read(`snippets/${language}.json`) as Record<string, Snippet>,
    )) {
      it(`${name}: no rule complains of it, and layout leaves it`, () => {
        const { description, prefix } = snippet;
        assert.match(description, /^[\x20-\x7e]+ \/ .*[ぁ-んァ-ヶ一-龠]/);
        assert.equal(prefix[0], name);
        const text = expanded(snippet);
        assert.doesNotMatch(text, /\$\{|\\\$/);
        const service = createLanguageService();
        service.open('s', language, sourceText(text));
        const grave = service
          .findings('s')
          .filter(({ severity }) => severity === 'error' || severity === 'warning');
        // A part of a file has no socket.
        const whole = text.includes('Socket');
        assert.deepEqual(
          grave.map(({ rule }) => rule),
          whole ? [] : [`${language}-missing-socket`],
        );
        const edits = [...service.model('s')!.editing!.format!({ tabSize: 8, insertSpaces: true })].flat();
        assert.deepEqual(edits, []);
      });
    }
  }

  const ofPostfix = (half: 'main' | 'master') =>
    read(`snippets/postfix-${half}.json`) as Record<string, Snippet>;

  for (const half of ['main', 'master'] as const) {
    for (const [name, snippet] of Object.entries(ofPostfix(half))) {
      it(`${name} for ${half}.cf: no rule complains of it, and layout leaves it`, () => {
        const { description, prefix } = snippet;
        assert.match(description, /^[\x20-\x7e]+ \/ .*[ぁ-んァ-ヶ一-龠]/);
        assert.equal(prefix[0], name);
        const text = expanded(snippet);
        // pipe puts in `${sender}` and `${recipient}` itself.
        assert.doesNotMatch(text, /\$\{(?!sender\}|recipient\})|\\\$/);
        const service = createLanguageService();
        service.open('s', `postfix-${half}`, sourceText(text));
        const grave = service
          .findings('s')
          .filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(grave, []);
        const edits = [...service.model('s')!.editing!.format!({ tabSize: 8, insertSpaces: true })].flat();
        assert.deepEqual(edits, []);
      });
    }
  }

  it('the halves for main.cf and master.cf fit together', () => {
    for (const name of ['SPF policy service', 'postscreen']) {
      const service = createLanguageService();
      for (const half of ['main', 'master'] as const) {
        service.open(half, `postfix-${half}`, sourceText(expanded(ofPostfix(half)[name]!)));
      }
      assert.deepEqual([...service.findings('main'), ...service.findings('master')], []);
    }
  });

  const snippets = Object.entries(read('snippets/dns-zone.json') as Record<string, Snippet>);

  it('have prefixes and words of their own, in two languages', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const [name, { description }] of snippets)
      assert.match(description, /^[\x20-\x7e]+ \/ .*[ぁ-んァ-ヶ一-龠]/, name);
  });

  for (const [name, snippet] of snippets) {
    it(`${name} stands in columns, and no rule complains of it`, () => {
      const text = expanded(snippet);
      assert.doesNotMatch(text, /\$\{|\\\$/);
      assert.equal(formatted(text), text);
      const isZone = /\bzone\b/.test(name);
      const service = createLanguageService();
      service.open('s', 'dns-zone', sourceText(isZone ? text : `$TTL 1h\n${text}`), {
        ...(isZone ? {} : { origin: 'example.com.', included: true }),
      });
      const grave = service
        .findings('s')
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule }) => rule);
      // What a single record lacks stands elsewhere in its zone; a key is put in by hand.
      const elsewhere = ['zone-target-without-address', 'zone-missing-ns', 'dkim-revoked-key'];
      assert.deepEqual(isZone ? grave : grave.filter((rule) => !elsewhere.includes(rule)), []);
    });
  }
});
