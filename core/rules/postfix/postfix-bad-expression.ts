import { message, type Localized } from '../../text/message';
import { readExpansion, type ExpansionProblem } from '../../values/expansion';
import { counts, isExpanded, valuePart } from '../postfixSettings';
import { rule } from '../rule';

const WORDING: Readonly<Record<ExpansionProblem['kind'], Localized>> = {
  unclosed: {
    en: 'This expression is not closed. Postfix cannot read the value and stops with an error. Close the bracket.',
    ja: 'この式は閉じられていません。Postfix は値を読めず、エラーで停止します。括弧を閉じてください。',
  },
  'empty-name': {
    en: 'There is no name behind the `$`. Postfix stops with an error; write `$$` for a dollar sign.',
    ja: '`$` の後に名前がありません。Postfix はエラーで停止します。ドル記号そのものは `$$` と書いてください。',
  },
  'bad-name': {
    en: 'A name in a `$` expression has letters, digits and `_` only; then `?`, `:` or the closing bracket must follow. Postfix stops with an error here.',
    ja: '`$` の式の名前には英数字と `_` しか使えず、後には `?`、`:`、閉じ括弧のどれかが続きます。Postfix はここでエラーになり停止します。',
  },
  'bad-condition': {
    en: 'A comparison is written `${{left} == {right} ? {then} : {else}}`, with `==`, `!=`, `<`, `<=`, `>=` or `>`. Postfix stops with an error here.',
    ja: '比較は `${{左} == {右} ? {真の値} : {偽の値}}` の形で書き、演算子は `==`、`!=`、`<`、`<=`、`>=`、`>` です。Postfix はここでエラーになり停止します。',
  },
};

export default rule({
  name: 'postfix-bad-expression',
  on: 'postfix-setting',
  severity: 'error',
  title: { en: 'A `$` expression that cannot be read', ja: '読み取れない `$` の式' },
  references: ['postconf(5)'],
  check(setting, report) {
    if (!counts(setting) || !isExpanded(setting)) return;
    for (const { kind, span } of readExpansion(setting.value.text).problems) {
      report({ span: valuePart(setting, span), message: message(WORDING[kind]) });
    }
  },
});
