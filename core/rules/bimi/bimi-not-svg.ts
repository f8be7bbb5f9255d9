import { BIMI_DRAFT } from '../../records/bimi';
import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { uriPath } from '../../values/httpsUri';
import { rule } from '../rule';

/** Image formats that are none of BIMI's. */
const OTHER_IMAGES = /\.(?:png|jpe?g|gif|webp|avif|bmp|ico|tiff?|pdf|eps|ai)$/i;

export default rule({
  name: 'bimi-not-svg',
  on: 'bimi',
  severity: 'warning',
  title: { en: 'A logo that is no SVG file', ja: 'ロゴが SVG ファイルでない' },
  references: [BIMI_DRAFT],
  check(record, report) {
    const tag = record.byName.get('l');
    if (record.content === 'foreign' || tag?.read.type !== 'https-uri') return;
    if (tag.value.text === '' || tag.read.problem !== undefined) return;
    const path = uriPath(tag.value.text);
    if (/\.svgz?$/i.test(path)) return;
    const other = OTHER_IMAGES.exec(path)?.[0];
    report({
      span: spanOf(record, tag.value),
      ...(other !== undefined && { severity: 'error' }),
      message:
        other === undefined
          ? message({
              en: 'The address does not end in `.svg`. Receivers take SVG files only (profile SVG Tiny PS), and some judge by the name.',
              ja: 'アドレスが `.svg` で終わっていません。受信側は SVG(SVG Tiny PS 形式)しか受け付けず、名前で判断する実装もあります。',
            })
          : message(
              {
                en: 'A `{other}` file is no logo for BIMI: receivers take SVG files only (profile SVG Tiny PS). Publish the logo as `.svg`.',
                ja: '`{other}` ファイルは BIMI のロゴに使えません。受信側は SVG(SVG Tiny PS 形式)しか受け付けません。`.svg` で公開してください。',
              },
              { other },
            ),
    });
  },
});
