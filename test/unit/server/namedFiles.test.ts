import assert from 'node:assert/strict';
import { namedFiles, placesOfNamed } from '../../../core/model/namedFiles';
import { namedPlaces, openNames } from '../../../server/namedFiles';

const MAIN = `alias_maps = hash:/etc/aliases
alias_database = $default_database_type:/etc/aliases
transport_maps = lmdb:/etc/postfix/transport, regexp:$config_directory/routes
virtual_alias_maps = proxy:texthash:/etc/postfix/virtual, ldap:/etc/postfix/ldap.cf, hash:$data_directory/x
mynetworks = 127.0.0.0/8 cidr:/etc/postfix/nets
smtpd_recipient_restrictions = check_sender_access hash:/srv/senders, check_policy_service unix:private/spf
smtp_tls_session_cache_database = btree:\${data_directory}/smtp_scache
`;

describe('Files that configurations name', () => {
  it('are what the type before their path says', () => {
    assert.deepEqual(
      namedFiles('postfix-main', MAIN).map(({ path, language }) => `${path} ${language}`),
      [
        '/etc/aliases postfix-aliases',
        '/etc/postfix/transport postfix-table',
        '/etc/postfix/routes postfix-patterns',
        '/etc/postfix/virtual postfix-table',
        '/etc/postfix/nets postfix-networks',
        '/srv/senders postfix-table',
      ],
    );
  });

  it('are named behind an -o, and by the milters’ files as well', () => {
    const told = (language: 'postfix-master' | 'opendkim' | 'opendmarc', text: string) =>
      namedFiles(language, text).map((file) => `${file.path} ${file.language}`);
    assert.deepEqual(
      told('postfix-master', 'smtp inet n - y - - smtpd\n -o { transport_maps = pcre:/etc/postfix/t }\n'),
      ['/etc/postfix/t postfix-patterns'],
    );
    assert.deepEqual(
      told(
        'opendkim',
        'KeyTable /etc/opendkim/keys\nSigningTable refile:/etc/opendkim/senders\nInternalHosts 127.0.0.1,::1\nPeerList file:/etc/peers\nExternalIgnoreList db:/etc/x.db\n',
      ),
      [
        '/etc/opendkim/keys opendkim-keytable',
        '/etc/opendkim/senders opendkim-signingtable',
        '/etc/peers mail-hosts',
      ],
    );
    assert.deepEqual(told('opendmarc', 'IgnoreHosts /etc/opendmarc/mine\n'), [
      '/etc/opendmarc/mine mail-hosts',
    ]);
  });

  it('lie at their own path, in a copy of the machine’s files, or beside their configuration', () => {
    assert.deepEqual(placesOfNamed('/etc/postfix/maps/transport', '/etc/postfix/main.cf'), [
      '/etc/postfix/maps/transport',
      '/etc/postfix/transport',
    ]);
    assert.deepEqual(placesOfNamed('/etc/aliases', '/home/me/mail/etc/postfix/main.cf'), [
      '/etc/aliases',
      '/home/me/mail/etc/aliases',
      '/home/me/mail/etc/postfix/aliases',
    ]);
    assert.deepEqual(placesOfNamed('/etc/postfix/maps/transport', '/home/me/mail/main.cf'), [
      '/etc/postfix/maps/transport',
      '/home/me/mail/maps/transport',
      '/home/me/mail/transport',
    ]);
  });

  it('are what the surer opinion says, and odd URIs name nothing', () => {
    const places = namedPlaces([
      { uri: 'file:///a/main.cf', text: 'transport_maps = hash:/srv/routes\n' },
      { uri: 'file:///b/main.cf', text: 'transport_maps = regexp:/a/routes\n' },
      { uri: 'untitled:main.cf', text: 'transport_maps = hash:/srv/x\n' },
      { uri: 'file:///a/notes.txt', text: 'transport_maps = hash:/srv/x\n' },
    ]);
    assert.deepEqual(places.map(({ uri, language }) => `${uri} ${language}`).sort(), [
      'file:///a/routes postfix-patterns',
      'file:///b/routes postfix-patterns',
      'file:///srv/routes postfix-table',
    ]);
  });

  it('are tables of milters by name alone where their configuration is open, whatever that is called', () => {
    const text = 'KeyTable file:/etc/opendkim/keys\nSigningTable refile:/etc/opendkim/senders\n';
    assert.deepEqual(openNames([{ uri: 'file:///a/opendkim.conf', text }]), []);
    assert.deepEqual(openNames([{ uri: 'file:///a/main.cf', text, open: 'postfix-main' }]), []);
    assert.deepEqual(openNames([{ uri: 'untitled:Untitled-1', text, open: 'opendkim' }]), [
      { name: 'keys', language: 'opendkim-keytable' },
      { name: 'senders', language: 'opendkim-signingtable' },
    ]);
    const long = `${'#'.repeat(1 << 18)}\nIgnoreHosts /etc/late\n`;
    assert.deepEqual(openNames([{ uri: 'file:///a/opendmarc.conf', text: long, open: 'opendmarc' }]), []);
    const places = namedPlaces([{ uri: 'file:///a/signer.txt', text, open: 'opendkim' }]);
    assert.deepEqual(
      places.map(({ uri }) => uri),
      ['file:///etc/opendkim/keys', 'file:///a/keys', 'file:///etc/opendkim/senders', 'file:///a/senders'],
    );
  });

  it('are no more than anybody has', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `hash:/t/${i}`).join(', ');
    assert.equal(namedFiles('postfix-main', `transport_maps = ${many}\n`).length, 2000);
  });
});
