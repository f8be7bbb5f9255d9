import { serviceIn } from '../../model/table/names';
import { purposeOf } from '../../model/table/purpose';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { MOST_SEARCHES } from '../postfixSettings';
import { rule } from '../rule';
import { reachableServices } from '../systemServices';
import { replaceTitle } from '../titles';

export default rule({
  name: 'table-unknown-transport',
  on: 'table-file',
  severity: 'warning',
  title: { en: 'A transport that master.cf does not have', ja: 'master.cf にない transport' },
  references: ['transport(5)', 'access(5)', 'master(5)'],
  check({ form, lines, around }, report) {
    const master = around.system.configurations('postfix-master')[0]?.file;
    if (form === 'aliases' || master === undefined) return;
    const services = reachableServices(master);
    if (services.size === 0) return;
    const transports = purposeOf({ units: lines, around: () => around }) === 'transport';
    let searches = 0;
    for (const { anchor, value } of lines) {
      const named = serviceIn(value, transports);
      if (named === undefined || services.has(named.name)) continue;
      const { name, span } = named;
      const meant = ++searches > MOST_SEARCHES ? undefined : nearest(name, services);
      report({
        anchor,
        span,
        message:
          meant === undefined
            ? message(
                {
                  en: 'The open master.cf has no service `{name}`, so mail that this line sends there stays in the queue. Define it in master.cf, or name one that is there.',
                  ja: '開いている master.cf に `{name}` というサービスがないため、この行で送られるメールはキューに溜まったままになります。master.cf に定義するか、そこにあるサービスを指定してください。',
                },
                { name },
              )
            : message(
                {
                  en: 'The open master.cf has no service `{name}`, so mail that this line sends there stays in the queue. `{meant}` was meant?',
                  ja: '開いている master.cf に `{name}` というサービスがないため、この行で送られるメールはキューに溜まったままになります。`{meant}` ではありませんか?',
                },
                { name, meant },
              ),
        fixes:
          meant === undefined ? [] : [{ title: replaceTitle(name, meant), edits: [{ span, text: meant }] }],
      });
    }
  },
});
