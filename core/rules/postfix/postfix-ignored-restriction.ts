import { message } from '../../text/message';
import { valuePart } from '../postfixSettings';
import { restrictionLists, restrictionsIn } from '../postfixRestrictions';
import { rule } from '../rule';

/** Restrictions that decide on everything: nothing behind them is looked at. */
const FINAL = new Set(['permit', 'reject', 'defer']);

export default rule({
  name: 'postfix-ignored-restriction',
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'Restrictions that are never reached', ja: '決して評価されない制限' },
  references: ['postconf(5)', 'SMTPD_ACCESS_README'],
  check(file, report) {
    for (const { anchor, value: setting } of restrictionLists(file)) {
      const list = restrictionsIn(setting.value.text);
      const last = list.findIndex(({ name }, i) => FINAL.has(name) && list[i - 1]?.name !== 'warn_if_reject');
      if (last < 0 || last === list.length - 1) continue;
      // A comment behind the value has a rule of its own.
      if (list[last + 1]!.word.text.startsWith('#')) continue;
      report({
        anchor,
        span: valuePart(setting, {
          start: list[last + 1]!.word.span.start,
          end: (list.at(-1)!.argument ?? list.at(-1)!.word).span.end,
        }),
        tag: 'unnecessary',
        message: message(
          {
            en: 'Nothing behind `{final}` is looked at: it decides on every request. Move it to the end, or remove what follows.',
            ja: '`{final}` はすべての要求を決定するため、これより後は評価されません。末尾に移すか、後ろを削除してください。',
          },
          { final: list[last]!.word.text },
        ),
      });
    }
  },
});
