import { signerKey } from '../../syntax/columnFile';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'system-unused-signing-key',
  on: 'mail-system',
  severity: 'information',
  title: { en: 'A key that no row of the SigningTable uses', ja: 'SigningTable のどの行も使わない鍵' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    if (subject.kind !== 'opendkim-keytable') return;
    const tables = subject.system.configurations('opendkim-signingtable');
    if (tables.length === 0) return;
    const used = new Set(
      tables.flatMap(({ file }) => file.settings.map(({ value }) => signerKey(value.value.text))),
    );
    for (const { anchor, value: row } of subject.file.settings) {
      if (used.has(row.name)) continue;
      report({
        anchor,
        span: row.nameSpan,
        tag: 'unnecessary',
        message: message(
          {
            en: 'No row of an open SigningTable names `{key}`: nothing is signed with it. Add a row there, or remove this one once the key is retired.',
            ja: '開いている SigningTable に `{key}` を使う行がないため、この鍵では何も署名されません。行を加えるか、使わなくなった鍵ならこの行を削除してください。',
          },
          { key: row.name },
        ),
      });
    }
  },
});
