/**
 * The public page of a reference as rules state it, for editors and reports that show a link.
 * @param references such as `RFC 9989 §4.7`, `postconf(5) smtpd_milters`; of several (joined by `; `) the first that
 * has a page
 * @returns undefined where none has
 */
export function referenceUrl(references: string): string | undefined {
  return references
    .split('; ')
    .map(urlOf)
    .find((url) => url !== undefined);
}

function urlOf(reference: string): string | undefined {
  const rfc = /^RFC (\d+)(?: (?:§|Section )([A-Z]?[\d.]*\d|[A-Z]))?/.exec(reference);
  if (rfc !== null) {
    const [, number, section] = rfc;
    const page = `https://www.rfc-editor.org/rfc/rfc${number!}`;
    if (section === undefined) return page;
    return `${page}#${/^[A-Z]/.test(section) ? 'appendix' : 'section'}-${section}`;
  }
  if (/^draft-[a-z0-9-]+$/.test(reference)) return `https://datatracker.ietf.org/doc/${reference}/`;
  const manual = /^([a-z][a-z0-9_.-]*)\((\d)\)(?: ([A-Za-z0-9_]+))?$/.exec(reference);
  if (manual === null) return undefined;
  const [, name, chapter, parameter] = manual;
  if (postfixManuals.has(name!)) {
    return `https://www.postfix.org/${name!}.${chapter!}.html${parameter === undefined ? '' : `#${parameter}`}`;
  }
  return debianManuals.has(name!) ? `https://manpages.debian.org/${name!}.${chapter!}` : undefined;
}

/** Manual pages that stand on Postfix's own site. */
const postfixManuals = new Set(['postconf', 'master', 'smtpd', 'cleanup', 'access', 'header_checks']);

/** Manual pages of programs whose own sites are gone. */
const debianManuals = new Set(['opendmarc.conf', 'opendmarc', 'opendkim.conf', 'opendkim']);
