import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { OPENDKIM } from '../../../core/facts/opendkim';
import { OPENDMARC } from '../../../core/facts/opendmarc';
import { POSTFIX_PARAMETERS, postfixParameter, POSTFIX_RESTRICTIONS } from '../../../core/facts/postfix';
import { POSTFIX_ENUMERATIONS } from '../../../core/facts/postfixEnumerations';
import { RESTRICTION_WORDS } from '../../../core/facts/postfixRestrictionWords';
import { parameterWords, POSTFIX_PARAMETER_WORDS } from '../../../core/facts/postfixParameterWords';
import { shared } from '../../support/shared';

/** The rows of a table of facts, without its comments and its heading. */
function rows(name: string): string[][] | undefined {
  const path = shared(`facts/${name}`);
  if (path === undefined) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

describe('facts about configuration', () => {
  it('has every Postfix parameter with its version, defaults and replacement', function () {
    const table = rows('postfix-parameters.tsv');
    if (table === undefined) this.skip();
    assert.equal(POSTFIX_PARAMETERS.size, table.length);
    for (const [name = '', , since = '', documented = '', d37 = '', d311 = '', instead = ''] of table) {
      const known = POSTFIX_PARAMETERS.get(name);
      assert.ok(known, name);
      assert.equal(known.since ?? '', since, name);
      assert.equal(known.useInstead, instead === '' ? undefined : instead === '-' ? '' : instead, name);
      if (since !== '3.12') {
        assert.equal(known.defaults['3.7'] ?? '-', d37, name);
        assert.equal(known.defaults['3.11'] ?? '-', d311, name);
      }
      if (Object.keys(known.defaults).length === 0)
        assert.equal(known.documentedDefault ?? '', documented, name);
    }
  });

  it('gives every Postfix parameter a type that agrees with the table', function () {
    const table = rows('postfix-parameters.tsv');
    if (table === undefined) this.skip();
    for (const [name = '', type = ''] of table) {
      const kind = POSTFIX_PARAMETERS.get(name)!.type.kind;
      if (type === 'boolean' || type === 'time' || type === 'integer' || type === 'raw')
        assert.equal(kind, type, name);
      else if (type === 'string') assert.ok(!['boolean', 'time', 'integer', 'raw'].includes(kind), name);
    }
  });

  it('has every restriction, OpenDMARC and OpenDKIM keyword', function () {
    const restrictions = rows('postfix-restrictions.tsv');
    const opendmarc = rows('opendmarc-keywords.tsv');
    const opendkim = rows('opendkim-keywords.tsv');
    if (restrictions === undefined || opendmarc === undefined || opendkim === undefined) this.skip();
    for (const [parameter = '', name = ''] of restrictions) {
      assert.ok(POSTFIX_RESTRICTIONS.get(name)?.parameters.includes(parameter), name);
    }
    assert.equal(OPENDMARC.keywords.size, opendmarc.length);
    for (const [name = '', type = '', preset, first, last, debian] of opendmarc) {
      const known = OPENDMARC.keywords.get(name.toLowerCase());
      assert.deepEqual(
        [known?.name, known?.type, known?.preset, known?.first, known?.last],
        // What Debian took from the development branch into its 1.4.2 counts as that release's.
        [name, type, preset, first === 'develop' && debian === 'yes' ? '1.4.2' : first, last],
      );
    }
    for (const [name = '', type = '', feature = ''] of opendkim) {
      const known = OPENDKIM.keywords.get(name.toLowerCase());
      assert.deepEqual([known?.name, known?.type, known?.feature ?? ''], [name, type, feature]);
    }
  });

  it('knows the limits of any service by the ends of their names', () => {
    assert.equal(postfixParameter('policyd-spf_time_limit')?.type.kind, 'time');
    assert.equal(postfixParameter('procmail_destination_recipient_limit')?.service, 'procmail');
    assert.equal(
      postfixParameter('bsmtp_transport_rate_delay')?.defaults['3.7'],
      '$default_transport_rate_delay',
    );
    assert.equal(postfixParameter('_time_limit'), undefined);
    assert.equal(postfixParameter('default_nonsense_time_limit'), undefined);
    assert.equal(postfixParameter('no_such_parameter'), undefined);
  });

  it('explains at least 390 Postfix parameters by themselves, every OpenDMARC keyword, and only what exists', () => {
    assert.ok(POSTFIX_PARAMETER_WORDS.size >= 390);
    for (const name of POSTFIX_PARAMETER_WORDS.keys()) assert.ok(POSTFIX_PARAMETERS.has(name), name);
    for (const name of POSTFIX_ENUMERATIONS.keys()) assert.ok(POSTFIX_PARAMETERS.has(name), name);
    for (const name of Object.keys(RESTRICTION_WORDS)) assert.ok(POSTFIX_RESTRICTIONS.has(name), name);
    for (const known of OPENDMARC.keywords.values()) assert.ok(known.words, known.name);
    for (const name of ['Canonicalization', 'KeyFile', 'Mode', 'Socket', 'SigningTable', 'InternalHosts']) {
      assert.ok(OPENDKIM.keywords.get(name.toLowerCase())?.words, name);
    }
  });

  it('explains a parameter by its counterpart of another program', () => {
    assert.equal(
      parameterWords('smtp_sasl_password_maps'),
      POSTFIX_PARAMETER_WORDS.get('smtp_sasl_password_maps'),
    );
    assert.match(parameterWords('lmtp_sasl_password_maps')?.en ?? '', /^For LMTP: /);
    assert.match(parameterWords('tlsproxy_client_CAfile')?.en ?? '', /^For tlsproxy/);
    assert.equal(parameterWords('no_such_parameter'), undefined);
  });

  it('has words in both languages everywhere, without traces of the other', () => {
    const all = [
      ...POSTFIX_PARAMETER_WORDS.values(),
      ...Object.values(RESTRICTION_WORDS),
      ...[...POSTFIX_ENUMERATIONS.values()].flatMap(({ values }) => values.map(({ means }) => means)),
      ...[...OPENDMARC.keywords.values(), ...OPENDKIM.keywords.values()].flatMap(({ words }) => words ?? []),
    ];
    for (const { en, ja } of all) {
      assert.match(en, /^[^\u3000-\u9fff]+$/);
      assert.match(ja, /[\u3040-\u30ff]/);
    }
  });
});
