import { message } from '../../text/message';
import { effectiveSetting, standsHere, switchedTo } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-unsafe-key-files',
  on: 'opendkim-file',
  severity: 'information',
  title: { en: 'Private keys that others may read', ja: '他人が読める秘密鍵の許容' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    const found = effectiveSetting(file, 'RequireSafeKeys');
    if (found === undefined || !standsHere(file, found)) return;
    if (switchedTo(file, 'RequireSafeKeys') !== false) return;
    report({
      anchor: found.anchor,
      span: found.value.valueSpan,
      message: message({
        en: 'OpenDKIM then signs with private keys that other users of this host can read or replace. Mend the permissions (`chmod 600`, owned by the user of OpenDKIM) and remove this line.',
        ja: 'このホストのほかの利用者が読んだり置き換えたりできる秘密鍵でも署名に使います。権限を直し (`chmod 600`、所有者は OpenDKIM のユーザー)、この行を削除してください。',
      }),
    });
  },
});
