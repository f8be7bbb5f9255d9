import { message } from '../../text/message';
import { effectiveSetting, standsHere } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-overruled-key',
  on: 'opendkim-file',
  severity: 'information',
  title: { en: 'A key that the KeyTable overrules', ja: 'KeyTable に打ち消される鍵の指定' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    const table = effectiveSetting(file, 'KeyTable');
    if (table === undefined) return;
    for (const keyword of ['Domain', 'KeyFile', 'Selector']) {
      const setting = effectiveSetting(file, keyword);
      if (setting === undefined || !standsHere(file, setting)) continue;
      report({
        anchor: setting.anchor,
        span: setting.value.nameSpan,
        tag: 'unnecessary',
        message: message(
          {
            en: 'With a KeyTable, `{keyword}` is not looked at: what it says belongs into the KeyTable and the SigningTable. Remove the line.',
            ja: 'KeyTable があると `{keyword}` は参照されません。内容は KeyTable と SigningTable に書き、この行は削除してください。',
          },
          { keyword },
        ),
        related: [
          {
            anchor: table.anchor,
            span: table.value.nameSpan,
            message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
          },
        ],
      });
    }
  },
});
