import type { Message } from '../text/message';
import { message } from '../text/message';
import { asciiLower, isMailDomain } from '../values/domainName';
import { asciiDomain } from '../values/internationalDomain';

/**
 * A typed domain as it is used: without blanks, an `@` before it or a dot behind it, in lower case, internationalised
 * labels in the form of the DNS. One that has no such form stays as it was typed.
 */
export function domainOf(text: string): string {
  const typed = text.trim().replace(/^.*[@\uff20]/s, '');
  return asciiLower((asciiDomain(typed) ?? typed).replace(/\.$/, ''));
}

/** What is wrong with a typed domain; undefined where it will do. */
export function domainComplaint(text: string): Message | undefined {
  const domain = domainOf(text);
  // 8 octets less than a name may have, for `_dmarc.` and the root.
  if (isMailDomain(domain) && domain.length <= 245) {
    return domain.startsWith('_dmarc.') ? message(UNDERSCORE) : undefined;
  }
  if (domain === '')
    return message({
      en: 'Type a domain, such as example.com.',
      ja: 'example.com のようなドメインを入力してください。',
    });
  if (/[^\x20-\x7e]/.test(domain)) {
    return message({
      en: 'This internationalised domain has no form in the DNS (xn--…); look for characters that no domain may have.',
      ja: 'この国際化ドメイン名は DNS の形式 (xn--…) にできません。ドメイン名に使えない文字がないか確かめてください。',
    });
  }
  if (domain.startsWith('_')) return message(UNDERSCORE);
  return message(
    {
      en: '{domain} is no domain that mail can come from.',
      ja: '{domain} はメールの送信元になるドメイン名ではありません。',
    },
    { domain },
  );
}

const UNDERSCORE = {
  en: 'Type the domain alone; labels such as _dmarc are added by themselves.',
  ja: 'ドメイン名だけを入力してください。_dmarc などのラベルは自動で付きます。',
};
