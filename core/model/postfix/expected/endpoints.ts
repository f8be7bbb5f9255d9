import { POSTFIX_ENUMERATIONS } from '../../../facts/postfixEnumerations';
import { MILTER_OPTIONS, POLICY_OPTIONS, type ServiceOption } from '../../../facts/postfixServiceOptions';
import type { Candidate, Expectation } from '../../../text/cursor';
import { message, type Message } from '../../../text/message';
import { compareVersions } from '../../../values/version';
import { pathIn } from './paths';
import type { ValuePlace } from './place';

/** Where a service is reached, with who it is. */
function endpoint(label: string, en: string, ja: string): Candidate {
  return { label, kind: 'value', detail: message({ en, ja }) };
}

const USUAL_MILTERS: readonly Candidate[] = [
  endpoint('inet:localhost:8891', 'OpenDKIM’s usual port', 'OpenDKIM でよく使うポート'),
  endpoint('inet:localhost:8893', 'OpenDMARC’s usual port', 'OpenDMARC でよく使うポート'),
  endpoint('unix:opendkim/opendkim.sock', 'a socket below queue_directory', 'queue_directory の下のソケット'),
  endpoint(
    'unix:opendmarc/opendmarc.sock',
    'a socket below queue_directory',
    'queue_directory の下のソケット',
  ),
];

/** What may be written in a list of milters. */
export function miltersExpected(place: ValuePlace): Expectation | undefined {
  const { groups, name } = place;
  if (groups === undefined || groups.length > 1) return undefined;
  const open = openMilters(place);
  const known = new Set(open.map(({ label }) => label));
  const all = [...open, ...USUAL_MILTERS.filter(({ label }) => !known.has(label))];
  if (groups.length === 1) return inGroup(place, all, MILTER_OPTIONS);
  const itself =
    name === 'non_smtpd_milters' ? [{ label: '$smtpd_milters', kind: 'reference' } as const] : [];
  return endpointExpected(place, [
    ...itself,
    ...all,
    ...braces(place, 'inet:localhost:8891', 'connect_timeout=10s'),
  ]);
}

/** What check_policy_service may be given. */
export function policyExpected(place: ValuePlace, inBraces: boolean): Expectation | undefined {
  const services = masterServices(place)
    .filter(({ type, command }) => type === 'unix' && command === 'spawn')
    .map(({ name }) => endpoint(`unix:private/${name}`, 'a service of master.cf', 'master.cf のサービス'));
  const all: Candidate[] = [
    ...services,
    {
      label: 'inet:host:port',
      kind: 'value',
      insert: 'inet:${1:127.0.0.1}:${2:port}',
      snippet: true,
      detail: message({ en: 'a server at a TCP port', ja: 'TCP ポートで待つサーバー' }),
    },
    ...(services.length > 0
      ? []
      : [
          endpoint(
            'unix:private/policyd-spf',
            'what an SPF policy service is usually called in master.cf',
            'SPF ポリシーサービスの master.cf での一般的な名前',
          ),
        ]),
  ];
  if (inBraces) return inGroup(place, all, POLICY_OPTIONS);
  return endpointExpected(place, [...all, ...braces(place, 'unix:private/policyd-spf', 'timeout=10s')]);
}

function endpointExpected(place: ValuePlace, candidates: readonly Candidate[]): Expectation | undefined {
  const { typed, rest } = place;
  const path = /^unix:(\/.*)$/is.exec(typed)?.[1];
  return path === undefined
    ? { replace: place.span(typed.length, rest.length), candidates }
    : pathIn(place, path);
}

/** `{ endpoint, name=value }`, which Postfix has since 3.0. */
function braces({ version, rest }: ValuePlace, where: string, option: string): Candidate[] {
  if (compareVersions(version, '3.0') < 0 || rest !== '') return [];
  return [
    {
      label: '{ … }',
      kind: 'value',
      insert: `{ \${1:${where}}, \${2:${option}} }`,
      snippet: true,
      detail: message({ en: 'with limits of its own', ja: '個別の設定付き' }),
    },
  ];
}

