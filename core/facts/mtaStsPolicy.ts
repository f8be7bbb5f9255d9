import type { Localized } from '../text/message';
import { keyword, type Keyword } from './keyword';

/** The fields that RFC 8461 §3.2 names; all others are extensions, of which none is registered. */
export type PolicyKey = 'version' | 'mode' | 'mx' | 'max_age';

/** One of these fields: what completion and hover say of it. */
export interface PolicyKeyFact extends Keyword {
  readonly name: PolicyKey;
  /** Markdown: what it is for and what to watch. */
  readonly documentation: Localized;
}

function fact(name: PolicyKey, means: readonly [string, string], words: readonly [string, string]) {
  return {
    ...keyword(name, ...means),
    name,
    documentation: { en: words[0], ja: words[1] },
  } satisfies PolicyKeyFact;
}

/** In the order in which policies are mostly written. */
export const POLICY_KEYS: readonly PolicyKeyFact[] = Object.freeze([
  fact(
    'version',
    ['which standard the file follows', 'ファイルが従う規格'],
    [
      'Says that the file is an MTA-STS policy. There is one version, `STSv1`, written in exactly this case; without it senders take the file for no policy.',
      'MTA-STS のポリシーであることを示します。値は `STSv1`（大文字小文字も区別）だけで、なければポリシーとして扱われません。',
    ],
  ),
  fact(
    'mode',
    ['what senders do where TLS fails', 'TLS が使えないときの送信側の動作'],
    [
      'What a sender does when a mail server of the domain offers no TLS, shows a certificate that does not hold, or is not among the `mx` patterns: `enforce`, `testing` or `none`.',
      '受信サーバーが TLS に対応していない、証明書が有効でない、または `mx` のパターンに一致しないときに、送信側がどうするかを `enforce`、`testing`、`none` のどれかで指定します。',
    ],
  ),
  fact(
    'mx',
    ['a mail server of the domain', 'ドメインの受信サーバー'],
    [
      'A host that the domain’s MX records may name, one a line. `*` in place of the whole leftmost label stands for exactly one label: `*.example.com` is `mx1.example.com`, but neither `example.com` nor `a.b.example.com`. Not needed in mode `none`.',
      'MX レコードに書かれるホスト名です。1 行に 1 つ書きます。`*` は最も左のラベル全体の代わりにだけ使え、ちょうど 1 ラベルに一致します（`*.example.com` は `mx1.example.com` に一致し、`example.com` や `a.b.example.com` には一致しません）。モードが `none` なら不要です。',
    ],
  ),
  fact(
    'max_age',
    ['how long senders keep the policy', '送信側がポリシーを保持する期間'],
    [
      'For how many seconds from fetching it senders hold on to the policy, 31557600 (a year) at most. The longer, the harder it is for an attacker to keep senders from it; weeks or more are meant. While senders keep it, servers cannot be exchanged for others that no pattern covers.',
      '送信側が取得後にポリシーを保持する秒数です（最大 31557600 = 1 年）。長いほど、攻撃者がポリシーの取得を妨げにくくなります。数週間以上が想定されています。保持されている間は、パターンに一致しないサーバーへ移行できません。',
    ],
  ),
]);

/** What `mode` can be, the one to begin with first. */
export const POLICY_MODES: readonly Keyword[] = Object.freeze([
  keyword(
    'testing',
    'Mail is delivered even where TLS fails; senders that report (TLS-RPT) tell of it. The mode to begin with.',
    'TLS に失敗してもメールは届き、送信側が TLS-RPT で失敗を報告します。最初に使うモードです。',
  ),
  keyword(
    'enforce',
    'Mail is not delivered to servers without a proper TLS certificate, or that no `mx` pattern covers.',
    '有効な TLS 証明書のないサーバーや、`mx` のパターンに一致しないサーバーへは配送されません。',
  ),
  keyword(
    'none',
    'Senders act as though there was no policy: the way to take one back that they still keep.',
    'ポリシーがないものとして扱われます。保持されているポリシーを取り消すために使います。',
  ),
]);

const DAY = 86_400;

/** Google’s instructions ask for no less. */
export const SHORT_MAX_AGE = DAY;

/** RFC 8461 §3.2 expects weeks or more. */
export const USUAL_MAX_AGE = 7 * DAY;

/** RFC 8461 §3.2: 365 days and a quarter. */
export const LONGEST_MAX_AGE = 31_557_600;

/** Values of `max_age` to choose from. */
export const MAX_AGES: readonly Keyword[] = Object.freeze([
  keyword('604800', 'A week: the least for a policy in force.', '1 週間。運用中のポリシーの下限です。'),
  keyword('1209600', 'Two weeks.', '2 週間。'),
  keyword('2592000', 'Thirty days.', '30 日。'),
  keyword('7776000', 'Ninety days.', '90 日。'),
  keyword(
    '31557600',
    'A year, the longest: for servers whose names do not change.',
    '1 年（最長）。サーバー名が変わらない場合向けです。',
  ),
  keyword(
    '86400',
    'A day: while testing, or to take a policy back.',
    '1 日。試験中やポリシーの取り消しに使います。',
  ),
]);

/** A whole policy to begin with, as an LSP snippet. */
export const POLICY_BEGINNING = 'version: STSv1\nmode: testing\nmx: ${1:mail.example.com}\nmax_age: 604800\n';
