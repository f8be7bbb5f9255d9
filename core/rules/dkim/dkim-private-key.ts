import { sourceSpan } from '../../text/joinedText';
import { message } from '../../text/message';
import { holdsPrivateKey } from '../../values/privateKey';
import { rule } from '../rule';

export default rule({
  name: 'dkim-private-key',
  on: 'zone-entry',
  severity: 'error',
  title: { en: 'A private key in the zone', ja: 'ゾーンに秘密鍵が書かれている' },
  references: ['RFC 6376 §3.6.1', 'RFC 6376 §8.1'],
  check(entry, report) {
    const { strings } = entry;
    if (strings === undefined || !holdsPrivateKey(strings.text)) return;
    report({
      span: sourceSpan(strings, 0, strings.text.length),
      // Nothing of the text may come into a message.
      message: message({
        en: 'This is a PRIVATE KEY. Whoever reads it can sign mail in your name, and the DNS shows it to everyone. Take it out at once, regard the key as stolen even if the zone has been served only for a moment, make a new pair, and publish the public half alone.',
        ja: 'これは【秘密鍵】です。DNS に公開されると、読んだ人は誰でもあなたの名前でメールに署名できます。直ちに削除してください。一度でも公開したなら鍵は漏えいしたものとみなし、新しい鍵ペアを作って公開鍵だけを載せてください。',
      }),
    });
  },
});
