/** The folders that the files of a daemon live in, the configuration's own first; each ends with `/`. */
export interface Homes {
  /** Where the daemon looks for the configuration itself. */
  readonly own: string;
  /** Where the files are that it names, as a rule. */
  readonly usual: string;
}

const POSTFIX: Homes = { own: '/etc/postfix/', usual: '/etc/postfix/' };
const OPENDKIM: Homes = { own: '/etc/', usual: '/etc/opendkim/' };
const OPENDMARC: Homes = { own: '/etc/', usual: '/etc/opendmarc/' };
const OPENDKIM_TABLE: Homes = { own: '/etc/opendkim/', usual: '/etc/opendkim/' };

/** Where the files of each language's daemon live; undefined for languages that name no files of a machine. */
export function homesOf(language: string): Homes | undefined {
  switch (language) {
    case 'postfix-main':
    case 'postfix-master':
      return POSTFIX;
    case 'opendkim':
      return OPENDKIM;
    case 'opendmarc':
      return OPENDMARC;
    case 'opendkim-keytable':
    case 'opendkim-signingtable':
      return OPENDKIM_TABLE;
    default:
      return undefined;
  }
}

/**
 * Where a folder of the machine may lie that a configuration is for, the surest first: in a copy of the machine's
 * files; in a copy of the folder that the configuration lives in; beside the configuration; at its own path.
 * @param folder absolute, ends with `/`
 * @param configuration the configuration's own path, with `/`
 */
export function placesOfFolder(folder: string, homes: Homes, configuration: string): string[] {
  const beside = configuration.slice(0, configuration.lastIndexOf('/') + 1);
  const places: string[] = [];
  const etc = configuration.lastIndexOf('/etc/');
  // At 0 this is the machine itself.
  if (etc > 0) places.push(configuration.slice(0, etc) + folder);
  if (etc < 0) {
    for (const home of [homes.own, homes.usual]) {
      if (folder.startsWith(home)) places.push(beside + folder.slice(home.length));
    }
  }
  places.push(folder);
  return [...new Set(places)];
}

/** What of the way to a daemon's files lies in a folder: `etc/` in `/`, `postfix/` in `/etc/`. */
export function wayHome(folder: string, { usual }: Homes): string[] {
  if (!usual.startsWith(folder) || usual === folder) return [];
  return [usual.slice(folder.length, usual.indexOf('/', folder.length) + 1)];
}
