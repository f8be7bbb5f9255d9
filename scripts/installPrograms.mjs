// npm run differential:install: the programs that the differential job asks, from Debian's (or Ubuntu's) own packages.
// It needs root, installs without questions, and lets no service start: the tests run the programs themselves.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const PACKAGES = [
  ...['bind9-utils', 'nsd', 'knot'],
  ...['postfix', 'postfix-pcre', 'opendmarc', 'opendkim', 'opendkim-tools'],
  ...['libopendmarc-dev', 'gcc', 'libc6-dev', 'python3-spf', 'python3-dkim', 'python3-dnspython'],
];

/** What invoke-rc.d asks before it starts a service; 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';

function run(...args) {
  const { status, error } = spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (error !== undefined)
    throw new Error('apt-get was not found: install the programs by hand.', { cause: error });
  if (status !== 0) throw new Error(`apt-get ${args[0]} ended with ${status}`);
}

const ours = !existsSync(POLICY);
if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
try {
  run('update', '--quiet');
  run('install', '--quiet', '--yes', '--no-install-recommends', ...PACKAGES);
} finally {
  if (ours) rmSync(POLICY);
}
