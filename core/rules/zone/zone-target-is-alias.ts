import { message } from '../../text/message';
import { rule } from '../rule';
import { shown, targetsOf } from '../zoneRecords';

/** Types whose target must be a host's own name, no alias. */
const HOST_TYPES: ReadonlySet<string> = new Set(['NS', 'MX', 'SRV']);

export default rule({
  name: 'zone-target-is-alias',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A mail server, name server or service that is an alias', ja: '別名を指している MX、NS、SRV' },
  references: ['RFC 2181 §10.3', 'RFC 5321 §5.1', 'RFC 2782'],
  check({ records, zone }, report) {
    for (const { anchor, value } of records) {
      if (!HOST_TYPES.has(value.typeName)) continue;
      for (const { span, name } of targetsOf(value)) {
        if (!zone.isInZone(name) || !zone.types(name).has('CNAME')) continue;
        const host = zone.targets(name, 'CNAME')[0];
        report({
          anchor,
          span,
          message: message(
            {
              en: '`{name}` is an alias (CNAME) of `{host}`. The target of {type} records must be a host with an address of its own: some servers do not follow the alias. Name `{host}` itself.',
              ja: '`{name}` は `{host}` の別名（CNAME）です。{type} レコードの指す先は、自身のアドレスを持つホストでなければならず、別名をたどらないサーバーもあります。`{host}` を直接書いてください。',
            },
            { name: shown(name), host: shown(host ?? ''), type: value.typeName },
          ),
        });
      }
    }
  },
});
