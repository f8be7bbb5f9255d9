import { sourceKinds } from '../sources';
import type { Localized } from '../../text/message';

/** How the values of a field are compared. */
export type FieldKind = 'text' | 'choice' | 'number' | 'address' | 'time';

/** Something of a record that queries name. */
export interface Field {
  readonly name: FieldName;
  /** Other names that are understood: the elements of the report, and words that people use. */
  readonly aliases: readonly string[];
  readonly kind: FieldKind;
  /** The usual values, for completion. Others are allowed: receivers make some up. */
  readonly values: readonly string[];
  readonly about: Localized;
}

export const fieldNames = [
  'ip',
  'count',
  'disposition',
  'dmarc',
  'aligned',
  'dkim',
  'spf',
  'from',
  'envelope-from',
  'envelope-to',
  'dkim-domain',
  'selector',
  'dkim-result',
  'spf-domain',
  'spf-scope',
  'spf-result',
  'reason',
  'comment',
  'reporter',
  'report-id',
  'domain',
  'p',
  'sp',
  'np',
  'adkim',
  'aspf',
  'seems',
  'day',
  'first-seen',
  'date',
  'begin',
  'end',
  'file',
] as const;
export type FieldName = (typeof fieldNames)[number];

const policies = ['none', 'quarantine', 'reject'];
const results = ['pass', 'fail', 'none', 'neutral', 'policy', 'temperror', 'permerror'];
const outcomeValues = ['pass', 'fail', 'unaligned', 'unknown'];

function field(
  name: FieldName,
  kind: FieldKind,
  aliases: readonly string[],
  values: readonly string[],
  en: string,
  ja: string,
): Field {
  return { name, kind, aliases, values, about: { en, ja } };
}

/** All fields, in the order in which completion offers them. */
export const fields: readonly Field[] = [
  field(
    'ip',
    'address',
    ['source', 'source-ip', 'sourceip'],
    [],
    'Source address or network',
    '送信元のアドレスまたはネットワーク',
  ),
  field('count', 'number', ['messages'], [], 'Number of messages', 'メッセージの通数'),
  field(
    'from',
    'text',
    ['header-from', 'headerfrom'],
    [],
    'Domain of the header From',
    'ヘッダー From のドメイン',
  ),
  field('dmarc', 'choice', [], ['pass', 'fail'], 'Whether DMARC passed', 'DMARC の合否'),
  field(
    'aligned',
    'choice',
    ['aligned-by'],
    ['both', 'dkim', 'spf', 'none'],
    'What gave DMARC its pass',
    'DMARC を合格にした仕組み',
  ),
  field('dkim', 'choice', [], outcomeValues, 'What DKIM did for DMARC', 'DMARC から見た DKIM の結果'),
  field('spf', 'choice', [], outcomeValues, 'What SPF did for DMARC', 'DMARC から見た SPF の結果'),
  field('disposition', 'choice', ['disp'], policies, 'What the receiver did', '受信側の処理'),
  field(
    'envelope-from',
    'text',
    ['mfrom', 'mailfrom'],
    [],
    'Domain of the envelope sender',
    'エンベロープ From のドメイン',
  ),
  field('envelope-to', 'text', ['to', 'rcpt'], [], 'Domain of the recipients', 'エンベロープ To のドメイン'),
  field('dkim-domain', 'text', ['d'], [], 'Domain of a DKIM signature', 'DKIM 署名のドメイン'),
  field(
    'selector',
    'text',
    ['dkim-selector', 's'],
    [],
    'Selector of a DKIM signature',
    'DKIM 署名のセレクター',
  ),
  field('dkim-result', 'choice', [], results, 'Result of a DKIM signature', 'DKIM 署名の検証結果'),
  field('spf-domain', 'text', [], [], 'Domain that SPF checked', 'SPF が検証したドメイン'),
  field('spf-scope', 'choice', ['scope'], ['mfrom', 'helo'], 'What SPF checked', 'SPF の検証対象'),
  field('spf-result', 'choice', [], [...results, 'softfail'], 'Result of SPF', 'SPF の検証結果'),
  field(
    'reason',
    'choice',
    ['override'],
    [
      'forwarded',
      'local_policy',
      'mailing_list',
      'policy_test_mode',
      'sampled_out',
      'trusted_forwarder',
      'other',
    ],
    'Why the receiver did not follow the policy',
    '受信側がポリシーに従わなかった理由',
  ),
  field('comment', 'text', [], [], 'Comment on that reason', 'その理由のコメント'),
  field('reporter', 'text', ['org', 'org-name'], [], 'Who sent the report', 'レポートの送信元'),
  field('report-id', 'text', ['id'], [], 'The report’s identifier', 'レポート ID'),
  field(
    'domain',
    'text',
    ['policy-domain'],
    [],
    'Domain whose policy applied',
    'ポリシーが適用されたドメイン',
  ),
  field('p', 'choice', ['policy'], policies, 'Policy in force', '適用されたポリシー'),
  field('sp', 'choice', [], policies, 'Policy for subdomains', 'サブドメインのポリシー'),
  field(
    'np',
    'choice',
    [],
    policies,
    'Policy for subdomains that do not exist',
    '存在しないサブドメインのポリシー',
  ),
  field('adkim', 'choice', [], ['r', 's'], 'DKIM alignment asked for', 'DKIM のアライメントモード'),
  field('aspf', 'choice', [], ['r', 's'], 'SPF alignment asked for', 'SPF のアライメントモード'),
  field(
    'seems',
    'choice',
    ['verdict'],
    sourceKinds,
    'What the source network seems to be, by all that is open',
    '送信元ネットワークの推定（開いているレポート全体に基づく）',
  ),
  field(
    'day',
    'time',
    [],
    [],
    'The day of the report, as the chart has it (UTC)',
    'レポートの日（グラフの日、UTC）',
  ),
  field(
    'first-seen',
    'time',
    ['seen'],
    [],
    'Day on which the source network was first seen in the open reports (UTC)',
    '送信元ネットワークが開いているレポートに初めて現れた日 (UTC)',
  ),
  field('date', 'time', [], [], 'A day in the report’s period (UTC)', 'レポートの期間に含まれる日 (UTC)'),
  field('begin', 'time', [], [], 'Begin of the report’s period (UTC)', 'レポートの期間の始まり (UTC)'),
  field('end', 'time', [], [], 'End of the report’s period (UTC)', 'レポートの期間の終わり (UTC)'),
  field('file', 'text', ['path'], [], 'The file that the report came in', 'レポートのファイル'),
];

const byName: ReadonlyMap<string, Field> = new Map(
  fields.flatMap((one) => [one.name, ...one.aliases].map((name) => [name, one] as const)),
);

/** The field that a query calls `name`; case and `_` for `-` do not matter. */
export function fieldNamed(name: string): Field | undefined {
  return byName.get(name.toLowerCase().replaceAll('_', '-'));
}

/** Every name by which a field may be called. */
export const allFieldNames: readonly string[] = [...byName.keys()];
