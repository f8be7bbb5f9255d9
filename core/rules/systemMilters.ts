// How Postfix and its milters find each other, for the rules about the mail system.
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { ConfigurationFiles, Elsewhere, MailSystem } from '../model/mailSystem';
import type { Member } from '../model/model';
import type { Span } from '../text/span';
import {
  joinedPath,
  mayBeSamePort,
  placeInMilter,
  placeInPostfix,
  type MilterPlace,
} from '../values/milterPlace';
import { listWords } from '../values/words';
import { effectiveSetting } from './keywordFiles';
import { written } from './keywordSettings';
import { countingSetting, expanded, valueOf } from './mainCfValues';
import { fieldsOf } from './masterServices';
import { valuePart } from './postfixSettings';

export type MasterFile = ConfigurationFiles['postfix-master'];

export type MilterParameter = 'smtpd_milters' | 'non_smtpd_milters';

export const MILTER_PARAMETERS: readonly MilterParameter[] = Object.freeze([
  'smtpd_milters',
  'non_smtpd_milters',
] as const);

/** A milter that main.cf names. */
export interface NamedMilter {
  readonly parameter: MilterParameter;
  readonly member: Member<Setting>;
  /** Counted from the setting's beginning. */
  readonly span: Span;
  /** As Postfix reads it: `inet:localhost:8891`. */
  readonly text: string;
  readonly place: MilterPlace | undefined;
}

