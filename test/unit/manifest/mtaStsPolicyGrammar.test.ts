import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { coloured, loadGrammar } from '../../support/grammar';

const key = 'keyword.other.field';
const colon = ': punctuation.separator.key-value';

describe('The grammar of MTA-STS policies', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar('mta-sts-policy.tmLanguage.json');
  });

  const colours = (policy: string, expected: string[]) => {
    assert.deepEqual(coloured(grammar, policy), expected);
  };

  it('tells keys, values and wildcards apart', () => {
    colours('version: STSv1\nmode:testing \nmx: *.example.com\nmx: mail.example.com\nmax_age:\t604800', [
      `version ${key}`,
      colon,
      'STSv1 constant.language.version',
      `mode ${key}`,
      colon,
      'testing constant.language.mode',
      `mx ${key}`,
      colon,
      '* keyword.operator.wildcard',
      '.example.com variable.other.name',
      `mx ${key}`,
      colon,
      'mail.example.com variable.other.name',
      `max_age ${key}`,
      colon,
      '604800 constant.numeric',
    ]);
  });

  it('marks values that no sender takes', () => {
    colours('version: STSv2\nmode: enforced\nmax_age: 7d', [
      `version ${key}`,
      colon,
      'STSv2 invalid.illegal.version',
      `mode ${key}`,
      colon,
      'enforced invalid.illegal.mode',
      `max_age ${key}`,
      colon,
      '7d invalid.illegal.number',
    ]);
  });

  it('takes any other key for an extension, also one in another case', () => {
    colours('Mode: enforce\nx-1.a: b: c', [
      'Mode variable.other.field',
      colon,
      'enforce string.unquoted',
      'x-1.a variable.other.field',
      colon,
      'b: c string.unquoted',
    ]);
  });

  it('shows that there are no comments', () => {
    colours('# mode: enforce\n // x', [
      '# mode: enforce invalid.illegal.comment',
      '// x invalid.illegal.comment',
    ]);
  });

  it('reads any line without a loop', () => {
    for (const line of ['', ' ', ':', '::', '#', 'mx:', 'mx: *', '*', '\u0000', 'a'.repeat(10_000)]) {
      assert.ok(coloured(grammar, `${line}\n${line}x`).length < 10, line);
    }
  });
});
