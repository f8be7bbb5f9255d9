import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-remote-alias',
  on: 'table-line',
  severity: 'error',
  title: { en: 'An alias for an address with a domain', ja: 'ドメイン付きのアドレスの別名' },
  references: ['aliases(5)'],
  check({ key, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'remote-name') continue;
      report({
        span,
        message: message(
          {
            en: 'Aliases are for local names only: Postfix passes over `{name}`. Remove the domain, or write the address into a table of virtual_alias_maps.',
            ja: '別名はローカルの名前だけに使えるため、`{name}` の行は読み飛ばされます。ドメインを外すか、virtual_alias_maps の表に書いてください。',
          },
          { name: key?.text ?? '' },
        ),
      });
    }
  },
});
