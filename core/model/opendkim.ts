import { OPENDKIM } from '../facts/opendkim';
import { OPENDKIM_DIALECT } from '../syntax/keywordFile';
import { keywordLanguage } from './keywordFile';
import { wholeConfiguration } from './opendkimIncludes';
import { settingsReader } from './settings';

/** How OpenDKIM's opendkim.conf is read. */
export const opendkimReader = settingsReader({
  ...keywordLanguage(OPENDKIM, OPENDKIM_DIALECT),
  whole: (file, { include }) => wholeConfiguration(file, include),
  facet: (value) => ({ kind: 'opendkim-setting', value }),
  group: (value) => ({
    kind: 'opendkim-file',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
});
