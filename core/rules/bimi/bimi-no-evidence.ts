import { BIMI_DRAFT } from '../../records/bimi';
import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'bimi-no-evidence',
  on: 'bimi',
  severity: 'information',
  title: { en: 'A logo without a mark certificate', ja: '証明書のないロゴ' },
  references: [BIMI_DRAFT],
  check(record, report) {
    const location = record.byName.get('l');
    if (record.content === 'foreign' || location?.read.type !== 'https-uri') return;
    if (location.value.text === '' || location.read.problem !== undefined) return;
    const evidence = record.byName.get('a');
    if (evidence !== undefined && evidence.value.text !== '') return;
    report({
      span: spanOf(record, evidence ?? location),
      message: message({
        en: 'The record names no mark certificate (`a=`). Gmail, Apple Mail and others show no logo without one, or without its check mark. Add the address of a VMC or CMC, if you have one.',
        ja: 'マーク証明書(`a=`)の指定がありません。Gmail や Apple メールなどは、証明書がないとロゴや認証マークを表示しません。VMC または CMC があれば、その場所を指定してください。',
      }),
    });
  },
});
