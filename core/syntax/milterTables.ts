// The tables of milters by the names of their files alone, for copies that lie elsewhere than on the server.

/** The languages of the files that opendmarc.conf and opendkim.conf name. */
export type TableLanguage = 'opendkim-keytable' | 'opendkim-signingtable' | 'mail-hosts';

const KEYWORDS: Readonly<Record<string, TableLanguage>> = {
  externalignorelist: 'mail-hosts',
  ignorehosts: 'mail-hosts',
  internalhosts: 'mail-hosts',
  keytable: 'opendkim-keytable',
  peerlist: 'mail-hosts',
  signingtable: 'opendkim-signingtable',
};

/** How many settings are looked through. */
const MOST_LINES = 2000;

/**
 * The files that an opendmarc.conf or opendkim.conf names, and what they are.
 * @returns the languages by the files' names, without folders: a copy in a workspace lies elsewhere than on the server
 */
export function namedTables(text: string): ReadonlyMap<string, TableLanguage> {
  const found = new Map<string, TableLanguage>();
  for (const line of text.split('\n', MOST_LINES)) {
    const [, keyword = '', path = ''] =
      /^[ \t]*(\w+)[ \t]+(?:(?:re)?file:)?([^\s#]*\/[^\s#,]*)/i.exec(line) ?? [];
    const language = KEYWORDS[keyword.toLowerCase()];
    const name = path.slice(path.lastIndexOf('/') + 1);
    // A network in a list of hosts has a slash as well.
    if (language !== undefined && /^[^\d]|^\d+[^\d.]/.test(name)) found.set(name, language);
  }
  return found;
}
