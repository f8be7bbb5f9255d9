import { message, type Localized, type Message } from '../text/message';
import { httpsUriProblem } from '../values/httpsUri';
import { asciiMailbox } from '../values/internationalDomain';
import { asciiUri } from './names';
import { parseReportUris, type ReportUri } from '../values/mailtoUri';

/**
 * The addresses in a typed list: commas, semicolons or blanks between, `mailto:` or not. Internationalised domains
 * come in the form of the DNS.
 */
function typedAddresses(text: string): string[] {
  return text
    .split(/[\s,;、，；]+/u)
    .map((address) => address.replace(/^mailto:/i, ''))
    .map((address) => (isHttps(address) ? asciiUri(address) : (asciiMailbox(address) ?? address)))
    .filter((address) => address !== '');
}

/** Whether a member of a list is meant as a web address. */
function isHttps(address: string): boolean {
  return /^https?:/i.test(address);
}

/** An address as a `mailto:` URI: what has a meaning in URIs or tag lists is percent-encoded (RFC 6068 §2). */
function mailtoUri(address: string): string {
  const at = address.lastIndexOf('@');
  const mailbox = address
    .slice(0, at)
    .replace(/[^\w.~+*'$-]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return `mailto:${mailbox}${address.slice(at).toLowerCase()}`;
}

/** A web address as it may stand in a list of URIs, where `!` and `,` separate (RFC 9989 §4.7). */
function httpsUri(address: string): string {
  return address.replaceAll('!', '%21');
}

/** The value of `rua` or `ruf` for a typed list of addresses; empty where there are none. */
export function reportUriList(text: string): string {
  return typedAddresses(text)
    .map((address) => (isHttps(address) ? httpsUri(address) : mailtoUri(address)))
    .join(',');
}

/** Report URIs as a list of plain addresses and web addresses. */
export function reportUriAnswers(uris: readonly ReportUri[]): string {
  return uris
    .filter(({ problem }) => problem === undefined)
    .map(({ scheme, address, text }) =>
      scheme === 'https'
        ? text
        : address.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
    .join(', ');
}

/**
 * What is wrong with a typed list of addresses; an empty one will do.
 * @param https whether web addresses will do as well
 */
export function addressComplaint(text: string, https = false): Message | undefined {
  for (const address of typedAddresses(text)) {
    if (https && isHttps(address)) {
      if (httpsUriProblem(address) === undefined) continue;
      return httpsUriComplaint(address);
    }
    if (isAddress(address)) continue;
    if (/[^\0-\x7f]/.test(address.slice(0, Math.max(0, address.lastIndexOf('@'))))) {
      return message(BEYOND_ASCII, { address });
    }
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

const BEYOND_ASCII: Localized = {
  en: 'The mailbox of “{address}” is beyond ASCII: to deliver there, whoever sends reports needs SMTPUTF8 (RFC 6531), which few have. Name a mailbox in ASCII; its domain may be internationalised and is written as xn--….',
  ja: '「{address}」の @ より前に ASCII 以外の文字があります。配送にはレポート送信側の SMTPUTF8 対応 (RFC 6531) が必要ですが、対応は限られています。英数字のメールボックスを指定してください。@ より後ろは国際化ドメイン名でもよく、xn--… の形で書かれます。',
};

function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  // RFC 5322 §3.2.3: a dot-atom; quoted mailboxes are for nobody who wants to get mail.
  const mailbox = address.slice(0, Math.max(0, at));
  if (!/^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(mailbox)) return false;
  const uri = parseReportUris(mailtoUri(address))[0];
  return uri !== undefined && uri.problem === undefined && mailbox.length <= 64;
}

/** That a text is no web address that a program could fetch. */
export function httpsUriComplaint(text: string): Message {
  return message(
    {
      en: '“{text}” is no web address that works here. Write it whole, beginning with https://.',
      ja: '「{text}」は使えない URL です。https:// から始まる URL 全体を入力してください。',
    },
    { text: text.trim() },
  );
}
