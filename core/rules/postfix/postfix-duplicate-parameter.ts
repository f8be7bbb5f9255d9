import { reportOverridden } from '../overridden';
import { effective } from '../postfixSettings';
import { rule } from '../rule';

export default rule({
  name: 'postfix-duplicate-parameter',
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'A parameter that is set twice', ja: '二度設定されたパラメーター' },
  references: ['postconf(5)'],
  check(file, report) {
    for (const [name, members] of effective(file)) reportOverridden(name, members, report);
  },
});
