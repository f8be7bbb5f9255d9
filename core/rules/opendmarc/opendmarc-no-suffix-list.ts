import { message } from '../../text/message';
import { includesUnread } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-no-suffix-list',
  on: 'opendmarc-file',
  severity: 'information',
  title: { en: 'No public suffix list', ja: '公開サフィックスリストがない' },
  references: ['opendmarc.conf(5)', 'RFC 7489 §3.2'],
  check(file, report) {
    const first = file.settings[0];
    if (first === undefined || file.byName.has('publicsuffixlist') || includesUnread(file)) return;
    report({
      anchor: first.anchor,
      span: first.value.nameSpan,
      message: message({
        en: 'Without `PublicSuffixList`, OpenDMARC does not find the policy of a parent domain: mail from subdomains of a protected domain goes unjudged. Install the list (publicsuffix) and name its file.',
        ja: '`PublicSuffixList` がないと、OpenDMARC は親ドメインのポリシーを見つけられず、保護されたドメインのサブドメインをかたるメールは判定されません。リスト (publicsuffix) を導入し、そのファイルを指定してください。',
      }),
    });
  },
});
