import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { RR_TYPES } from '../../../core/facts/rrTypes';
import { withTypes } from '../../../scripts/grammarTypes';
import { coloured, loadGrammar } from '../../support/grammar';
import { root } from '../../support/shared';

const type = 'storage.type.record';
const name = 'variable.other.name';
const owner = 'entity.name.tag.owner';
const number = 'constant.numeric';
const open = 'punctuation.section.group.begin';
const close = 'punctuation.section.group.end';
const quote = 'punctuation.definition.string.begin';
const unquote = 'punctuation.definition.string.end';
const text = 'string.quoted.double';

describe('The grammar of zone files', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar('dns-zone.tmLanguage.json');
  });

  const colours = (zone: string, expected: string[]) => {
    assert.deepEqual(coloured(grammar, zone), expected);
  };

  it('tells owner, TTL, class, type and data apart', () => {
    colours('www 1h30m IN A 192.0.2.1', [
      `www ${owner}`,
      `1h30m ${number}.period`,
      'IN storage.modifier.class',
      `A ${type}`,
      `192.0.2.1 ${number}.address`,
    ]);
    colours('\t3600 mx 10 mail.example.com. ; first', [
      `3600 ${number}`,
      `mx ${type}`,
      `10 ${number}`,
      `mail.example.com. ${name}`,
      '; punctuation.definition.comment',
      'first comment.line.semicolon',
    ]);
  });

  it('marks the origin and wildcards', () => {
    colours('@ NS @', ['@ variable.language.origin', `NS ${type}`, '@ variable.language.origin']);
    colours('*.w A 192.0.2.1', [
      '* keyword.operator.wildcard',
      `.w ${owner}`,
      `A ${type}`,
      `192.0.2.1 ${number}.address`,
    ]);
  });

  it('colours every type that core knows, in any case, and TYPEn', () => {
    for (const mnemonic of [...RR_TYPES.keys(), 'TYPE65400', 'cname']) {
      assert.deepEqual(coloured(grammar, `a ${mnemonic} x`)[1], `${mnemonic} ${type}`);
    }
    const path = join(root, 'syntaxes/dns-zone.tmLanguage.json');
    const source = readFileSync(path, 'utf8');
    assert.equal(withTypes(source), source, 'npm run generate');
  });

  it('goes on over lines within parentheses, with comments and column 0', () => {
    colours('@ SOA ns1 host ( ; (\n 1 ; "\n7200\n 2w )\nx A 192.0.2.1', [
      '@ variable.language.origin',
      `SOA ${type}`,
      `ns1 ${name}`,
      `host ${name}`,
      `( ${open}`,
      '; punctuation.definition.comment',
      '( comment.line.semicolon',
      `1 ${number}`,
      '; punctuation.definition.comment',
      '" comment.line.semicolon',
      `2w ${number}.period`,
      `) ${close}`,
      `x ${owner}`,
      `A ${type}`,
      `192.0.2.1 ${number}.address`,
    ]);
  });

  it('ends a parenthesis that is not closed where the next record or directive begins', () => {
    colours('@ SOA ns1 b ( 1\nwww IN A 192.0.2.1\n', [
      '@ variable.language.origin',
      `SOA ${type}`,
      `ns1 ${name}`,
      `b ${name}`,
      `( ${open}`,
      `1 ${number}`,
      `www ${owner}`,
      'IN storage.modifier.class',
      `A ${type}`,
      `192.0.2.1 ${number}.address`,
    ]);
  });

  it('keeps escapes, semicolons and parentheses within strings', () => {
    colours('a TXT "x;(\\"y\\059" b\\;c', [
      `a ${owner}`,
      `TXT ${type}`,
      `" ${quote}`,
      `x;( ${text}`,
      '\\" constant.character.escape',
      `y ${text}`,
      '\\059 constant.character.escape',
      `" ${unquote}`,
      `b\\;c ${name}`,
    ]);
  });

  it('reads directives word by word', () => {
    colours('$ORIGIN example.com. ; z', [
      '$ORIGIN keyword.control.directive',
      `example.com. ${name}`,
      '; punctuation.definition.comment',
      'z comment.line.semicolon',
    ]);
    colours('$include db.sub sub', [
      '$include keyword.control.directive',
      'db.sub string.unquoted.path',
      `sub ${name}`,
    ]);
    colours('$GENERATE 1-20/2 h${0,3,d} 300 IN A 192.0.2.$', [
      '$GENERATE keyword.control.directive',
      `1 ${number}`,
      '- keyword.operator.range',
      `20 ${number}`,
      '/ keyword.operator.step',
      `2 ${number}`,
      '${0,3,d} variable.parameter.placeholder',
      `300 ${number}`,
      'IN storage.modifier.class',
      `A ${type}`,
      '$ variable.parameter.placeholder',
    ]);
  });

  it('reads generic data', () => {
    colours('a TYPE65400 \\# 4 0a00 0001', [
      `a ${owner}`,
      `TYPE65400 ${type}`,
      '\\# keyword.operator.generic',
      `4 ${number}`,
      '0a00 0001 constant.other.hex',
    ]);
  });

  it('reads any line without a loop', () => {
    for (const line of ['', ' ', '(', ')', '"', '\\', '$', ';', '@', '*', '\u0000', 'a'.repeat(10_000)]) {
      assert.ok(coloured(grammar, `${line}\n${line}x`).length < 10);
    }
  });
});

describe('The language configuration of zone files', () => {
  const read = (): {
    wordPattern: string;
    indentationRules: Record<'increaseIndentPattern' | 'decreaseIndentPattern', string>;
    onEnterRules: { beforeText: string }[];
    folding: { markers: { start: string; end: string } };
  } => JSON.parse(readFileSync(join(root, 'syntaxes/dns-zone.language-configuration.json'), 'utf8')) as never;

  it('takes names for words', () => {
    const words = 'www-1.example.com. IN A 192.0.2.1 _dmarc * a\\.b "p=none;x:y" (c) d;e';
    assert.deepEqual(words.match(new RegExp(read().wordPattern, 'g')), [
      ...[
        'www-1.example.com.',
        'IN',
        'A',
        '192.0.2.1',
        '_dmarc',
        '*',
        'a\\.b',
        'p',
        'none',
        'x',
        'y',
        'c',
        'd',
        'e',
      ],
    ]);
  });

  it('indents behind a parenthesis that stays open', () => {
    const { indentationRules, onEnterRules } = read();
    for (const pattern of [indentationRules.increaseIndentPattern, onEnterRules[0]!.beforeText]) {
      const opens = new RegExp(pattern);
      for (const line of ['@ IN SOA a b (', ' TXT ( "a;)" ; c (', 'a TXT "\\"(" ( ; x )'])
        assert.match(line, opens);
      for (const line of ['a A 192.0.2.1 ; (', 'a TXT "("', 'a TXT ( x )', '; ('])
        assert.doesNotMatch(line, opens);
    }
    assert.match('   ) ; end', new RegExp(indentationRules.decreaseIndentPattern));
  });

  it('folds regions that comments mark', () => {
    const { start, end } = read().folding.markers;
    for (const line of [';region mail', '; #region mail', '  ;; region'])
      assert.match(line, new RegExp(start));
    for (const line of [';endregion', '; #endregion mail']) assert.match(line, new RegExp(end));
    assert.doesNotMatch('; regional servers', new RegExp(start));
  });
});
