import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName, sameName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'report-authorisation-other-host',
  on: 'report-authorisation',
  severity: 'error',
  title: {
    en: 'A report authorisation that redirects to another host',
    ja: '別ホストへ転送する受信承認レコード',
  },
  references: ['RFC 9990 §4', 'RFC 9991 §5'],
  check(record, report) {
    for (const { key, read } of record.tags) {
      for (const uri of read.type === 'report-uris' ? read.uris : []) {
        if (uri.domain === undefined || sameName(uri.domain, record.reportDomain)) continue;
        report({
          span: spanOf(record, uri),
          message: message(
            {
              en: '`{key}` here may only name another mailbox at {host}. Receivers that find {domain} send no report at all. Use an address at {host}, or remove the tag.',
              ja: 'ここの `{key}` に指定できるのは {host} のメールボックスだけです。{domain} が指定されていると、レポートはまったく送られません。{host} のアドレスにするか、タグを削除してください。',
            },
            { key, host: plainName(record.reportDomain), domain: uri.domain },
          ),
        });
      }
    }
  },
});
