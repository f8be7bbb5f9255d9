import { POLICY_MODES } from '../../facts/mtaStsPolicy';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { bareValue, isPrintable, valueOf, writing } from '../policyLines';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const NAMES: readonly string[] = POLICY_MODES.map(({ name }) => name);

/** Words of early drafts and of other standards. */
const ALIASES: Readonly<Record<string, string>> = {
  test: 'testing',
  report: 'testing',
  'report-only': 'testing',
  enforced: 'enforce',
  enforcing: 'enforce',
  off: 'none',
  disabled: 'none',
};

export default rule({
  name: 'mta-sts-policy-bad-mode',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'A mode that senders do not know', ja: '送信側の知らないモード' },
  references: ['RFC 8461 §3.2'],
  check(line, report) {
    const value = valueOf(line, 'mode');
    if (value === undefined || NAMES.includes(value.text) || !isPrintable(value.text)) return;
    const bare = bareValue(value.text).toLowerCase();
    const meant = Object.hasOwn(ALIASES, bare) ? ALIASES[bare] : nearest(bare, NAMES);
    report({
      span: value.mark,
      message: message(
        {
          en: '`{value}` is no mode; there are `enforce`, `testing` and `none`, in lower case. Senders take the file for no policy. Write one of them.',
          ja: '`{value}` というモードはありません。`enforce`、`testing`、`none`（小文字）のどれかで、違うとポリシーとして扱われません。',
        },
        { value: value.text },
      ),
      fixes:
        meant === undefined
          ? []
          : [{ title: replaceTitle(value.text, meant), edits: [writing(value, meant)] }],
    });
  },
});
