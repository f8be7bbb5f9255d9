import type { ConfigurationFile, Setting } from '../../model/configuration';
import type { Member } from '../../model/model';
import { message } from '../../text/message';
import { effectiveSetting, includesUnread, switchedTo } from '../keywordFiles';
import { written } from '../keywordSettings';
import { valueOf } from '../mainCfValues';
import { rule, type Related } from '../rule';

export default rule({
  name: 'system-untrusted-results',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'DKIM results that OpenDMARC does not trust', ja: 'OpenDMARC が信頼しない DKIM の結果' },
  references: ['opendmarc.conf(5)', 'opendkim.conf(5)', 'RFC 8601 §5'],
  check(subject, report) {
    if (subject.kind !== 'opendkim') return;
    const { file, system } = subject;
    const stated = effectiveSetting(file, 'AuthservID');
    if (includesUnread(file) || switchedTo(file, 'AuthservIDWithJobID') === true) return;
    const [main, ...others] = system.configurations('postfix-main');
    const host = main === undefined || others.length > 0 ? undefined : valueOf(main.file, 'myhostname');
    const id = nameIn(stated, host);
    const place = stated ?? effectiveSetting(file, 'Socket') ?? file.settings[0];
    if (id === undefined || place === undefined) return;
    for (const judge of system.configurations('opendmarc')) {
      const { ids, setting } = trusted(judge.file, host);
      if (ids?.every((one) => one.toLowerCase() !== id.toLowerCase()) !== true) continue;
      const related: Related[] =
        setting === undefined
          ? []
          : [{ elsewhere: judge.place(setting.anchor, setting.value.valueSpan), message: THERE }];
      report({
        anchor: place.anchor,
        span: stated === undefined ? place.value.nameSpan : place.value.valueSpan,
        message: message(
          {
            en: 'OpenDKIM writes its results under the name `{id}`, and OpenDMARC believes only those of {ids}: it passes over every DKIM result, and mail that only DKIM vouches for fails DMARC. Add `{id}` to `TrustedAuthservIDs` in opendmarc.conf.',
            ja: 'OpenDKIM は結果を `{id}` の名前で書き込みますが、OpenDMARC が信頼するのは {ids} だけです。DKIM の結果はすべて無視され、DKIM だけで認証されるメールは DMARC に失敗します。opendmarc.conf の `TrustedAuthservIDs` に `{id}` を加えてください。',
          },
          { id, ids: ids.map((one) => `\`${one}\``).join(', ') },
        ),
        related,
      });
    }
  },
});

const THERE = message({ en: 'The names that OpenDMARC trusts', ja: 'OpenDMARC が信頼する名前' });

/** The name that a setting gives; without it that of the mail server. `HOSTNAME` is whatever the machine says. */
function nameIn(setting: Member<Setting> | undefined, host: string | undefined): string | undefined {
  if (setting === undefined) return host;
  const name = written(setting.value);
  return name.toUpperCase() === 'HOSTNAME' ? undefined : name;
}

/** Whose results OpenDMARC believes: those of its own name and of a list; undefined where one is not known. */
function trusted(
  file: ConfigurationFile,
  host: string | undefined,
): { readonly ids: readonly string[] | undefined; readonly setting: Member<Setting> | undefined } {
  const own = effectiveSetting(file, 'AuthservID');
  const list = effectiveSetting(file, 'TrustedAuthservIDs');
  const setting = list ?? own;
  const listed =
    list === undefined
      ? []
      : written(list.value)
          .split(/[\s,]+/)
          .filter((id) => id !== '');
  const ownId = nameIn(own, host);
  const isKnown =
    ownId !== undefined && !includesUnread(file) && !listed.some((id) => /^hostname$/i.test(id));
  return { ids: isKnown ? [...new Set([ownId, ...listed])] : undefined, setting };
}
