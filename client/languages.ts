/** The languages that the extension serves, as `contributes.languages` names them. */
export const LANGUAGES = [
  'dns-zone',
  'postfix-main',
  'postfix-master',
  'postfix-table',
  'postfix-aliases',
  'postfix-patterns',
  'postfix-networks',
  'opendmarc',
  'opendkim',
  'opendkim-keytable',
  'opendkim-signingtable',
  'mail-hosts',
  'mta-sts-policy',
] as const;

/** Their documents, wherever they lie: on disk, in a repository of the web, not yet saved. */
export const SELECTOR = LANGUAGES.map((language) => ({ language }));

/** Whether a document's language is one of ours. */
export function isOurs(languageId: string): boolean {
  return LANGUAGES.some((ours) => ours === languageId);
}
