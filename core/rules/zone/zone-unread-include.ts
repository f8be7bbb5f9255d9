import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-unread-include',
  on: 'zone-directive',
  severity: 'information',
  title: { en: 'An included file that is not checked', ja: '検査されない取り込みファイル' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    const { include, inclusion } = directive;
    if (include === undefined || inclusion === undefined) return;
    const { problem, file } = inclusion;
    if (problem !== 'unreadable' && problem !== 'too-large') return;
    report({
      span: include.fileSpan,
      message: message(
        problem === 'too-large'
          ? {
              en: '`{file}` is too large to be read along, so nothing is said about what may be missing in this zone.',
              ja: '`{file}` は大きすぎて読み込まれないため、このゾーンに足りないものがあっても指摘されません。',
            }
          : {
              en: '`{file}` is not read: only files in the folders of the workspace and beside the zone are. So nothing is said about what may be missing in this zone.',
              ja: '`{file}` は読み込まれません。読み込むのはワークスペースのフォルダー内とゾーンと同じ場所にあるファイルだけです。このゾーンに足りないものがあっても指摘されません。',
            },
        { file },
      ),
    });
  },
});
