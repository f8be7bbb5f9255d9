import assert from 'node:assert/strict';
import { coloured, loadGrammar } from '../../support/grammar';

describe('The grammars of OpenDKIM’s tables', () => {
  it('tell a key’s name, domain, selector and file apart', async () => {
    const grammar = await loadGrammar('opendkim-keytable.tmLanguage.json');
    assert.deepEqual(
      coloured(grammar, '# keys\nmail example.com:s1:/etc/k/s1.private # ours\nall %:s:/k/%'),
      [
        '# keys comment.line.number-sign',
        'mail entity.name.tag',
        'example.com entity.name.type',
        ': punctuation.separator',
        's1 constant.other',
        ': punctuation.separator',
        '/etc/k/s1.private string.unquoted.path',
        '# ours comment.line.number-sign',
        'all entity.name.tag',
        '% keyword.operator',
        ': punctuation.separator',
        's constant.other',
        ': punctuation.separator',
        '/k/% string.unquoted.path',
      ],
    );
  });

  it('tell a sender, its wildcard, the key and the signer apart', async () => {
    const grammar = await loadGrammar('opendkim-signingtable.tmLanguage.json');
    assert.deepEqual(coloured(grammar, '*@example.com mail:u@example.com # all\nb.example other'), [
      '* keyword.operator.wildcard',
      '@example.com entity.name.type',
      'mail entity.name.tag',
      ': punctuation.separator',
      'u@example.com string.unquoted',
      '# all comment.line.number-sign',
      'b.example entity.name.type',
      'other entity.name.tag',
    ]);
  });
});
