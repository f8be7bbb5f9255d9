import { OPENDMARC } from '../facts/opendmarc';
import { OPENDMARC_DIALECT } from '../syntax/keywordFile';
import { keywordLanguage } from './keywordFile';
import { settingsReader } from './settings';

/** How OpenDMARC's opendmarc.conf is read. */
export const opendmarcReader = settingsReader({
  ...keywordLanguage(OPENDMARC, OPENDMARC_DIALECT),
  facet: (value) => ({ kind: 'opendmarc-setting', value }),
  group: (value) => ({
    kind: 'opendmarc-file',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
});
