/**
 * A name of a master file made absolute for looking it up and comparing: with the final dot, ASCII letters in lower
 * case (RFC 4343), escapes as written, nothing checked. `@` is the origin (RFC 1035 §5.1). It is made for every
 * record of a block, so it does no more than it must; core/values/domainName reads names to the letter.
 * @param written as the source has it
 * @param origin absolute, with final dot
 */
export function comparableName(written: string, origin: string): string {
  if (written === '@') return lower(origin);
  const name = lower(written);
  if (endsWithDot(name)) return name;
  return origin === '.' ? `${name}.` : `${name}.${lower(origin)}`;
}

/** Whether a written name is absolute: its last dot is no escaped one. */
export function endsWithDot(name: string): boolean {
  if (!name.endsWith('.')) return false;
  let escapes = 0;
  while (name.charCodeAt(name.length - 2 - escapes) === 92) escapes++;
  return escapes % 2 === 0;
}

function lower(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}
