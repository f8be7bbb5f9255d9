import { POSTFIX_TABLE_TYPES } from '../../facts/postfixTables';
import { POSTFIX_VERSION } from '../../facts/postfixVersion';
import { tablesIn } from '../../model/postfix/tables';
import { message, type Localized } from '../../text/message';
import { nearest } from '../../values/nearest';
import { allTables, type TableProblemKind } from '../../values/tableSpec';
import { compareVersions } from '../../values/version';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const WORDING: Readonly<Record<TableProblemKind, Localized>> = {
  'no-type': {
    en: '`{found}` is no table: it is written `type:name`. Every lookup fails, and the mail waits.',
    ja: '`{found}` は `種類:名前` の形になっていません。検索がすべて失敗し、メールが滞留します。',
  },
  'no-name': {
    en: '`{found}` lacks the table’s name behind the `:`. Every lookup fails, and the mail waits.',
    ja: '`{found}` の `:` の後に表の名前がありません。検索がすべて失敗し、メールが滞留します。',
  },
  'no-braces': {
    en: 'Here the table wants a list in braces: `{ … }`. Every lookup fails, and the mail waits.',
    ja: 'この種類の表では `{ … }` で囲んだリストが必要です。検索がすべて失敗し、メールが滞留します。',
  },
  'bad-entry': {
    en: '`{found}` is no entry: write `name=value`, or `{ name = value }` where there are blanks. Every lookup fails, and the mail waits.',
    ja: '`{found}` は項目になっていません。`名前=値`、空白を含むなら `{ 名前 = 値 }` と書きます。検索がすべて失敗し、メールが滞留します。',
  },
  'empty-list': {
    en: 'The list in the braces is empty. Every lookup fails, and the mail waits.',
    ja: '波括弧の中が空です。検索がすべて失敗し、メールが滞留します。',
  },
};

export default rule({
  name: 'postfix-bad-table',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A lookup table that cannot be opened', ja: '開けない表' },
  references: ['DATABASE_README', 'postconf(5)'],
  check(setting, report, versions) {
    if (!counts(setting) || trailingComments(setting).length > 0) return;
    const version = versions?.postfix ?? POSTFIX_VERSION;
    const value = setting.value.text;
    for (const { spec, problems } of tablesIn(setting.name, value)) {
      for (const { kind, span } of problems) {
        const found = value.slice(span.start, span.end);
        // Where the program does not start at all, postfix-bad-value says so.
        const outermost = spec === undefined || span.end <= spec.typeSpan.end;
        if (outermost || found.includes('$')) continue;
        report({ span: valuePart(setting, span), message: message(WORDING[kind], { found }) });
      }
      if (spec === undefined) continue;
      for (const { type, typeSpan } of allTables(spec)) {
        const known = POSTFIX_TABLE_TYPES.get(type);
        if (type.includes('$')) continue;
        if (known === undefined) {
          const meant = nearest(type, POSTFIX_TABLE_TYPES.keys());
          report({
            span: valuePart(setting, typeSpan),
            message: message(
              {
                en: 'Postfix has no tables of type `{type}`. Every lookup fails, and the mail waits; `postconf -m` lists the types there are.',
                ja: 'Postfix に `{type}` という種類の表はありません。検索がすべて失敗し、メールが滞留します。使える種類は `postconf -m` で分かります。',
              },
              { type },
            ),
            fixes:
              meant === undefined
                ? []
                : [{ title: replaceTitle(type, meant), edits: [replaceValue(setting, typeSpan, meant)] }],
          });
        } else if (known.since !== undefined && compareVersions(known.since, version) > 0) {
          report({
            span: valuePart(setting, typeSpan),
            message: message(
              {
                en: 'Tables of type `{type}` came with Postfix {since}; {version} cannot open this one.',
                ja: '`{type}` の表は Postfix {since} で加わりました。{version} では開けません。',
              },
              { type, since: known.since, version },
            ),
          });
        }
      }
    }
  },
});
