import { message } from '../../text/message';
import { parseDomainName, type NameProblem } from '../../values/domainName';
import type { Localized } from '../../text/message';
import { rule } from '../rule';

const REASONS: Readonly<Record<NameProblem, Localized>> = {
  empty: { en: 'it is empty', ja: '空です' },
  'empty-label': {
    en: 'it has two dots in a row or begins with one',
    ja: 'ドットが連続しているか、先頭にあります',
  },
  'bad-escape': { en: 'it has an escape that stands for nothing', ja: '正しくないエスケープがあります' },
  'label-too-long': {
    en: 'a part of it is longer than 63 octets',
    ja: '63 オクテットを超えるラベルがあります',
  },
  'name-too-long': { en: 'it is longer than 255 octets', ja: '255 オクテットを超えています' },
};

export default rule({
  name: 'zone-bad-origin',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'An origin that is no domain name', ja: 'ドメイン名になっていないオリジン' },
  references: ['RFC 1035 §5.1', 'RFC 1035 §2.3.4'],
  check(directive, report) {
    for (const { kind, span, part } of directive.problems) {
      if (part !== 'name' && part !== 'origin') continue;
      const written = directive.text.slice(span.start, span.end);
      if (kind === 'quoted') {
        const text = written.replace(/^"|"$/g, '');
        report({
          span,
          message: message({
            en: 'Name servers do not take a domain name in quotes here, and refuse the zone. Remove the quotes.',
            ja: 'ここではドメイン名を引用符で囲めず、ネームサーバーはゾーンを拒否します。引用符を外してください。',
          }),
          fixes: [
            {
              title: message({ en: 'Remove the quotes', ja: '引用符を外す' }),
              edits: [{ span, text }],
            },
          ],
        });
      } else if (kind === 'bad-name') {
        const problem = parseDomainName(written);
        report({
          span,
          message: message(
            {
              en: '`{written}` is no domain name: {reason}. Name servers refuse the zone.',
              ja: '`{written}` はドメイン名ではありません ({reason})。ネームサーバーはゾーンを拒否します。',
            },
            { written, reason: REASONS[typeof problem === 'string' ? problem : 'empty'] },
          ),
        });
      }
    }
  },
});
