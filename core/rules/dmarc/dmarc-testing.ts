import { effectiveKeyword, spanOf, statedKeyword } from '../../records/tagRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { rule } from '../rule';

const WEAKENS: Localized = {
  en: '`t=y` asks receivers to apply the policy one level weaker (`reject` as `quarantine`, `quarantine` as `none`); older ones do not know it and apply it in full. Remove it once the trial is over.',
  ja: '`t=y` により、ポリシーは 1 段弱めて適用されます(`reject` は `quarantine`、`quarantine` は `none`)。古い実装はこのタグを知らず、そのまま適用します。試験が終わったら削除してください。',
};

const IDLE: Localized = {
  en: '`t=y` has no effect beside `none`, as nothing is weaker. Remove it, or state the policy that is to be tried.',
  ja: '`none` より弱いポリシーはないため、`t=y` に効果はありません。削除するか、試したいポリシーを指定してください。',
};

export default rule({
  name: 'dmarc-testing',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'The policy is in test mode', ja: 'ポリシーがテストモード' },
  references: ['RFC 9989 §4.7'],
  readers: ['both', 'rfc9989'],
  check(record, report) {
    const tag = record.byName.get('t');
    if (tag === undefined || statedKeyword(record, 't') !== 'y') return;
    const enforcing = ['p', 'sp', 'np'].some((name) => (effectiveKeyword(record, name) ?? 'none') !== 'none');
    report({ span: spanOf(record, tag), message: message(enforcing ? WEAKENS : IDLE) });
  },
});
