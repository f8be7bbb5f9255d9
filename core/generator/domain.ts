import type { Message } from '../text/message';
import { message } from '../text/message';
import { asciiLower, isMailDomain } from '../values/domainName';

/** A typed domain as it is used: without blanks, an `@` before it or a dot behind it, in lower case. */
export function domainOf(text: string): string {
  return asciiLower(text.trim().replace(/^.*@/s, '').replace(/\.$/, ''));
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
      en: 'Write an internationalised domain in its ASCII form (xn--…).',
      ja: '国際化ドメイン名は ASCII 形式(xn--…)で入力してください。',
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
