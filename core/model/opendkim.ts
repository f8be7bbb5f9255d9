import { OPENDKIM } from '../facts/opendkim';
import { OPENDKIM_DIALECT } from '../syntax/keywordFile';
import { keywordLanguage } from './keywordFile';
import { settingsReader } from './settings';

/** How OpenDKIM's opendkim.conf is read. */
export const opendkimReader = settingsReader({
  ...keywordLanguage(OPENDKIM, OPENDKIM_DIALECT),
  facet: (value) => ({ kind: 'opendkim-setting', value }),
  group: (value) => ({
    kind: 'opendkim-file',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
});
