import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyTextEdits, cursor, startEditor, type Editor } from './support/client';

describe('paths of configurations over the protocol', () => {
  let top = '';
  let editor: Editor;
  let socket: Server | undefined;

  const put = (path: string, text = ''): string => {
    const place = join(top, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    return pathToFileURL(place).href;
  };

  const use = async (folder: string | undefined): Promise<void> => {
    editor = await startEditor(
      folder === undefined ? {} : { folders: [pathToFileURL(join(top, folder)).href] },
    );
  };

  const offered = async (uri: string, language: string, marked: string): Promise<string[]> => {
    const { text, position } = cursor(marked);
    await editor.open(uri, language, text);
    return ((await editor.complete(uri, position))?.items ?? []).map(({ label }) => label);
  };

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'mail-auth-paths-')));
    put('outside/secret.pem');
  });

  afterEach(async () => {
    socket?.close();
    socket = undefined;
    rmSync(top, { recursive: true, force: true });
    assert.deepEqual(editor.errors, []);
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  it('a copy of the machine’s files is completed from, and nothing outside of it', async () => {
    const main = put('copy/etc/postfix/main.cf');
    put('copy/etc/postfix/tls/cert.pem');
    put('copy/etc/postfix/tls/key.pem', 'SECRET');
    put('copy/etc/opendkim/keys/mail.private', 'SECRET');
    symlinkSync(join(top, 'outside'), join(top, 'copy/etc/postfix/out'));
    await use('copy');
    assert.deepEqual(await offered(main, 'postfix-main', 'smtpd_tls_key_file = /etc/postfix/tls/|\n'), [
      '/etc/postfix/tls/cert.pem',
      '/etc/postfix/tls/key.pem',
    ]);
    assert.deepEqual(await offered(main, 'postfix-main', 'smtpd_tls_cert_file = /etc/|\n'), [
      '/etc/opendkim/',
      '/etc/postfix/',
    ]);
    assert.deepEqual(await offered(main, 'postfix-main', 'smtpd_tls_cert_file = /etc/postfix/out/|\n'), []);
    assert.deepEqual(await offered(main, 'postfix-main', `smtpd_tls_cert_file = ${top}/outside/|\n`), []);
    const table = put('copy/etc/opendkim/KeyTable');
    assert.deepEqual(
      await offered(table, 'opendkim-keytable', 'mail example.com:mail:/etc/opendkim/keys/|\n'),
      ['/etc/opendkim/keys/mail.private'],
    );
    const dkim = put('copy/etc/opendkim.conf');
    assert.deepEqual(await offered(dkim, 'opendkim', 'KeyTable refile:/etc/opendkim/|\n'), [
      '/etc/opendkim/KeyTable',
      '/etc/opendkim/keys/',
    ]);
  });

  it('main.cf’s own folder stands for config_directory, also without an open folder', async () => {
    const main = put('mail/main.cf');
    put('mail/virtual');
    put('mail/virtual.db');
    await use(undefined);
    const marked = 'virtual_alias_maps = hash:$config_directory/v|, static:x\n';
    const { text, position } = cursor(marked);
    await editor.open(main, 'postfix-main', text);
    const list = await editor.complete(main, position);
    assert.deepEqual(
      list?.items.map(({ label }) => label),
      ['$config_directory/main.cf', '$config_directory/virtual'],
    );
    assert.equal(list.isIncomplete, true);
    const edit = list.items[1]!.textEdit!;
    assert.ok('range' in edit);
    assert.equal(
      applyTextEdits(text, [edit]),
      'virtual_alias_maps = hash:$config_directory/virtual, static:x\n',
    );
  });

  it('a service of master.cf completes as main.cf does', async () => {
    const master = put('mail/master.cf');
    put('mail/cert.pem');
    await use('mail');
    const line = 'submission inet n - y - - smtpd\n -o smtpd_tls_cert_file=/etc/postfix/c|\n';
    assert.deepEqual(await offered(master, 'postfix-master', line), [
      '/etc/postfix/cert.pem',
      '/etc/postfix/master.cf',
    ]);
  });

  it('names sockets, but opens none', async function () {
    if (process.platform === 'win32') this.skip();
    const main = put('mail/main.cf');
    let asked = 0;
    socket = createServer(() => asked++);
    await new Promise<void>((resolve) => socket!.listen(join(top, 'mail/m.sock'), resolve));
    await use('mail');
    assert.deepEqual(await offered(main, 'postfix-main', 'smtpd_milters = unix:/etc/postfix/|\n'), [
      '/etc/postfix/m.sock',
      '/etc/postfix/main.cf',
    ]);
    assert.equal(asked, 0);
  });
});
