import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { LanguageId } from '../../../core/languages';
import { postfixParameter, POSTFIX_PARAMETERS } from '../../../core/facts/postfix';
import { valueProblems } from '../../../core/rules/postfixValue';
import { findingsIn, grave, output, told } from '../../support/configuration';
import { shared } from '../../support/shared';
import { PROBES, VERDICTS } from './verdicts';

/** Files as Debian's packages install them, and the language of each. */
const SHIPPED: readonly (readonly [string, LanguageId])[] = [
  ['/usr/share/postfix/main.cf.debian', 'postfix-main'],
  ['/usr/share/postfix/main.cf.dist', 'postfix-main'],
  ['/usr/share/postfix/main.cf.tls', 'postfix-main'],
  ['/usr/share/postfix/master.cf.dist', 'postfix-master'],
  ['/etc/postfix/main.cf.proto', 'postfix-main'],
  ['/etc/postfix/master.cf.proto', 'postfix-master'],
];

/** A main.cf in the manner of Debian's, for where the package is not installed. */
const DEBIAN_LIKE = `# A commented, more complete version is elsewhere
#myorigin = /etc/mailname

smtpd_banner = $myhostname ESMTP $mail_name (Debian/GNU)
biff = no
append_dot_mydomain = no
#delay_warning_time = 4h
readme_directory = no
compatibility_level = 3.6
smtpd_tls_cert_file=/etc/ssl/certs/ssl-cert-snakeoil.pem
smtpd_tls_security_level=may
smtp_tls_session_cache_database = btree:\${data_directory}/smtp_scache
smtpd_relay_restrictions = permit_mynetworks permit_sasl_authenticated defer_unauth_destination
mydestination = $myhostname, localhost.localdomain, , localhost
relayhost =
mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128
mailbox_size_limit = 0
recipient_delimiter = +
inet_protocols = all
debugger_command =
	 PATH=/bin:/usr/bin:/usr/local/bin:/usr/X11R6/bin
	 ddd $daemon_directory/$process_name $process_id & sleep 5
`;

/** Documented names that no program reads: postconf prints them without a default. */
const UNREAD = new Set(['socketmap_max_query_size', 'tls_trust_server_ccerts']);

/** What Red Hat's package and its post-install script set, in our own order. */
const REDHAT_LIKE = `compatibility_level = 3.8
queue_directory = /var/spool/postfix
command_directory = /usr/sbin
daemon_directory = /usr/libexec/postfix
data_directory = /var/lib/postfix
mail_owner = postfix
inet_interfaces = localhost
inet_protocols = all
mydestination = $myhostname, localhost.$mydomain, localhost
unknown_local_recipient_reject_code = 550
alias_maps = lmdb:/etc/aliases
alias_database = lmdb:/etc/aliases
debug_peer_level = 2
debugger_command =
	 PATH=/bin:/usr/bin:/usr/local/bin:/usr/X11R6/bin
	 ddd $daemon_directory/$process_name $process_id & sleep 5
sendmail_path = /usr/sbin/sendmail.postfix
newaliases_path = /usr/bin/newaliases.postfix
mailq_path = /usr/bin/mailq.postfix
setgid_group = postdrop
html_directory = no
manpage_directory = /usr/share/man
sample_directory = /usr/share/doc/postfix/samples
readme_directory = /usr/share/doc/postfix/README_FILES
smtpd_tls_cert_file = /etc/pki/tls/certs/postfix.pem
smtpd_tls_key_file = /etc/pki/tls/private/postfix.key
smtpd_tls_security_level = may
smtp_tls_CApath = /etc/pki/tls/certs
smtp_tls_CAfile = /etc/pki/tls/certs/ca-bundle.crt
smtp_tls_security_level = may
meta_directory = /etc/postfix
shlib_directory = /usr/lib64/postfix
`;

describe('what others ship', () => {
  it('has no error and no warning in a main.cf like Debian’s', () => {
    assert.deepEqual(told(DEBIAN_LIKE, grave(findingsIn('postfix-main', DEBIAN_LIKE))), []);
  });

  for (const [path, language] of SHIPPED) {
    it(`has no error and no warning in ${path}`, function () {
      if (!existsSync(path)) this.skip();
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(told(text, grave(findingsIn(language, text))), []);
    });
  }

  it('has no error and no warning in the main.cf and master.cf of the how-to', function () {
    for (const [name, language] of [
      ['main.cf', 'postfix-main'],
      ['master.cf', 'postfix-master'],
    ] as const) {
      const path = shared(`corpora/howto/agassi/${name}`);
      if (path === undefined) this.skip();
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(told(text, grave(findingsIn(language, text))), []);
    }
  });

  for (const path of ['/usr/share/postfix/main.cf.dist', '/usr/share/postfix/main.cf.debian']) {
    it(`has no wrong word on the commented examples of ${path}, each uncommented`, function () {
      if (!existsSync(path)) this.skip();
      const examples = readFileSync(path, 'utf8').match(/^# ?[a-z]\w* ?=.*(?:\n#[ \t].*,?)*$/gm) ?? [];
      assert.ok(examples.length >= (path.endsWith('dist') ? 30 : 2));
      for (const example of examples) {
        const [first = ''] = example.split('\n');
        // Prose between the examples.
        if (first.includes('(i.e. empty)')) continue;
        const text = `${first.replace(/^# ?/, '')}\n`;
        assert.deepEqual(told(text, grave(findingsIn('postfix-main', text))), [], text);
      }
    });
  }

  it('has no error and no warning in a main.cf like Red Hat’s', () => {
    assert.deepEqual(told(REDHAT_LIKE, grave(findingsIn('postfix-main', REDHAT_LIKE))), []);
  });

  it('judges no default of Postfix 3.11 wrong, all of them in one file', () => {
    const lines = [...POSTFIX_PARAMETERS.values()].flatMap(({ name, defaults }) =>
      defaults['3.11'] === undefined || UNREAD.has(name) ? [] : [`${name} = ${defaults['3.11']}`],
    );
    assert.ok(lines.length > 900);
    const text = `${lines.join('\n')}\n`;
    assert.deepEqual(told(text, grave(findingsIn('postfix-main', text))), []);
  });

  it('knows every name that postconf -d prints, and judges no default wrong', function () {
    const printed = output('postconf', '-d');
    if (printed === undefined) this.skip();
    for (const line of printed.trim().split('\n')) {
      const [, name = '', value = ''] = /^(\S+) = ?(.*)$/.exec(line) ?? [];
      const known = postfixParameter(name);
      assert.ok(known, line);
      if (!value.includes('$')) assert.deepEqual(valueProblems(known.type, value), [], line);
    }
    assert.deepEqual(told(printed, grave(findingsIn('postfix-main', printed))), []);
  });

  it('agrees with Postfix on what it refuses', () => {
    for (const [name, verdicts] of Object.entries(VERDICTS)) {
      PROBES.forEach((value, index) => {
        const text = `${name} = ${value}\n`;
        const refused = findingsIn('postfix-main', text).some(({ severity }) => severity === 'error');
        assert.equal(refused, verdicts[index] === 'x', text);
      });
    }
  }).timeout(120_000);

  it('judges no default of any documented version wrong', () => {
    for (const name of [
      'smtpd_forbid_bare_newline',
      'milter_default_action',
      'smtp_tls_dane_insecure_mx_policy',
    ]) {
      const known = postfixParameter(name)!;
      for (const value of Object.values(known.defaults)) {
        if (!value.includes('$')) assert.deepEqual(valueProblems(known.type, value), [], name);
      }
    }
  });
});
