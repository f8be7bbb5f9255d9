import { isBareKey } from '../keyEdits';
import { reportUnknownTags } from '../tagListDefects';
import { rule } from '../rule';

/** What people write for a tag by its meaning. */
const ALIASES: Readonly<Record<string, string>> = {
  version: 'v',
  key: 'p',
  pubkey: 'p',
  publickey: 'p',
  type: 'k',
  keytype: 'k',
  hash: 'h',
  service: 's',
  flags: 't',
  note: 'n',
  notes: 'n',
};

export default rule({
  name: 'dkim-unknown-tag',
  on: 'dkim-key',
  severity: 'warning',
  title: { en: 'A tag that key records do not have', ja: '鍵レコードに存在しないタグ' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    if (record.content !== 'key') return;
    // A bare key that ends in `=` looks like a tag.
    const tags = record.tags.filter(({ name }) => !isBareKey(name.text));
    reportUnknownTags({ ...record, tags }, ALIASES, report);
  },
});
