import type { Message } from '../text/message';
import { message } from '../text/message';
import { isMailDomain, plainName } from '../values/domainName';
import { asciiMailbox } from '../values/internationalDomain';
import { parseIp, type IpAddress } from '../values/ipAddress';
import type { Answers, Form, Question } from './form';

/** Whose mail is checked, ready to be asked about. */
export interface SpfQuestion {
  readonly ip: IpAddress;
  /** The domain in the form of the DNS; empty for the null reverse-path. */
  readonly mailFrom: string;
  readonly helo: string;
}

const ALWAYS = () => true;

/** The questions of “Check SPF for an Address”: keys `ip`, `from`, `helo`. */
const QUESTIONS: readonly Question[] = [
  {
    key: 'ip',
    kind: 'text',
    title: { en: 'IP address', ja: 'IP アドレス' },
    text: {
      en: 'Which address does the mail come from? It is the one that connects to the receiver’s mail server.',
      ja: 'どの IP アドレスから送信されたメールですか。受信側のメールサーバーに接続してくるアドレスです。',
    },
    asked: ALWAYS,
    proposal: () => '',
    example: '192.0.2.25, 2001:db8::25',
    complaint: addressComplaint,
  },
  {
    key: 'from',
    kind: 'text',
    title: { en: 'MAIL FROM', ja: 'MAIL FROM' },
    text: {
      en: 'Which envelope sender does it name? An address, or a domain alone; <> for a bounce, which has none.',
      ja: 'エンベロープの送信者 (MAIL FROM) は何ですか。メールアドレスかドメインを入力します。送信者のないバウンスメールは <> とします。',
    },
    asked: ALWAYS,
    proposal: () => '',
    example: 'user@example.com',
    complaint: senderComplaint,
  },
  {
    key: 'helo',
    kind: 'text',
    title: { en: 'HELO name', ja: 'HELO の名前' },
    text: {
      en: 'With which name does the client greet? It only counts for bounces and for records that use %{h}. Empty: the sender’s domain.',
      ja: '送信元は HELO/EHLO でどの名前を名乗りますか。バウンスメールと %{h} を使うレコードでだけ意味を持ちます。空にすると送信者のドメインを使います。',
    },
    asked: ALWAYS,
    proposal: () => '',
    example: 'mail.example.com',
    complaint: (text, answers) => heloComplaint(text, answers['from'] ?? ''),
  },
];

export const spfCheckForm: Form = Object.freeze({
  title: { en: 'Check SPF', ja: 'SPF の検査' },
  questions: QUESTIONS,
});

/**
 * The answers as they are asked about; or what is wrong with them, the first thing first.
 * @param answers `ip`; `from`: an address, with or without angle brackets, or a domain; `helo`, where it is empty the
 *   sender's domain: without a name of its own the client is taken to greet with that
 */
export function readSpfAnswers({ ip = '', from = '', helo = '' }: Answers): SpfQuestion | Message {
  const address = parseIp(ip.trim());
  if (address === undefined) return addressComplaint(ip)!;
  const complaint = senderComplaint(from) ?? heloComplaint(helo, from);
  if (complaint !== undefined) return complaint;
  const mailFrom = asciiMailbox(senderOf(from))!;
  const greeting = asciiMailbox(nameOf(helo))!;
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
  return { ip: address, mailFrom, helo: greeting === '' ? domain : greeting };
}

/** Whether {@link readSpfAnswers} gave a question. */
export function isSpfQuestion(read: SpfQuestion | Message): read is SpfQuestion {
  return 'ip' in read;
}

function senderOf(text: string): string {
  return plainName(
    text
      .trim()
      .replace(/^<(.*)>$/s, '$1')
      .trim(),
  );
}

function nameOf(text: string): string {
  return plainName(text.trim());
}

function addressComplaint(text: string): Message | undefined {
  const value = text.trim();
  if (parseIp(value) !== undefined) return undefined;
  if (value === '') {
    return message({
      en: 'Type an IPv4 or IPv6 address, such as 192.0.2.25.',
      ja: '192.0.2.25 のような IPv4 または IPv6 のアドレスを入力してください。',
    });
  }
  return message(
    {
      en: '“{value}” is no IP address: type a single one, without prefix length or port.',
      ja: '「{value}」は IP アドレスではありません。プレフィックス長やポートを付けずに、アドレスを 1 個だけ入力してください。',
    },
    { value },
  );
}

function senderComplaint(text: string): Message | undefined {
  const sender = senderOf(text);
  if (sender === '') {
    return text.includes('<')
      ? undefined
      : message({
          en: 'Type an address or a domain, such as user@example.com; <> for a bounce.',
          ja: 'user@example.com のようなメールアドレスかドメインを入力してください。バウンスメールは <> とします。',
        });
  }
  return domainComplaint(sender);
}

function heloComplaint(text: string, from: string): Message | undefined {
  const name = nameOf(text);
  if (name !== '') {
    // An address literal is a valid greeting, of which SPF has nothing to say.
    return /^\[.*\]$/s.test(name) ? undefined : domainComplaint(name);
  }
  return senderOf(from) === ''
    ? message({
        en: 'A bounce has no sender, so the HELO name is what SPF checks: type it.',
        ja: 'バウンスメールには送信者がないため、SPF は HELO の名前を検査します。名前を入力してください。',
      })
    : undefined;
}

function domainComplaint(mailbox: string): Message | undefined {
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
  const ascii = asciiMailbox(mailbox);
  const written = ascii?.slice(ascii.lastIndexOf('@') + 1);
  // Names such as `_spf` have records, and forgers may use them; what no sender can name is a slip.
  if (written !== undefined && isMailDomain(written.replaceAll('_', 'x'))) return undefined;
  return message(
    {
      en: '“{domain}” is no domain that mail can come from.',
      ja: '「{domain}」はメールの送信元になるドメイン名ではありません。',
    },
    { domain },
  );
}