/** The milters of a main.cf, in order; undefined where they cannot be told from the file. */
export function namedMilters(file: ConfigurationFile, parameter: MilterParameter): NamedMilter[] | undefined {
  const member = countingSetting(file, parameter);
  if (member === undefined) return [];
  const found: NamedMilter[] = [];
  for (const word of listWords(member.value.value.text)) {
    const text = expanded(file, word.text);
    if (text === undefined) return undefined;
    const inBraces = /^\{\s*([^\s,{}]+)/.exec(word.text);
    const start = word.span.start + (inBraces === null ? 0 : inBraces[0].length - inBraces[1]!.length);
    const end = inBraces === null ? word.span.end : start + inBraces[1]!.length;
    const span = valuePart(member.value, { start, end });
    for (const each of milterWords(text)) {
      found.push({ parameter, member, span, text: each, place: placeInPostfix(each) });
    }
  }
  return found;
}

/** The endpoints of a list; of a group in braces its first word. */
export function milterWords(text: string): string[] {
  return listWords(text).map((word) => /^\{\s*([^\s,{}]*)/.exec(word.text)?.[1] ?? word.text);
}

export type DaemonKind = 'opendkim' | 'opendmarc';

/** A daemon, and where it listens. */
export interface Daemon {
  readonly kind: DaemonKind;
  readonly program: string;
  /** As its file writes it. */
  readonly socket: string;
  readonly place: MilterPlace;
  readonly setting: Member<Setting>;
}

const PROGRAMS: Readonly<Record<DaemonKind, string>> = { opendkim: 'OpenDKIM', opendmarc: 'OpenDMARC' };

/** Where a configuration says that its daemon listens. */
export function daemonIn(kind: DaemonKind, file: ConfigurationFile): Daemon | undefined {
  const setting = effectiveSetting(file, 'Socket');
  const socket = setting && written(setting.value);
  const place = socket === undefined ? undefined : placeInMilter(socket);
  if (setting === undefined || socket === undefined || place === undefined) return undefined;
  return { kind, program: PROGRAMS[kind], socket, place, setting };
}

/** A daemon in another document. */
export interface OpenDaemon extends Daemon {
  /** Its Socket. */
  readonly elsewhere: Elsewhere;
}

/** The other open daemons. */
export function openDaemons(system: MailSystem): OpenDaemon[] {
  const daemons = (kind: DaemonKind): OpenDaemon[] =>
    system.configurations(kind).flatMap((configuration) => {
      const daemon = daemonIn(kind, configuration.file);
      if (daemon === undefined) return [];
      const { anchor, value } = daemon.setting;
      return [{ ...daemon, elsewhere: configuration.place(anchor, value.valueSpan) }];
    });
  return [...daemons('opendkim'), ...daemons('opendmarc')];
}

/** Whether the process that asks a parameter's milters is chrooted; undefined where no open master.cf says. */
export function isChrooted(master: MasterFile | undefined, parameter: MilterParameter): boolean | undefined {
  const command = parameter === 'smtpd_milters' ? 'smtpd' : 'cleanup';
  const states = (master?.services ?? []).flatMap(({ value }) => {
    const fields = fieldsOf(value);
    return fields?.command.text === command ? [fields.chroot.text === 'y'] : [];
  });
  return states.length === 0 || new Set(states).size > 1 ? undefined : states[0];
}

/** The master.cf that belongs to a main.cf: the nearest that is open. */
export function masterBeside(system: MailSystem): MasterFile | undefined {
  return system.configurations('postfix-master')[0]?.file;
}

/** The folder in which Postfix's processes run, and to which they are chrooted. */
export function queueDirectory(main: ConfigurationFile): string {
  return valueOf(main, 'queue_directory') ?? '/var/spool/postfix';
}

/** Where Postfix looks for a milter's socket; both places where it is not known whether it is chrooted. */
export function pathsOf(path: string, main: ConfigurationFile, chrooted: boolean | undefined): string[] {
  const below = joinedPath(queueDirectory(main), path);
  if (!path.startsWith('/') || chrooted === true) return [below];
  return chrooted === false ? [path] : [path, below];
}

/** Whether a milter that main.cf names may be a daemon. */
export function meets(
  { place, parameter }: Pick<NamedMilter, 'place' | 'parameter'>,
  daemon: Daemon,
  main: ConfigurationFile,
  master: MasterFile | undefined,
): boolean {
  if (place?.kind !== 'unix' || daemon.place.kind !== 'unix') {
    return place !== undefined && mayBeSamePort(place, daemon.place);
  }
  return pathsOf(place.path, main, isChrooted(master, parameter)).includes(daemon.place.path);
}

/** Which daemon a milter is by what it is called: `unix:opendkim/opendkim.sock`. */
export function calledLike(text: string): DaemonKind | undefined {
  if (/dmarc/i.test(text)) return 'opendmarc';
  return /dkim/i.test(text) ? 'opendkim' : undefined;
}

/** Whether both name the same path, though Postfix may look for it elsewhere. */
export function isAtDaemonsPath(place: MilterPlace | undefined, daemon: Daemon): boolean {
  return place?.kind === 'unix' && daemon.place.kind === 'unix' && place.path === daemon.place.path;
}

/** A milter that some process of Postfix asks. */
export type CalledMilter = Pick<NamedMilter, 'place' | 'parameter'>;

/**
 * The milters of main.cf and those that services of master.cf have in their place; undefined where they cannot be told
 * from the files.
 */
export function calledMilters(
  main: ConfigurationFile,
  master: MasterFile | undefined,
): CalledMilter[] | undefined {
  const found: CalledMilter[] = [];
  for (const parameter of MILTER_PARAMETERS) {
    const texts = [valueOf(main, parameter), ...overridden(main, master, parameter)];
    for (const text of texts) {
      if (text === undefined) return undefined;
      for (const word of milterWords(text)) found.push({ parameter, place: placeInPostfix(word) });
    }
  }
  return found;
}

/** What services of master.cf set a parameter to. */
function overridden(
  main: ConfigurationFile,
  master: MasterFile | undefined,
  parameter: string,
): (string | undefined)[] {
  return (master?.services ?? []).flatMap(({ value: { indented, options } }) =>
    options.flatMap(({ setting }) =>
      indented || setting?.name !== parameter ? [] : [expanded(main, setting.value.text)],
    ),
  );
}
