import { serviceNamesIn } from '../../model/postfix/services';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { fieldsOf } from '../masterServices';
import { MOST_SEARCHES } from '../postfixSettings';
import { rule } from '../rule';
import { pairOf } from '../systemServices';
import { replaceTitle } from '../titles';

export default rule({
  name: 'system-limit-without-service',
  on: 'mail-system',
  severity: 'information',
  title: {
    en: 'A limit for a service that master.cf does not have',
    ja: 'master.cf にないサービスへの制限',
  },
  references: ['postconf(5)', 'master(5)'],
  check(subject, report) {
    const pair = subject.kind === 'postfix-main' ? pairOf(subject) : undefined;
    if (pair === undefined) return;
    const names = new Set(pair.master.services.flatMap(({ value }) => fieldsOf(value)?.service.text ?? []));
    if (names.size === 0) return;
    let searches = 0;
    for (const { anchor, value } of pair.own) {
      const limit = serviceNamesIn(value).find(({ use }) => use === 'limit');
      if (limit === undefined || names.has(limit.name)) continue;
      const meant = ++searches > MOST_SEARCHES ? undefined : nearest(limit.name, names);
      const ending = value.name.slice(limit.name.length);
      report({
        anchor,
        span: limit.span,
        message:
          meant === undefined
            ? message(
                {
                  en: 'The open master.cf has no service `{name}`, so `{parameter}` limits nothing. Remove it, or name the service as master.cf does.',
                  ja: '開いている master.cf に `{name}` というサービスがないため、`{parameter}` は何にも効きません。削除するか、master.cf でのサービス名に直してください。',
                },
                { name: limit.name, parameter: value.name },
              )
            : message(
                {
                  en: 'The open master.cf has no service `{name}`, so `{parameter}` limits nothing. `{meant}` was meant?',
                  ja: '開いている master.cf に `{name}` というサービスがないため、`{parameter}` は何にも効きません。`{meant}` ではありませんか?',
                },
                { name: limit.name, parameter: value.name, meant },
              ),
        fixes:
          meant === undefined || pair.main.byName.has(meant + ending)
            ? []
            : [{ title: replaceTitle(limit.name, meant), edits: [{ span: limit.span, text: meant }] }],
      });
    }
  },
});
