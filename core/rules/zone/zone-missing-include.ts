import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-missing-include',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'An included file that is not there', ja: '取り込むファイルが見つからない' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    const { include, inclusion } = directive;
    if (include === undefined || inclusion === undefined) return;
    const { problem, file, direct } = inclusion;
    if (problem !== 'missing' && problem !== 'not-a-file') return;
    const notFile = problem === 'not-a-file';
    report({
      span: include.fileSpan,
      message: message(
        direct
          ? notFile
            ? {
                en: '`{file}` is no regular file, and name servers refuse the zone. Name a file.',
                ja: '`{file}` は通常のファイルではなく、ネームサーバーはゾーンを拒否します。ファイルを指定してください。',
              }
            : {
                en: 'There is no file `{file}`, and name servers refuse the zone. A relative path counts from the server’s working directory (`directory` in named.conf), here from the folder of the zone.',
                ja: '`{file}` というファイルがなく、ネームサーバーはゾーンを拒否します。相対パスはサーバーの作業ディレクトリー (named.conf の `directory`)、ここではゾーンのあるフォルダーから数えます。',
              }
          : {
              en: '`{outer}` includes `{file}`, which is not there, and name servers refuse the zone.',
              ja: '`{outer}` が取り込む `{file}` が見つからないため、ネームサーバーはゾーンを拒否します。',
            },
        { file, outer: include.file },
      ),
    });
  },
});
