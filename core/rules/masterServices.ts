// What several rules about master.cf need.
import { POSTFIX_DAEMONS, type PostfixDaemon } from '../facts/postfixDaemons';
import { MASTER_FIELDS, type MasterService, type MasterWord } from '../syntax/masterCf';

/** The fields of a service by what they say (master(5)). */
export interface MasterFields {
  readonly service: MasterWord;
  readonly type: MasterWord;
  readonly private: MasterWord;
  readonly unprivileged: MasterWord;
  readonly chroot: MasterWord;
  readonly wakeup: MasterWord;
  readonly limit: MasterWord;
  readonly command: MasterWord;
}

/** The fields of a service that Postfix reads and that has them all. */
export function fieldsOf({ indented, fields }: MasterService): MasterFields | undefined {
  if (indented || fields.length < MASTER_FIELDS) return undefined;
  const [service, type, own, unprivileged, chroot, wakeup, limit, command] = fields as [
    ...Required<
      [MasterWord, MasterWord, MasterWord, MasterWord, MasterWord, MasterWord, MasterWord, MasterWord]
    >,
  ];
  return { service, type, private: own, unprivileged, chroot, wakeup, limit, command };
}

/** What is known of the daemon that a service runs; undefined for a program that is none of Postfix's own. */
export function daemonOf({ command }: MasterFields): PostfixDaemon | undefined {
  return POSTFIX_DAEMONS.get(command.text);
}

/** A field that begins with a digit is read as atoi() does: up to the first character that is none. */
export function leadingNumber(text: string): number | undefined {
  const digits = /^\d+/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits);
}
