import { POLICY_KEYS, type PolicyKey } from '../../facts/mtaStsPolicy';
import { meantKey, policyValue, type PolicyFile } from '../../model/mtaStsPolicyFile';
import { message, type Localized } from '../../text/message';
import { rule, type Fix } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-missing-field',
  on: 'mta-sts-policy-file',
  severity: 'error',
  title: { en: 'A policy without a field that it needs', ja: '必須のフィールドがないポリシー' },
  references: ['RFC 8461 §3.2'],
  check(file, report) {
    const missing = POLICY_KEYS.map(({ name }) => name).filter((key) => isMissing(file, key));
    if (missing.length === 0) return;
    const first = file.lines.find(({ value }) => value.kind !== 'blank');
    const text = first?.value.text ?? '';
    report({
      anchor: first?.anchor ?? file.head,
      span: first?.value.field?.keySpan ?? { start: 0, end: text.length },
      message: message(missing.includes('mx') ? WITH_MX : PLAIN, {
        keys: missing.map((key) => `\`${key}\``).join(', '),
      }),
      fixes: missing.includes('version') ? [withVersion(file)] : [],
    });
  },
});

const PLAIN: Localized = {
  en: 'The policy lacks {keys}. Every policy has `version`, `mode` and `max_age`; without one of them senders take the file for no policy. Add what is missing.',
  ja: 'ポリシーに {keys} がありません。`version`、`mode`、`max_age` は必須で、一つでも欠けるとポリシーとして扱われません。追加してください。',
};
const WITH_MX: Localized = {
  en: 'The policy lacks {keys}. Unless its mode is `none`, a policy has `version`, `mode`, `max_age` and at least one `mx`; otherwise senders take the file for no policy. Add what is missing.',
  ja: 'ポリシーに {keys} がありません。モードが `none` でない限り、`version`、`mode`、`max_age` と 1 つ以上の `mx` が必須で、欠けるとポリシーとして扱われません。追加してください。',
};

/** Neither there nor meant: keys that are written amiss have rules of their own. */
function isMissing(file: PolicyFile, key: PolicyKey): boolean {
  if (key === 'mx' && policyValue(file, 'mode') === 'none') return false;
  if (file.meant.has(key)) return false;
  return !file.lines.some(({ value: { kind, text } }) => {
    if (kind !== 'other') return false;
    const word = /^[^\s=：]+/.exec(text.replace(/^[\ufeff\s]+/, ''))?.[0];
    return word !== undefined && meantKey(word) === key;
  });
}

function withVersion({ head, lines }: PolicyFile): Fix {
  const line = lines[0]?.value;
  const at = line?.marked === true ? 1 : 0;
  const lineEnd = line?.lineEnd === '\r\n' ? '\r\n' : '\n';
  const text = `version: STSv1${lineEnd}`;
  return {
    title: insertTitle('version: STSv1'),
    edits: [{ anchor: head, span: { start: at, end: at }, text }],
  };
}
