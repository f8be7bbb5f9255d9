import assert from 'node:assert/strict';
import fc from 'fast-check';
import { POSTFIX_PARAMETERS } from '../../../core/facts/postfix';
import { parameterWords, POSTFIX_PARAMETER_WORDS } from '../../../core/facts/postfixParameterWords';
import { createLanguageService, type LanguageService } from '../../../core/service';
import type { LanguageId } from '../../../core/languages';
import type { Candidate, Expectation } from '../../../core/text/cursor';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { withoutPlaceholders } from '../../../server/completion';
import { chosen, cursor, expectedAt, findingsIn, grave, labelsAt } from '../../support/configuration';

const LANGUAGE = 'postfix-main';
const URI = 'file:///etc/postfix/main.cf';

/** A machine of so many folders. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  '/etc/postfix/': ['main.cf', 'virtual', 'virtual.db', 'tls/', '.hidden', 'a b', 'x{y', 'checks.pcre'],
  '/etc/postfix/tls/': ['cert.pem', 'key.pem'],
  '/etc/ssl/': ['certs/'],
  '/etc/opendkim/': ['KeyTable', 'KeyTable.db', 'keys/'],
  '/etc/opendkim/keys/': ['mail.private'],
};

const paths = (folder: string): readonly string[] => FOLDERS[folder] ?? [];

interface Beside {
  readonly language: LanguageId;
  readonly uri: string;
  readonly text: string;
}

function serviceWith(language: LanguageId, text: string, beside: readonly Beside[] = []): LanguageService {
  const service = createLanguageService({ settings: { rules: {}, versions: { postfix: '3.7' } } });
  for (const other of beside) service.open(other.uri, other.language, sourceText(other.text));
  service.open(URI, language, sourceText(text), { fileName: 'main.cf', paths });
  return service;
}

function offeredAt(
  marked: string,
  language: LanguageId = LANGUAGE,
  beside: readonly Beside[] = [],
): Expectation | undefined {
  const { text, offset } = cursor(marked);
  return serviceWith(language, text, beside).complete(URI, offset);
}

function labels(marked: string, language?: LanguageId, beside?: readonly Beside[]): string[] {
  return offeredAt(marked, language, beside)?.candidates.map(({ label }) => label) ?? [];
}

function taken(marked: string, label: string, language?: LanguageId, beside?: readonly Beside[]): string {
  const found = offeredAt(marked, language, beside);
  const candidate = found?.candidates.find((one) => one.label === label);
  assert.ok(found !== undefined && candidate !== undefined, `${label} is not offered`);
  return applyEdits(cursor(marked).text, [{ span: found.replace, text: written(candidate) }]);
}

function written({ label, insert = label, snippet }: Candidate): string {
  return snippet === true ? withoutPlaceholders(insert) : insert;
}

describe('paths in main.cf', () => {
  it('go on folder by folder, also behind config_directory', () => {
    assert.deepEqual(labels('smtpd_tls_cert_file = |\n'), [
      '/etc/postfix/checks.pcre',
      '/etc/postfix/main.cf',
      '/etc/postfix/tls/',
      '/etc/postfix/virtual',
      '/etc/postfix/virtual.db',
    ]);
    assert.deepEqual(labels('smtpd_tls_key_file = /etc/postfix/tls/|\n'), [
      '/etc/postfix/tls/cert.pem',
      '/etc/postfix/tls/key.pem',
    ]);
    assert.equal(
      taken('smtpd_tls_cert_file = $config_directory/tls/c|ert\n', '$config_directory/tls/cert.pem'),
      'smtpd_tls_cert_file = $config_directory/tls/cert.pem\n',
    );
    assert.equal(
      taken('smtpd_tls_cert_file = ${config_directory}/t|ls/x\n', '${config_directory}/tls/'),
      'smtpd_tls_cert_file = ${config_directory}/tls/\n',
    );
    assert.equal(offeredAt('smtpd_tls_cert_file = |\n')?.incomplete, true);
  });

  it('stand in for names that the file sets', () => {
    assert.deepEqual(labels('ours = /etc/postfix/tls\nsmtpd_tls_cert_file = $ours/c|\n'), [
      '$ours/cert.pem',
      '$ours/key.pem',
    ]);
    assert.deepEqual(labels('smtpd_tls_cert_file = $nobody/c|\n'), []);
  });

  it('lead to the daemon’s folder from the root on', () => {
    assert.deepEqual(labels('smtpd_tls_cert_file = /|\n'), ['/etc/']);
    assert.deepEqual(labels('smtpd_tls_cert_file = /etc/|\n'), ['/etc/postfix/']);
    assert.deepEqual(labels('smtpd_tls_cert_file = /etc/postfix/../|\n'), []);
    assert.deepEqual(labels('queue_directory = /etc/postfix/|\n'), ['/etc/postfix/tls/']);
  });

  it('name tables without their indexes, wherever tables stand', () => {
    const names = labels('virtual_alias_maps = hash:|\n');
    assert.ok(names.includes('/etc/postfix/virtual') && !names.includes('/etc/postfix/virtual.db'));
    assert.equal(
      taken('virtual_alias_maps = unionmap:{ hash:/etc/postfix/v|, static:x }\n', '/etc/postfix/virtual'),
      'virtual_alias_maps = unionmap:{ hash:/etc/postfix/virtual, static:x }\n',
    );
    assert.equal(
      taken('mynetworks = 127.0.0.0/8 !cidr:/etc/postfix/c|x\n', '/etc/postfix/checks.pcre'),
      'mynetworks = 127.0.0.0/8 !cidr:/etc/postfix/checks.pcre\n',
    );
    assert.ok(labels('mydestination = a, /etc/postfix/|\n').includes('/etc/postfix/virtual'));
    assert.ok(
      labels('smtpd_client_restrictions = check_client_access proxy:hash:|').includes('/etc/postfix/virtual'),
    );
  });

  it('are not offered where nothing is known of folders', () => {
    assert.equal(expectedAt(LANGUAGE, 'smtpd_tls_cert_file = /etc/|\n'), undefined);
  });
});

describe('paths in the files of OpenDKIM and OpenDMARC', () => {
  it('follow the kinds of data sets, and leave those alone', () => {
    assert.equal(
      taken('KeyTable refile:/etc/opendkim/K|\n', '/etc/opendkim/KeyTable', 'opendkim'),
      'KeyTable refile:/etc/opendkim/KeyTable\n',
    );
    assert.ok(!labels('KeyTable file:|\n', 'opendkim').includes('/etc/opendkim/KeyTable.db'));
    assert.deepEqual(labels('KeyFile /etc/opendkim/keys/|\n', 'opendkim'), [
      '/etc/opendkim/keys/mail.private',
    ]);
    assert.equal(
      taken('SigningTable fi|le:/etc/opendkim/SigningTable\n', 'refile:', 'opendkim'),
      'SigningTable refile:/etc/opendkim/SigningTable\n',
    );
  });

  it('are the third field of a key', () => {
    assert.equal(
      taken(
        'mail example.com:mail:/etc/opendkim/keys/|x\n',
        '/etc/opendkim/keys/mail.private',
        'opendkim-keytable',
      ),
      'mail example.com:mail:/etc/opendkim/keys/mail.private\n',
    );
    assert.deepEqual(labels('mail %:mail:/etc/opendkim/%/|\n', 'opendkim-keytable'), []);
  });

  it('stand in opendmarc.conf where it wants a file', () => {
    assert.deepEqual(labels('PublicSuffixList /etc/ssl/|\n', 'opendmarc'), ['/etc/ssl/certs/']);
    assert.equal(
      taken('TrustedAuthservIDs a, H|, b\n', 'HOSTNAME', 'opendmarc'),
      'TrustedAuthservIDs a, HOSTNAME, b\n',
    );
  });
});

describe('values of main.cf', () => {
  it('kinds of tables, with what is newer than the stated Postfix at the end', () => {
    const offered = offeredAt('virtual_alias_maps = |\n')!.candidates;
    assert.equal(offered[0]?.label, 'hash:');
    const mongo = offered.find(({ label }) => label === 'mongodb:');
    assert.match(mongo?.detail?.text.en ?? '', /Not in Postfix/);
    assert.ok(offered.indexOf(mongo!) > offered.findIndex(({ label }) => label === 'unix:'));
    assert.equal(
      taken('virtual_alias_maps = ha|:/etc/x, b:c\n', 'lmdb:'),
      'virtual_alias_maps = lmdb:/etc/x, b:c\n',
    );
    assert.deepEqual(labels('virtual_alias_maps = inline:{ a=|\n'), []);
    assert.ok(!labels('smtp_tls_session_cache_database = |\n').includes('regexp:'));
  });

  it('networks, protocols, interfaces, feedback', () => {
    assert.ok(labelsAt(LANGUAGE, 'mynetworks = |\n').includes('[::1]/128'));
    assert.equal(
      chosen(LANGUAGE, 'mynetworks = 127.0.0.0/8, !10|.1.0.0/16 [::1]/128\n', '10.0.0.0/8'),
      'mynetworks = 127.0.0.0/8, !10.0.0.0/8 [::1]/128\n',
    );
    assert.ok(labelsAt(LANGUAGE, 'smtpd_tls_protocols = |\n').includes('>=TLSv1.2'));
    assert.ok(labelsAt(LANGUAGE, 'smtp_tls_ciphers = |\n').includes('medium'));
    assert.ok(labelsAt(LANGUAGE, 'smtp_tls_exclude_ciphers = |\n').includes('aNULL'));
    assert.ok(labelsAt(LANGUAGE, 'inet_interfaces = |\n').includes('loopback-only'));
    assert.ok(
      labelsAt(LANGUAGE, 'default_destination_concurrency_positive_feedback = |').includes('1/concurrency'),
    );
  });

  it('protocols by range only where the stated Postfix reads them', () => {
    const service = createLanguageService({ settings: { rules: {}, versions: { postfix: '3.5' } } });
    service.open(URI, LANGUAGE, sourceText('smtpd_tls_protocols = '));
    const all = service.complete(URI, 22)!.candidates.map(({ label }) => label);
    assert.deepEqual(all, ['!SSLv2', '!SSLv3', '!TLSv1', '!TLSv1.1']);
  });

  const MASTER = {
    language: 'postfix-master',
    uri: 'file:///etc/postfix/master.cf',
    text: 'smtp inet n - y - - smtpd\nsmtp unix - - y - - smtp\nours unix - - y - - lmtp\npolicy unix - n n - 0 spawn user=x argv=/y\n',
  } as const;

  it('transports: those of the master.cf that is open, and where they lead', () => {
    const open = labels('virtual_transport = |\n', LANGUAGE, [MASTER]);
    assert.ok(open.includes('ours:') && open.includes('smtp:') && !open.includes('relay:'));
    assert.ok(labels('virtual_transport = |\n').includes('relay:'));
    assert.equal(taken('default_transport = sm|tp:[a]:25\n', 'relay:'), 'default_transport = relay:[a]:25\n');
    assert.equal(
      taken('virtual_transport = lmtp:|x\n', 'unix:private/dovecot-lmtp'),
      'virtual_transport = lmtp:unix:private/dovecot-lmtp\n',
    );
    assert.equal(taken('relayhost = |\n', '[host]:port'), 'relayhost = [host]:587\n');
  });

  it('policy services: those that master.cf runs, and their options', () => {
    const lead = 'smtpd_recipient_restrictions = check_policy_service';
    assert.deepEqual(labels(`${lead} |\n`, LANGUAGE, [MASTER])[0], 'unix:private/policy');
    assert.equal(
      taken(`${lead} un|ix:private/old, permit\n`, 'unix:private/policy', LANGUAGE, [MASTER]),
      `${lead} unix:private/policy, permit\n`,
    );
    assert.equal(
      taken(`${lead} { unix:private/policy, time|=3s }, permit\n`, 'timeout='),
      `${lead} { unix:private/policy, timeout=3s }, permit\n`,
    );
  });

  it('restrictions’ tables, and nothing where another argument belongs', () => {
    assert.equal(
      taken('smtpd_client_restrictions = check_client_access h|, permit\n', 'cidr:'),
      'smtpd_client_restrictions = check_client_access cidr:, permit\n',
    );
    assert.deepEqual(labels('smtpd_client_restrictions = reject_rbl_client |\n'), []);
    assert.equal(
      taken('smtpd_client_restrictions = check_cl| hash:/x\n', 'check_client_access'),
      'smtpd_client_restrictions = check_client_access hash:/x\n',
    );
    assert.ok(labels('mua_client_restrictions = |\n').includes('permit_mynetworks'));
  });

  it('milters: those whose configurations are open come first, OpenDKIM before OpenDMARC', () => {
    const beside: Beside[] = [
      { language: 'opendmarc', uri: 'file:///etc/opendmarc.conf', text: 'Socket inet:8899@[::1]\n' },
      {
        language: 'opendkim',
        uri: 'file:///etc/opendkim.conf',
        text: 'Socket local:/var/spool/postfix/opendkim/o.sock\n',
      },
    ];
    assert.deepEqual(labels('smtpd_milters = |\n', LANGUAGE, beside).slice(0, 2), [
      'unix:opendkim/o.sock',
      'inet:[::1]:8899',
    ]);
    assert.equal(
      taken('smtpd_milters = { inet:localhost:8891, com|mand_timeout=5s }, inet:a:1\n', 'content_timeout='),
      'smtpd_milters = { inet:localhost:8891, content_timeout=5s }, inet:a:1\n',
    );
    assert.ok(labels('smtpd_milters = { inet:a:1, default_action=|\n').includes('tempfail'));
    assert.equal(
      taken('smtpd_milters = { in|et:a:1, protocol=6 }\n', 'inet:localhost:8893'),
      'smtpd_milters = { inet:localhost:8893, protocol=6 }\n',
    );
  });

  it('beginnings of expressions, in the releases that read them', () => {
    assert.equal(taken('ours = $|\n', '{name?{…}:{…}}'), 'ours = ${name?{}:{}}\n');
    assert.equal(taken('ours = ${|\n', 'name?{…}:{…}'), 'ours = ${name?{}:{}}\n');
    const compared = taken('ours = $|\n', '{{…}=={…}?{…}:{…}}');
    assert.equal(compared, 'ours = ${{$compatibility_level} >=level {3.6} ? {} : {}}\n');
    assert.deepEqual(grave(findingsIn(LANGUAGE, `${compared}smtpd_banner = $ours\n`)), []);
  });

  it('says of parameters that the stated Postfix does not have them yet', () => {
    const found = offeredAt('|\n')!.candidates.find(({ label }) => label === 'smtp_tlsrpt_enable');
    assert.match(found?.detail?.text.en ?? '', /not in Postfix/);
  });
});

describe('keywords of OpenDMARC and OpenDKIM that the release does not have', () => {
  it('are marked', () => {
    const service = createLanguageService({
      settings: { rules: {}, versions: { opendmarc: '1.3.0', opendkim: '2.3.0' } },
    });
    const details = (language: LanguageId): string[] => {
      service.open(URI, language, sourceText(''));
      return service
        .complete(URI, 0)!
        .candidates.flatMap(({ label, detail }) =>
          /^(?:not|in no)/.test(detail?.text.en ?? '') ? [label] : [],
        );
    };
    assert.ok(details('opendkim').includes('MinimumKeyBits'));
    assert.ok(!details('opendkim').includes('KeyTable'));
    assert.ok(details('opendmarc').length > 0);
  });
});

describe('a candidate that is taken', () => {
  const pieces = [
    'hash:/etc/postfix/virtual',
    'inet:localhost:8891',
    '{ inet:a:1, command_timeout=3s }',
    'unionmap:{ hash:/a, static:b }',
    'permit_mynetworks',
    'check_client_access hash:/x',
    'check_policy_service { unix:private/p, timeout=1s }',
    '127.0.0.0/8',
    '!cidr:/y',
    '$mydomain',
    '${mydomain?{a}:{b}}',
    'smtp:[a]:25',
    '/etc/postfix/tls/cert.pem',
    '>=TLSv1.2',
  ];
  const names = [
    'smtpd_milters',
    'virtual_alias_maps',
    'mynetworks',
    'mydestination',
    'smtpd_client_restrictions',
    'smtpd_tls_protocols',
    'default_transport',
    'smtpd_tls_chain_files',
    'relayhost',
    'inet_interfaces',
    'myorigin',
  ];
  const separators = [' ', ', ', '\n    '];

  it('leaves all other words of the value, and all other lines, as they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...separators),
        fc.nat(),
        fc.nat(),
        (name, words, separator, where, which) => {
          const head = `biff = no\n${name} = `;
          const text = `${head}${words.join(separator)}\nhopcount_limit = 5\n`;
          const end = text.length - '\nhopcount_limit = 5\n'.length;
          const offset = head.length + (where % (end - head.length + 1));
          const found = serviceWith(LANGUAGE, text).complete(URI, offset);
          if (found === undefined || found.candidates.length === 0) return;
          const { start, end: last } = found.replace;
          assert.ok(start >= head.length && last <= end && start <= offset && offset <= last);
          const replaced = text.slice(start, last);
          assert.ok(!/[\s,]/.test(replaced), `more than a word: ${replaced}`);
          const put = written(found.candidates[which % found.candidates.length]!);
          const opened = (one: string): number => one.split('{').length - one.split('}').length;
          // What is put in closes what it opens, as did what it takes the place of.
          if (put !== '' && !/[{}]/.test(replaced)) assert.equal(opened(put), 0, put);
          else assert.equal(opened(put), opened(replaced), `${replaced} by ${put}`);
        },
      ),
      { numRuns: 400 },
    );
  }).timeout(120_000);
});

describe('hostile values', () => {
  // So much that it would not end if time grew with the square of the length.
  for (const [what, value] of [
    ['long words', `${'a'.repeat(300_000)} `],
    ['deep braces', `${'{'.repeat(200_000)} `],
    ['long paths', `hash:${'/'.repeat(300_000)} `],
    ['many expressions', `${'${a}'.repeat(80_000)} `],
    ['tables within tables', 'unionmap:{ '.repeat(40_000)],
  ] as const) {
    it(`such as ${what} do not hold completion up`, () => {
      for (const name of ['smtpd_milters', 'virtual_alias_maps', 'smtpd_client_restrictions', 'mynetworks']) {
        const text = `${name} = ${value}x\n`;
        const service = serviceWithoutRules(text);
        for (const at of [text.length - 2, text.length - 1]) {
          const replace = service.complete(URI, at)?.replace;
          assert.ok(replace === undefined || (replace.start <= at && at <= replace.end));
        }
      }
    });
  }
});

function serviceWithoutRules(text: string): LanguageService {
  const service = createLanguageService({ rules: [] });
  service.open(URI, LANGUAGE, sourceText(text), { fileName: 'main.cf', paths });
  return service;
}

describe('the words for parameters', () => {
  it('cover all of TLS, in both languages', () => {
    const without = [...POSTFIX_PARAMETERS.keys()].filter(
      (name) => /^(?:smtpd?|lmtp)_tls_/.test(name) && parameterWords(name) === undefined,
    );
    // They are not documented yet.
    assert.deepEqual(
      without.filter((name) => POSTFIX_PARAMETERS.get(name)?.since !== '3.12'),
      [],
    );
    for (const { en, ja } of POSTFIX_PARAMETER_WORDS.values()) {
      assert.match(en, /\.$/);
      assert.match(ja, /[ぁ-んァ-ヶ].*。/su);
    }
  });
});

describe('what is offered behind -o', () => {
  const LEAD = 'smtp inet n - y - - smtpd\n -o ';

  it('holds no blanks outside of braces, where the option would end', () => {
    for (const value of [
      'smtpd_milters=|',
      'virtual_alias_maps=|',
      'mynetworks=$|',
      'smtpd_client_restrictions=|',
    ]) {
      const found = offeredAt(`${LEAD}${value}\n`, 'postfix-master')!;
      assert.ok(found.candidates.length > 0);
      for (const candidate of found.candidates) assert.doesNotMatch(written(candidate), /\s/);
    }
    assert.equal(
      taken(`${LEAD}virtual_alias_maps=|\n`, 'inline:', 'postfix-master'),
      `${LEAD}virtual_alias_maps=inline:{name=value}\n`,
    );
    assert.equal(
      taken(`${LEAD}{ virtual_alias_maps = | }\n`, 'inline:', 'postfix-master'),
      `${LEAD}{ virtual_alias_maps = inline:{ name=value } }\n`,
    );
  });
});
