import { SHORT_MAX_AGE, USUAL_MAX_AGE } from '../../facts/mtaStsPolicy';
import { policyValue } from '../../model/mtaStsPolicyFile';
import { message } from '../../text/message';
import { periodWords } from '../../values/period';
import { valueOf } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-short-max-age',
  on: 'mta-sts-policy-file',
  severity: 'warning',
  title: { en: 'A policy that senders soon forget', ja: 'すぐに忘れられるポリシー' },
  references: ['RFC 8461 §3.2', 'RFC 8461 §10.2'],
  check(file, report) {
    const line = (file.byKey.get('max_age') ?? file.meant.get('max_age'))?.[0];
    const value = line && valueOf(line.value, 'max_age');
    const mode = policyValue(file, 'mode');
    // A policy is taken back with a short one.
    if (value === undefined || !/^\d{1,10}$/.test(value.text) || mode === 'none') return;
    const seconds = Number(value.text);
    const enforced = mode === 'enforce';
    if (seconds >= (enforced ? USUAL_MAX_AGE : SHORT_MAX_AGE)) return;
    const period = periodWords(seconds);
    if (seconds >= SHORT_MAX_AGE) {
      report({
        anchor: line!.anchor,
        span: value.span,
        severity: 'information',
        message: message(
          {
            en: 'Senders forget the policy after {period}; who keeps them from fetching it for so long is rid of it. RFC 8461 expects weeks or more: once all works, write 604800 (a week) or more.',
            ja: '送信側は {period} でポリシーを忘れるため、その間だけ取得を妨害すれば無効にできます。RFC 8461 は数週間以上を想定しています。問題なく動いたら 604800（1 週間）以上にしてください。',
          },
          { period },
        ),
      });
      return;
    }
    report({
      anchor: line!.anchor,
      span: value.span,
      ...(!enforced && { severity: 'information' }),
      message: message(
        {
          en: 'Senders keep the policy for {period} only; for so short a time it hardly protects anything. Google’s instructions ask for a day at least, and chasquid takes no policy with 0. Write 86400 or more, weeks once all works.',
          ja: 'ポリシーの保持期間が {period} しかありません。短すぎてほとんど保護になりません。Google の手引きは 1 日以上を求めており、chasquid は 0 のポリシーを受け付けません。86400 以上、安定したら数週間以上にしてください。',
        },
        { period },
      ),
    });
  },
});
