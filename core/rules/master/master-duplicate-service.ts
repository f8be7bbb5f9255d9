import { SERVICE_PORTS } from '../../facts/postfixUsualServices';
import { message } from '../../text/message';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';

export default rule({
  name: 'master-duplicate-service',
  on: 'master-file',
  severity: 'warning',
  title: { en: 'A service that is defined again', ja: '重複して定義されたサービス' },
  references: ['master(5)'],
  check({ services }, report) {
    const last = new Map<string, (typeof services)[number]>();
    for (const member of services.toReversed()) {
      const fields = fieldsOf(member.value);
      if (fields === undefined) continue;
      const key = `${fields.type.text === 'inet' ? numbered(fields.service.text) : fields.service.text} ${fields.type.text}`;
      const counting = last.get(key);
      if (counting === undefined) {
        last.set(key, member);
        continue;
      }
      report({
        anchor: member.anchor,
        span: fields.service.span,
        tag: 'unnecessary',
        message: message(
          {
            en: '`{name}` (`{type}`) is defined again further down, and only the last definition counts. Keep one.',
            ja: '`{name}` (`{type}`) は後でもう一度定義されており、最後の定義だけが有効です。1 つにしてください。',
          },
          { name: fields.service.text, type: fields.type.text },
        ),
        related: [
          {
            anchor: counting.anchor,
            span: counting.value.fields[0]!.span,
            message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
          },
        ],
      });
    }
  },
});

/** Postfix compares ports by their numbers (master_ent.c). */
function numbered(name: string): string {
  const [, host = '', port = ''] = /^(.*:)?([^:]*)$/.exec(name) ?? [];
  return host + (SERVICE_PORTS.get(port) ?? port);
}
