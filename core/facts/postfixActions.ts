import type { Localized } from '../text/message';
import type { Keyword } from './keyword';

/** What a lookup in an access table or a header or body check may say (access(5), header_checks(5)). */
export interface TableAction extends Keyword {
  /** Where it can stand. */
  readonly where: 'access' | 'checks' | 'both';
  /** What follows it; absent where nothing does. */
  readonly argument?: Localized;
  readonly since?: string;
}

const TEXT: Localized = { en: 'text', ja: '文' };
const OPTIONAL_TEXT: Localized = { en: '[text]', ja: '[文]' };

function action(
  name: string,
  where: TableAction['where'],
  en: string,
  ja: string,
  more: Omit<TableAction, 'name' | 'where' | 'means'> = {},
): TableAction {
  return { name, where, means: { en, ja }, ...more };
}

const rows: readonly TableAction[] = [
  action(
    'OK',
    'access',
    'Lets the client or address pass this list of restrictions.',
    'この制限の並びを通過させます。',
  ),
  action(
    'REJECT',
    'both',
    'Refuses the mail, for good; the text is told to the client.',
    'メールを恒久的に拒否します。文は相手に伝わります。',
    { argument: OPTIONAL_TEXT },
  ),
  action(
    'DUNNO',
    'both',
    'As if the table had no such entry: the next restriction or line decides.',
    '該当なしと同じです。次の制限や行が決めます。',
  ),
  action(
    'DEFER',
    'access',
    'Refuses the mail for now; the client tries again.',
    'メールを一時的に拒否します。相手は再送します。',
    { argument: OPTIONAL_TEXT },
  ),
  action(
    'DEFER_IF_REJECT',
    'access',
    'Refuses for now where a later restriction would refuse for good.',
    '後の制限が恒久的に拒否する場合に、一時的な拒否に変えます。',
    { argument: OPTIONAL_TEXT },
  ),
  action(
    'DEFER_IF_PERMIT',
    'access',
    'Refuses for now where everything else would let the mail pass.',
    'ほかのすべてが許可する場合に、一時的に拒否します。',
    { argument: OPTIONAL_TEXT },
  ),
  action(
    'DISCARD',
    'both',
    'Says that the mail was taken, and throws it away.',
    '受け取ったと答えて、メールを捨てます。',
    { argument: OPTIONAL_TEXT },
  ),
  action(
    'HOLD',
    'both',
    'Puts the mail aside; it moves only once `postsuper -H` lets it.',
    'メールを保留します。`postsuper -H` で解除するまで動きません。',
    { argument: OPTIONAL_TEXT },
  ),
  action('BCC', 'both', 'Sends a copy to this address.', 'このアドレスに控えを送ります。', {
    argument: { en: 'user@domain', ja: 'ユーザー@ドメイン' },
    since: '3.0',
  }),
  action(
    'FILTER',
    'both',
    'Sends the whole message through this content filter, in place of content_filter.',
    'content_filter の代わりに、このコンテンツフィルターへメッセージ全体を送ります。',
    { argument: { en: 'transport:destination', ja: 'transport:送り先' } },
  ),
  action(
    'PREPEND',
    'both',
    'Puts a header before the message; in checks, before the matching line.',
    'メッセージの先頭（checks では該当行の前）にヘッダーを加えます。',
    { argument: { en: 'headername: headervalue', ja: 'ヘッダー名: 値' } },
  ),
  action(
    'REDIRECT',
    'both',
    'Sends the mail to this address and not to its recipients.',
    '本来の宛先ではなく、このアドレスに送ります。',
    { argument: { en: 'user@domain', ja: 'ユーザー@ドメイン' } },
  ),
  action('INFO', 'both', 'Writes a line to the log, no more.', 'ログに記録するだけです。', {
    argument: OPTIONAL_TEXT,
    since: '3.0',
  }),
  action('WARN', 'both', 'Writes a warning to the log, no more.', 'ログに警告を記録するだけです。', {
    argument: OPTIONAL_TEXT,
  }),
  action('IGNORE', 'checks', 'Deletes the line from the message.', 'その行をメッセージから消します。'),
  action(
    'REPLACE',
    'checks',
    'Puts this text in place of the line; of a header, its name included.',
    'その行をこの文に置き換えます。ヘッダーでは名前も含めて書きます。',
    { argument: TEXT },
  ),
  action(
    'STRIP',
    'checks',
    'Deletes the line and writes that to the log.',
    'その行を消し、ログに記録します。',
    {
      argument: OPTIONAL_TEXT,
      since: '3.2',
    },
  ),
  action(
    'PASS',
    'checks',
    'Ends all header and body checks for this message.',
    'このメッセージの以後の検査をすべて省きます。',
    {
      argument: OPTIONAL_TEXT,
      since: '3.6',
    },
  ),
];

/** By name, in upper case; Postfix does not tell upper from lower case here. */
export const TABLE_ACTIONS: ReadonlyMap<string, TableAction> = new Map(rows.map((row) => [row.name, row]));
