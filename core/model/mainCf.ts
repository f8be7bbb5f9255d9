import { parseMainCf } from '../syntax/mainCf';
import { mainCfDescribed } from './mainCfDescribed';
import { mainCfExpected } from './mainCfExpected';
import { mainCfEditing } from './postfix/editing';
import { settingsReader } from './settings';

/** How Postfix's main.cf is read. */
export const mainCfReader = settingsReader({
  parse: parseMainCf,
  canonical: (name) => name,
  facet: (value) => ({ kind: 'postfix-setting', value }),
  group: (value) => ({
    kind: 'postfix-file',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
  expected: mainCfExpected,
  described: mainCfDescribed,
  editing: mainCfEditing,
});
