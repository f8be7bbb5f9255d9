import { message } from '../../text/message';
import { lonelyTable } from '../opendkimSigning';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-lonely-table',
  on: 'opendkim-file',
  severity: 'error',
  title: { en: 'A KeyTable or SigningTable without the other', ja: '片方だけの KeyTable と SigningTable' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    const found = lonelyTable(file);
    if (found === undefined) return;
    report({
      anchor: found.member.anchor,
      span: found.member.value.nameSpan,
      message: message(
        {
          en: 'The SigningTable says who signs with which key, the KeyTable where the key is: `{name}` needs `{missing}`, and OpenDKIM does not start without it.',
          ja: 'SigningTable は誰がどの鍵で署名するか、KeyTable はその鍵の場所を表します。`{name}` には `{missing}` が必要で、ないと OpenDKIM は起動しません。',
        },
        { name: found.member.value.name, missing: found.missing },
      ),
    });
  },
});
