import { effectiveKeyword, replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle, replaceTitle } from '../titles';

/** What the types are called in sentences. */
const NAMES: Readonly<Record<string, string>> = { rsa: 'RSA', ed25519: 'Ed25519' };

export default rule({
  name: 'dkim-key-type-mismatch',
  on: 'dkim-key',
  severity: 'error',
  title: { en: '`k=` and the key are of different types', ja: '`k=` と鍵の種類が一致しない' },
  references: ['RFC 6376 §3.6.1', 'RFC 8463 §4'],
  check(record, report) {
    const { tag: key, octets } = record.key();
    if (record.content !== 'key' || key === undefined) return;
    const { kind } = octets;
    const type = record.byName.get('k');
    const stated = effectiveKeyword(record, 'k');
    if ((kind !== 'rsa' && kind !== 'ed25519') || stated === kind) return;
    // An unknown type has a rule of its own.
    if (type !== undefined && type.read.type === 'keyword' && type.read.keyword === undefined) return;
    const values = { stated: NAMES[stated ?? 'rsa'] ?? '', kind: NAMES[kind] ?? '', meant: kind };
    report({
      span: spanOf(record, type ?? key.name),
      message: message(
        type === undefined
          ? {
              en: 'This is an {kind} key, but without `k=` receivers take it for {stated} and refuse it. Write `k={meant}` before it.',
              ja: 'これは {kind} の鍵ですが、`k=` がないと受信側は {stated} とみなし、鍵を拒否します。前に `k={meant}` を書いてください。',
            }
          : {
              en: 'The record says {stated}, but the key is {kind}, so receivers refuse it. Write `k={meant}`.',
              ja: 'レコードは {stated} としていますが、鍵は {kind} のものなので、受信側は拒否します。`k={meant}` と書いてください。',
            },
        values,
      ),
      fixes: [
        type === undefined
          ? {
              title: insertTitle(`k=${kind};`),
              edits: replacing(record, { from: key.from, to: key.from }, `k=${kind}; `),
            }
          : {
              title: replaceTitle(type.value.text, kind),
              edits: replacing(record, type.value, kind),
            },
      ],
    });
  },
});
