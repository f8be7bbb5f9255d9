import { OPENDKIM } from '../../facts/opendkim';
import { checkUnbuilt } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-optional-feature',
  on: 'opendkim-setting',
  severity: 'information',
  title: {
    en: 'A keyword of a feature that distributions leave out',
    ja: 'ディストリビューション版にない機能のキーワード',
  },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkUnbuilt(OPENDKIM, subject, report);
  },
});
