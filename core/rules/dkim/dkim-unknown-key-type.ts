import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dkim-unknown-key-type',
  on: 'dkim-key',
  severity: 'warning',
  title: { en: 'A key type that receivers do not know', ja: '受信側が知らない鍵の種類' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    const tag = record.byName.get('k');
    if (record.content !== 'key' || tag === undefined) return;
    if (tag.read.type !== 'keyword' || tag.read.keyword !== undefined) return;
    const { value, definition } = tag;
    const lower = value.text.toLowerCase();
    const keywords = definition?.value.type === 'keyword' ? definition.value.keywords : [];
    const { kind } = record.key().octets;
    const meant =
      kind === 'rsa' || kind === 'ed25519'
        ? kind
        : (keywords.find(({ aliases }) => aliases?.includes(lower) === true)?.value ??
          nearest(
            lower,
            keywords.map((keyword) => keyword.value),
          ));
    report({
      span: spanOf(record, value.text === '' ? tag : value),
      message: message(
        {
          en: '`{value}` is no key type; there are `rsa` and `ed25519`. Receivers ignore the whole key. Correct it.',
          ja: '`{value}` という鍵の種類はありません(`rsa` と `ed25519` があります)。受信側は鍵全体を無視します。直してください。',
        },
        { value: value.text },
      ),
      fixes:
        meant === undefined
          ? []
          : [{ title: replaceTitle(value.text, meant), edits: replacing(record, value, meant) }],
    });
  },
});
