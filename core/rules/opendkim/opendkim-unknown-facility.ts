import { message } from '../../text/message';
import { MILTER_FACILITIES } from '../../facts/syslogFacilities';
import { nearest } from '../../values/nearest';
import { effectiveSetting, standsHere, switchedTo } from '../keywordFiles';
import { written } from '../keywordSettings';
import { replaceTitle } from '../titles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-unknown-facility',
  on: 'opendkim-file',
  severity: 'warning',
  title: {
    en: 'A syslog facility that OpenDKIM does not know',
    ja: 'OpenDKIM の知らない syslog ファシリティー',
  },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    const found = effectiveSetting(file, 'SyslogFacility');
    if (found === undefined || !standsHere(file, found)) return;
    const text = written(found.value);
    const names = MILTER_FACILITIES.map(({ name }) => name);
    if (names.includes(text.toLowerCase()) || text.startsWith('=')) return;
    const used = switchedTo(file, 'Syslog') === true;
    const meant = nearest(text, names);
    report({
      anchor: found.anchor,
      span: found.value.valueSpan,
      ...(used && { severity: 'error' }),
      message: message(
        used
          ? {
              en: 'OpenDKIM knows no facility `{text}`, and crashes on it when it starts. It knows: {names}.',
              ja: 'OpenDKIM に `{text}` というファシリティーはなく、起動時に異常終了します。使える値: {names}。',
            }
          : {
              en: 'OpenDKIM knows no facility `{text}`, and crashes on it once `Syslog` is on. It knows: {names}.',
              ja: 'OpenDKIM に `{text}` というファシリティーはなく、`Syslog` を有効にすると起動時に異常終了します。使える値: {names}。',
            },
        { text, names: names.join(', ') },
      ),
      fixes:
        meant === undefined
          ? []
          : [
              {
                title: replaceTitle(text, meant),
                edits: [{ span: found.value.valueSpan, text: meant }],
              },
            ],
    });
  },
});
