import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../client/languages';
import { RR_TYPES } from '../../../core/facts/rrTypes';
import { languageOf, READERS } from '../../../core/languages';
import { root } from '../../support/shared';

interface Language {
  id: string;
  extensions?: string[];
  filenames?: string[];
  filenamePatterns?: string[];
  firstLine?: string;
  configuration: string;
}

interface Grammar {
  scopeName: string;
  patterns: Pattern[];
  repository: Record<string, Pattern>;
}

interface Pattern {
  include?: string;
  match?: string;
  patterns?: Pattern[];
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { contributes } = read('package.json') as {
  contributes: {
    languages: Language[];
    grammars: { language: string; scopeName: string; path: string }[];
    configurationDefaults: Record<string, Record<string, unknown>>;
  };
};

/** A file name pattern of the manifest (`*`, `{a,b}` and `[0-9]`) as a regular expression. */
function globOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^$()|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/\{([^}]*)\}/g, (_, inside: string) => `(?:${inside.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`, 'i');
}

/** The language VS Code gives a file of this name: names before patterns before extensions. */
function languageInEditor(name: string): string | undefined {
  const { languages } = contributes;
  const lower = name.toLowerCase();
  return (
    languages.find(({ filenames = [] }) => filenames.some((one) => one.toLowerCase() === lower)) ??
    languages.find(({ filenamePatterns = [] }) => filenamePatterns.some((one) => globOf(one).test(name))) ??
    languages.find(({ extensions = [] }) => extensions.some((one) => lower.endsWith(one)))
  )?.id;
}

describe('The manifest', () => {
  it('names the languages that core reads, each with a configuration, a grammar and defaults', () => {
    const ids = contributes.languages.map(({ id }) => id).sort();
    assert.deepEqual(ids, Object.keys(READERS).sort());
    assert.deepEqual(ids, [...LANGUAGES].sort());
    assert.deepEqual(contributes.grammars.map(({ language }) => language).sort(), ids);
    for (const { id, configuration } of contributes.languages) {
      const { wordPattern } = read(configuration) as { wordPattern: string };
      assert.deepEqual('smtpd_milters _dmarc'.match(new RegExp(wordPattern, 'g')), [
        'smtpd_milters',
        '_dmarc',
      ]);
      assert.ok(contributes.configurationDefaults[`[${id}]`], id);
    }
  });

  it('knows files by their names as the linter does', () => {
    for (const name of [
      ...['example.com.zone', 'db.local', 'db.192.0.2', 'db.127', 'db.example.com', 'db.example.co.jp'],
      ...['db.2.0.192.in-addr.arpa', 'db.xn--wgv71a.xn--jp-x', 'main.cf', 'main.cf.proto', 'master.cf'],
      ...['opendmarc.conf', 'opendkim.conf', 'ignore.hosts', 'TrustedHosts', 'readme.md', 'postfix.conf'],
      ...[
        'KeyTable',
        'key.table',
        'keytable.old',
        'SigningTable',
        'signing_table',
        'internal-hosts',
        'hosts',
      ],
      ...['mta-sts.txt', 'MTA-STS.txt', 'mta-sts.txt.bak', 'sts.txt'],
    ]) {
      assert.equal(languageInEditor(name), languageOf(name), name);
    }
  });

  it('leaves programs and data alone that are named db', () => {
    for (const name of [
      'db.ts',
      'db.js',
      'db.json',
      'db.test.ts',
      'db.config.js',
      'db.py',
      'db.rs',
      'db.module.css',
    ]) {
      assert.equal(languageInEditor(name), undefined, name);
    }
  });

  it('knows a zone without a telling name by its first line', () => {
    const { firstLine } = contributes.languages.find(({ id }) => id === 'dns-zone')!;
    const first = new RegExp(firstLine!);
    for (const line of [
      '$TTL 3600',
      '$ORIGIN example.com.',
      '@ IN SOA ns1 host (',
      'example.com. 1h IN SOA a b (',
    ]) {
      assert.match(line, first);
    }
    for (const line of ['; comment', '#!/bin/sh', '$TTLX', 'The SOA is in the zone']) {
      assert.doesNotMatch(line, first);
    }
  });
});

describe('The grammars', () => {
  const grammars = contributes.grammars.map(({ path, scopeName }) => ({
    scopeName,
    grammar: read(path) as Grammar,
  }));

  it('include only what there is', () => {
    const scopes = new Set(grammars.map(({ scopeName }) => scopeName));
    for (const { scopeName, grammar } of grammars) {
      assert.equal(grammar.scopeName, scopeName);
      const visit = (patterns: readonly Pattern[]): void => {
        for (const { include, patterns: inner = [] } of patterns) {
          visit(inner);
          if (include === undefined) continue;
          const [scope, part] = include.split('#');
          if (scope === '') assert.ok(part! in grammar.repository, include);
          else assert.ok(scopes.has(scope!), include);
        }
      };
      visit([...grammar.patterns, ...Object.values(grammar.repository)]);
    }
  });

  it('colour every record type that core knows', () => {
    const { grammar } = grammars.find(({ scopeName }) => scopeName === 'source.dns-zone')!;
    const known = /\(\?i:([^)]*)\)/.exec(grammar.repository['type']!.match!)![1]!.split('|');
    assert.deepEqual(
      [...RR_TYPES.keys()].filter((type) => !known.includes(type)),
      [],
    );
  });

  it('stand where the manifest says', () => {
    for (const { path } of contributes.grammars) assert.ok(existsSync(join(root, path)), path);
  });
});
