import { keyword, type Keyword } from './keyword';

/** What the value of an option is. */
export type ServiceOptionKind = 'time' | 'number' | 'text';

/** An option in `{ endpoint, name=value }`. */
export interface ServiceOption extends Keyword {
  readonly kind: ServiceOptionKind;
}

function option(name: string, kind: ServiceOptionKind, en: string, ja: string): ServiceOption {
  return { ...keyword(name, en, ja), kind };
}

function byName(options: readonly ServiceOption[]): ReadonlyMap<string, ServiceOption> {
  return new Map(options.map((each) => [each.name, each]));
}

/** What one milter may have otherwise than the others (`smtpd_milters`), by name. */
export const MILTER_OPTIONS: ReadonlyMap<string, ServiceOption> = byName([
  option(
    'command_timeout',
    'time',
    'How long this milter may take for a command, in place of milter_command_timeout.',
    'この milter が 1 つのコマンドに使える時間です (milter_command_timeout の代わり)。',
  ),
  option(
    'connect_timeout',
    'time',
    'How long connecting to this milter may take, in place of milter_connect_timeout.',
    'この milter への接続を待つ時間です (milter_connect_timeout の代わり)。',
  ),
  option(
    'content_timeout',
    'time',
    'How long this milter may take for the message as a whole, in place of milter_content_timeout.',
    'この milter がメッセージ全体に使える時間です (milter_content_timeout の代わり)。',
  ),
  option(
    'default_action',
    'text',
    'What becomes of mail when this milter is down, in place of milter_default_action.',
    'この milter が使えないときのメールの扱いです (milter_default_action の代わり)。',
  ),
  option(
    'protocol',
    'text',
    'The version of the milter protocol, in place of milter_protocol.',
    'milter プロトコルの版です (milter_protocol の代わり)。',
  ),
]);

/** What one policy service may have otherwise than the others (`check_policy_service`), by name. */
export const POLICY_OPTIONS: ReadonlyMap<string, ServiceOption> = byName([
  option(
    'default_action',
    'text',
    'What is done when this service does not answer; the preset is smtpd_policy_service_default_action.',
    'このサービスが応答しないときの動作です (既定は smtpd_policy_service_default_action)。',
  ),
  option(
    'max_idle',
    'time',
    'After how long without a question the connection is closed.',
    '問い合わせのない接続を閉じるまでの時間です。',
  ),
  option(
    'max_ttl',
    'time',
    'After how long the connection is closed, busy or not.',
    '使用中でも接続を閉じるまでの時間です。',
  ),
  option(
    'policy_context',
    'text',
    'A word that the service is told, so that one service can tell several callers apart.',
    'サービスに渡す文字列です。1 つのサービスが呼び出し元を見分けるのに使います。',
  ),
  option(
    'request_limit',
    'number',
    'How many questions go over one connection; 0 for any number.',
    '1 つの接続で送る問い合わせの数です。0 は無制限です。',
  ),
  option(
    'retry_delay',
    'time',
    'How long to wait before a failed question is asked again.',
    '失敗した問い合わせをやり直すまでの待ち時間です。',
  ),
  option('timeout', 'time', 'How long an answer may take.', '応答を待つ時間です。'),
  option(
    'try_limit',
    'number',
    'How often a question is asked before giving up.',
    '問い合わせを試みる回数です。',
  ),
]);
