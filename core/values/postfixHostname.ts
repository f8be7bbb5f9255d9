/** What is wrong with a host name. */
export type HostnameProblem = 'bad-character' | 'misplaced' | 'too-long' | 'numeric';

/** Judges a host name as Postfix's valid_hostname() does: letters, digits, `_`, and `-` and `.` inside. */
export function postfixHostnameProblem(name: string): HostnameProblem | undefined {
  if (/[^A-Za-z0-9_.-]/.test(name)) return 'bad-character';
  const labels = name.split('.');
  if (labels.some((label) => label === '' || label.startsWith('-') || label.endsWith('-')))
    return 'misplaced';
  if (labels.some((label) => label.length > 63) || name.length > 255) return 'too-long';
  return /^[0-9.]+$/.test(name) ? 'numeric' : undefined;
}

/** `[1;3..5]` or a number, for one octet of an address. */
const OCTET = String.raw`(?:\d{1,3}|\[\d{1,3}(?:\.\.\d{1,3})?(?:;\d{1,3}(?:\.\.\d{1,3})?)*\])`;
const SITE = new RegExp(String.raw`^([^=*]*)(?:=(${OCTET}(?:\.${OCTET}){3}))?(?:\*([+-]?\d+))?$`);

/** Whether Postfix's postscreen takes the word for a DNS list: `domain=d.d.d.d*weight`. */
export function isDnsblSite(word: string): boolean {
  const [whole, domain = '', filter = ''] = SITE.exec(word) ?? [];
  if (whole === undefined || postfixHostnameProblem(domain) !== undefined) return false;
  return [...filter.matchAll(/\d+/g)].every(([octet]) => Number(octet) <= 255);
}
