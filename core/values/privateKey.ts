/** How PEM and its kin begin or end a private key, with blanks or dashes lost on the way, or blanks written as `\032`. */
const ARMOUR =
  /(?:BEGIN|END)[A-Z0-9\s_\\-]{0,40}PRIVATE[\s_\\0-9-]{0,6}KEY|PuTTY-User-Key-File|Private-Lines:/i;

/**
 * How a private key begins in Base64, whatever its length; the letters follow from the DER that comes first.
 * - `MII???IBAA[I-L]`, `MI[E-H]?AgEAA`: RSAPrivateKey, a version 0 and a modulus
 * - `MII???IBADAN`, `MI[E-H]?AgEAM`, `M[A-H]?CAQAw`, `M[A-H]?CAQEw`: PrivateKeyInfo
 * - `M[A-H]?CAQEE`, `MI[E-H]?AgEBB`: ECPrivateKey
 * - `MII???B?BgkqhkiG9w0BBQ`: EncryptedPrivateKeyInfo with PKCS #5
 * - `b3BlbnNzaC1rZXktdjEA`: `openssh-key-v1`
 */
const BEGINNING =
  /(?:^|[^A-Za-z0-9+/])n?(?:MII[\w+/]{3}IBA(?:A[I-L]|DA[A-Z])|MI[E-H][\w+/]AgE(?:AA|AM|BB|BM)|M[A-H][\w+/]CAQ(?:Aw|Ew|EE)|MI[EI][\w+/]{1,3}B[\w+/]BgkqhkiG9w0BBQ|b3BlbnNzaC1rZXktdjEA)/;

/** The letters that each beginning has, whatever stands between them: most texts lack one, and need no more reading. */
const LETTERS = ['MIBA', 'MIAgE', 'MCAQ', 'MIBgkqhiG9w0Q', 'b3BlnNzaC1rZXktdjEA'].map((all) => all.split(''));

/** Whether a text cannot hold a private key for want of letters. */
function lacksLetters(text: string): boolean {
  return !LETTERS.some((all) => all.every((letter) => text.includes(letter)));
}

/** Whether a text holds a word of the armour, in any case. */
function hasArmourWord(text: string): boolean {
  const lower = text.toLowerCase();
  return lower.includes('private') || lower.includes('putty');
}

/**
 * Whether a text holds a private key or a good part of one. Such text must never be shown again: not in a message, a
 * hover, a completion or a log.
 */
export function holdsPrivateKey(text: string): boolean {
  if (text.length < 20) return false;
  if (hasArmourWord(text) && ARMOUR.test(text)) return true;
  if (lacksLetters(text)) return false;
  if (BEGINNING.test(text)) return true;
  // Blanks and quotes inside of the first letters, as a copy from a terminal has them.
  const tight = /[\s"'\\]/.test(text)
    ? text.replace(/([A-Za-z0-9+/])[\s"'\\]+(?=[A-Za-z0-9+/])/g, '$1')
    : text;
  return tight !== text && BEGINNING.test(tight);
}
