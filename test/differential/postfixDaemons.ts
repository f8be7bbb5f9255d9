import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output } from '../support/configuration';

/** Where distributions keep Postfix's daemons. */
const FOLDERS = ['/usr/lib/postfix/sbin', '/usr/libexec/postfix', '/usr/lib/postfix'];

/** A daemon that has said nothing for so long (ms) has read its parameters and waits for work. */
const PATIENCE = 4000;

/**
 * Daemons that can be started alone (`-S`, one client at standard input): they get through all their preparations,
 * and what they say last does no harm. The others are asked to start as under master(8), without being told on what:
 * they read all of their parameters, and stop.
 */
const ALONE: ReadonlySet<string> = new Set([
  'bounce',
  'cleanup',
  'discard',
  'error',
  'flush',
  'lmtp',
  'local',
  'oqmgr',
  'pickup',
  'pipe',
  'postscreen',
  'proxymap',
  'qmgr',
  'qmqpd',
  'scache',
  'showq',
  'smtp',
  'smtpd',
  'tlsmgr',
  'tlsproxy',
  'trivial-rewrite',
  'verify',
  'virtual',
]);

/** Options without which some refuse to start: the limits of one process, or of none, that master.cf gives them. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  anvil: ['-l'],
  postlogd: ['-l'],
  dnsblog: ['-z'],
};

/** What a daemon says when it is through with its preparations and finds no client. */
const THROUGH =
  /no transport type specified|vstream_fflush_some: read-only stream|fatal: read: Application error|epoll_ctl EPOLL_CTL_ADD|missing user= attribute/;

/** A main.cf with which every daemon starts without any other one running. */
const BASE = (folder: string): string => `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
config_directory = ${folder}
myhostname = mail.example.com
mydomain = example.com
local_recipient_maps =
alias_maps =
alias_database =
virtual_mailbox_base = ${folder}/data
virtual_uid_maps = static:1000
virtual_gid_maps = static:1000
virtual_minimum_uid = 100
address_verify_map =
postscreen_cache_map =
inet_interfaces = loopback-only
smtpd_tls_security_level = may
smtp_tls_security_level = may
tlsproxy_tls_security_level = may
`;

/** What a program said of a value. */
export interface Answer {
  readonly refused: boolean;
  /** Its last word on the matter. */
  readonly said: string;
}

/** Postfix's daemons, each started for the moment in which it reads its parameters. No mail moves. */
export interface Daemons {
  /** `3.7.11` */
  readonly version: string;
  /** Gives one parameter one value. @param extra further `name=value` settings */
  ask(program: string, name: string, value: string, extra?: readonly string[]): Promise<Answer>;
  close(): void;
}

/** @returns undefined where Postfix is not installed */
export function openDaemons(): Daemons | undefined {
  const folder = FOLDERS.find((path) => existsSync(join(path, 'smtpd')));
  const version = output('postconf', '-d', '-h', 'mail_version')?.trim();
  if (folder === undefined || version === undefined) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'ma-postfix-'));
  for (const name of ['data', 'queue', ...QUEUES.map((queue) => `queue/${queue}`)])
    mkdirSync(join(home, name));
  // Started by root, some go on as the user postfix.
  chmodSync(home, 0o755);
  chmodSync(join(home, 'data'), 0o777);
  writeFileSync(join(home, 'main.cf'), BASE(home));
  writeFileSync(join(home, 'master.cf'), '');
  return {
    version,
    ask: (program, name, value, extra = []) =>
      start(join(folder, program), home, [
        ...(ALONE.has(program) ? ['-S'] : []),
        ...(LIMITS[program] ?? []),
        ...options([...extra, `${name}=${value}`]),
      ]),
    close: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const QUEUES = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'maildrop',
  'pid',
  'private',
  'public',
  'saved',
  'trace',
];

function options(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ['-o', setting]);
}

function start(path: string, home: string, options: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, ['-V', ...options], {
      env: { MAIL_CONFIG: home, PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const settle = (refused: boolean, said: string): void => {
      clearTimeout(timer);
      // Before it stops after an error it sleeps for a second.
      child.kill('SIGKILL');
      resolve({ refused, said: said.trim() });
    };
    const timer = setTimeout(() => {
      settle(false, '(waits)');
    }, PATIENCE);
    child.on('error', reject);
    child.stdout.on('data', () => {
      settle(false, '(serves)');
    });
    child.stderr.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
      const last = /^.*?: (?:fatal|panic): .*\n/m.exec(text)?.[0];
      if (last !== undefined) settle(!THROUGH.test(last), last);
    });
    child.on('close', (code) => {
      settle(code !== 0, text.trim().split('\n').at(-1) ?? '');
    });
  });
}
