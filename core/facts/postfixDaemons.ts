/** What a daemon asks of its line in master.cf, from the sources of the daemons (mail_server.h, their main()). */
export interface PostfixDaemon {
  /** The process limit without which it does not start: 1, or 0 for any number. */
  readonly limit?: 0 | 1;
  /** It does not start as an unprivileged process. */
  readonly privileged?: true;
  /** It stops over words behind its options; `attributes`: it takes `name=value` words, `argv=` the last of them. */
  readonly operands: 'refused' | 'ignored' | 'attributes';
  /** Of `operands: 'attributes'`: the names that it knows. */
  readonly attributes?: readonly string[];
  /** What it does needs files outside of the queue directory. */
  readonly outside?: true;
}

const plain: PostfixDaemon = { operands: 'refused' };
const solitary: PostfixDaemon = { operands: 'refused', limit: 1 };
const unlimited: PostfixDaemon = { operands: 'refused', limit: 0 };

/** By the name in the command field. */
export const POSTFIX_DAEMONS: ReadonlyMap<string, PostfixDaemon> = new Map<string, PostfixDaemon>([
  ['anvil', solitary],
  ['bounce', unlimited],
  ['cleanup', unlimited],
  ['discard', plain],
  ['dnsblog', unlimited],
  ['error', plain],
  ['flush', unlimited],
  ['lmtp', { operands: 'ignored' }],
  ['local', { operands: 'refused', privileged: true, outside: true }],
  ['nqmgr', solitary],
  ['oqmgr', solitary],
  ['pickup', solitary],
  [
    'pipe',
    {
      operands: 'attributes',
      attributes: ['flags', 'user', 'directory', 'chroot', 'eol', 'null_sender', 'size', 'argv'],
      privileged: true,
      outside: true,
    },
  ],
  ['postlogd', solitary],
  ['postscreen', { operands: 'ignored', limit: 1 }],
  ['proxymap', { operands: 'refused', outside: true }],
  ['qmgr', solitary],
  ['qmqpd', plain],
  ['scache', solitary],
  ['showq', plain],
  ['smtp', { operands: 'ignored' }],
  ['smtpd', plain],
  ['spawn', { operands: 'attributes', attributes: ['user', 'argv'], privileged: true, outside: true }],
  ['tlsmgr', solitary],
  ['tlsproxy', unlimited],
  ['trivial-rewrite', plain],
  ['verify', solitary],
  ['virtual', { operands: 'refused', privileged: true, outside: true }],
]);

/** The letters of pipe's `flags=`. */
export const PIPE_FLAGS = 'BDFORXhqu.>';