/** Inside of the braces: first the endpoint, then options. */
function inGroup(
  place: ValuePlace,
  endpoints: readonly Candidate[],
  options: ReadonlyMap<string, ServiceOption>,
): Expectation | undefined {
  const { typed, rest, words } = place;
  if (words.length === 0) return endpointExpected(place, endpoints);
  const equals = typed.indexOf('=');
  if (equals >= 0) {
    const values = optionValues(typed.slice(0, equals), options === MILTER_OPTIONS);
    if (values.length === 0) return undefined;
    return { replace: place.span(typed.length - equals - 1, rest.length), candidates: values };
  }
  const given = new Set(words.map((word) => word.split('=', 1)[0]));
  const tail = /^\w*=?/.exec(rest)![0];
  return {
    replace: place.span(typed.length, tail.length),
    candidates: [...options.values()]
      .filter(({ name }) => !given.has(name))
      .map(({ name, means }) => ({
        label: `${name}=`,
        kind: 'parameter',
        detail: message(means),
        documentation: message(means),
        again: true,
      })),
  };
}

function optionValues(option: string, ofMilter: boolean): Candidate[] {
  if (!ofMilter) {
    if (option !== 'default_action') return [];
    return ['DUNNO', 'DEFER_IF_PERMIT'].map((label) => ({ label, kind: 'value' }));
  }
  const known = POSTFIX_ENUMERATIONS.get(`milter_${option}`)?.values ?? [];
  return known.map(({ name, means }) => ({ label: name, kind: 'value', detail: message(means) }));
}

/** The sockets of the milters whose configurations are open, as Postfix writes them: OpenDKIM before OpenDMARC. */
function openMilters({ view }: ValuePlace): Candidate[] {
  const system = view.around?.().system;
  if (system === undefined) return [];
  const programs = [
    ['opendkim', 'OpenDKIM'],
    ['opendmarc', 'OpenDMARC'],
  ] as const;
  return programs.flatMap(([kind, program]) =>
    system.configurations(kind).flatMap(({ file }): Candidate[] => {
      const socket = file.byName.get('socket')?.at(-1)?.value.value.text;
      const label = socket === undefined ? undefined : endpointOf(socket);
      return label === undefined ? [] : [{ label, kind: 'value', detail: socketDetail(program) }];
    }),
  );
}

function socketDetail(program: string): Message {
  return message(
    { en: 'the Socket of the {program} that is open here', ja: '開いている {program} の設定の Socket' },
    { program },
  );
}

/** Where Postfix keeps what a service in a chroot can see. */
const QUEUE = '/var/spool/postfix/';

/**
 * A milter's own socket in the form of Postfix; undefined where it is none. A path below the queue directory counts
 * from there, which is right inside of a chroot and outside.
 */
export function endpointOf(socket: string): string | undefined {
  const network = /^inet6?:(\d+|[a-z][\w-]*)(?:@([^\s,{}$@]+))?$/i.exec(socket.trim());
  if (network !== null) {
    const [, port = '', host = 'localhost'] = network;
    const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
    return `inet:${name}:${port}`;
  }
  const path = /^(?:(?:local|unix):)?(\/[^\s,{}$]+)$/i.exec(socket.trim())?.[1];
  if (path === undefined) return undefined;
  return `unix:${path.startsWith(QUEUE) && path.length > QUEUE.length ? path.slice(QUEUE.length) : path}`;
}

/** A service of the master.cf that is open beside a main.cf. */
export interface OpenService {
  readonly name: string;
  readonly type: string;
  readonly command: string;
}

/** The services of the document itself, or of the nearest open master.cf; each name once. */
export function masterServices({ view }: ValuePlace): OpenService[] {
  const master = view.around?.().system.configurations('postfix-master')[0]?.file;
  const services = view.services ?? master?.services.map(({ value }) => value) ?? [];
  const found = new Map<string, OpenService>();
  for (const value of services) {
    const [name = '', type = '', , , , , , command = ''] = value.fields.map(({ text }) => text);
    if (value.indented || command === '' || /[\s,{}$:]/.test(name)) continue;
    found.set(`${name}/${type}`, { name, type, command });
  }
  return [...found.values()];
}
