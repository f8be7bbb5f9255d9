import type { Localized } from '../text/message';

/** What a signer needs to use a new key: lines for one of its files. */
export interface SigningLines {
  readonly file: 'opendkim.conf' | 'KeyTable' | 'SigningTable';
  readonly lines: string;
  /** When these lines are the ones that are wanted. */
  readonly note: Localized;
}

/** A key of which the private half lies in a file. */
export interface KeyInFile {
  /** Without final dot. */
  readonly domain: string;
  readonly selector: string;
  /** The private key's path, as the signer sees it. */
  readonly path: string;
}

/**
 * The lines that make OpenDKIM sign with a key. opendkim.conf for one domain and key; KeyTable and SigningTable for
 * several (opendkim.conf(5), opendkim(8)).
 * @returns undefined where the path cannot stand in these files: they split at blanks and at `:`, and `#` ends a line
 */
export function signingLines({ domain, selector, path }: KeyInFile): readonly SigningLines[] | undefined {
  if (/[\s:#,%"\\]|[^\x21-\x7e]/.test(path) || path === '') return undefined;
  const name = `${selector}._domainkey.${domain}`;
  return [
    {
      file: 'opendkim.conf',
      lines: `Domain\t${domain}\nSelector\t${selector}\nKeyFile\t${path}\n`,
      note: { en: 'Where this is the only key.', ja: '鍵がこれだけの場合。' },
    },
    {
      file: 'KeyTable',
      lines: `${name} ${domain}:${selector}:${path}\n`,
      note: {
        en: 'Where opendkim.conf names a KeyTable, together with the SigningTable.',
        ja: 'opendkim.conf に KeyTable がある場合(SigningTable とともに)。',
      },
    },
    {
      file: 'SigningTable',
      lines: `*@${domain} ${name}\n`,
      note: {
        en: 'For a SigningTable of the type refile:, which knows wildcards.',
        ja: 'ワイルドカードの使える refile: 形式の SigningTable の場合。',
      },
    },
  ];
}
