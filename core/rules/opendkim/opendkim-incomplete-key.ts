import { message } from '../../text/message';
import { incompleteKey } from '../opendkimSigning';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-incomplete-key',
  on: 'opendkim-file',
  severity: 'error',
  title: { en: 'A key that is not fully told', ja: 'そろっていない鍵の指定' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    for (const { member, missing } of incompleteKey(file)) {
      report({
        anchor: member.anchor,
        span: member.value.nameSpan,
        message: message(
          {
            en: '`{name}` needs {missing} beside it: OpenDKIM does not start without. Set `Domain`, `Selector` and `KeyFile` together, or use a KeyTable and a SigningTable.',
            ja: '`{name}` には {missing} も必要で、ないと OpenDKIM は起動しません。`Domain`、`Selector`、`KeyFile` をそろえて設定するか、KeyTable と SigningTable を使ってください。',
          },
          { name: member.value.name, missing: missing.map((name) => `\`${name}\``).join(', ') },
        ),
      });
    }
  },
});
