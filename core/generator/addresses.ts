import type { Message } from '../text/message';
import { message } from '../text/message';
import { parseReportUris, type ReportUri } from '../values/mailtoUri';

/** The addresses in a typed list: commas, semicolons or blanks between, `mailto:` or not. */
function typedAddresses(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((address) => address.replace(/^mailto:/i, ''))
    .filter((address) => address !== '');
}

/** An address as a `mailto:` URI: what has a meaning in URIs or tag lists is percent-encoded (RFC 6068 §2). */
function mailtoUri(address: string): string {
  const at = address.lastIndexOf('@');
  const mailbox = address
    .slice(0, at)
    .replace(/[^\w.~+*'$-]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return `mailto:${mailbox}${address.slice(at)}`;
}

/** The value of `rua` or `ruf` for a typed list of addresses; empty where there are none. */
export function mailtoList(text: string): string {
  return typedAddresses(text).map(mailtoUri).join(',');
}

/** Report URIs as a list of plain addresses. */
export function addressesOf(uris: readonly ReportUri[]): string {
  return uris
    .map(({ address }) =>
      address.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
    .join(', ');
}

/** What is wrong with a typed list of addresses; an empty one will do. */
export function addressComplaint(text: string): Message | undefined {
  for (const address of typedAddresses(text)) {
    const at = address.lastIndexOf('@');
    // RFC 5322 §3.2.3: a dot-atom; quoted mailboxes are for nobody who wants to get mail.
    const mailbox = address.slice(0, Math.max(0, at));
    const sound = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(mailbox);
    const uri = sound ? parseReportUris(mailtoUri(address))[0] : undefined;
    if (uri?.problem === undefined && uri !== undefined && mailbox.length <= 64) continue;
    return message(
      {
        en: '“{address}” is no mail address. Write mailbox@domain; separate several with commas.',
        ja: '「{address}」はメールアドレスではありません。メールボックス@ドメイン の形で入力してください。複数の場合はカンマで区切ります。',
      },
      { address },
    );
  }
  return undefined;
}
