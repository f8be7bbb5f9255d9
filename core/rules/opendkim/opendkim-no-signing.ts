import { message } from '../../text/message';
import { unsigned } from '../opendkimSigning';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-no-signing',
  on: 'opendkim-file',
  severity: 'warning',
  title: { en: 'A signer that signs nothing', ja: '何にも署名しない署名設定' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    const found = unsigned(file);
    if (found === undefined) return;
    const { member, why } = found;
    report({
      anchor: member.anchor,
      span: why === 'no-domain' ? member.value.nameSpan : member.value.valueSpan,
      ...(why === 'no-key' && { severity: 'information' }),
      message: message(
        why === 'no-domain'
          ? {
              en: 'There is a key, but no `Domain` says whose mail it signs: nothing is signed. Add `Domain example.com`.',
              ja: '鍵はありますが、どのドメインのメールに署名するかを示す `Domain` がないため、何にも署名しません。`Domain example.com` のように加えてください。',
            }
          : why === 'no-key'
            ? {
                en: 'The mode asks for signatures, but nothing here names a key: nothing is signed. Set `Domain`, `Selector` and `KeyFile`, or a KeyTable and a SigningTable.',
                ja: '署名するモードですが、鍵の指定がないため何にも署名しません。`Domain`、`Selector`、`KeyFile` か、KeyTable と SigningTable を設定してください。',
              }
            : {
                en: 'This mode only verifies: the keys that are named here sign nothing. Write `sv` to do both.',
                ja: 'このモードは検証だけを行い、ここで指定した鍵では署名しません。両方を行うには `sv` と書いてください。',
              },
      ),
    });
  },
});
