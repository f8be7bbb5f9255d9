import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the access restrictions do, in our own words. */
export const RESTRICTION_WORDS: Readonly<Record<string, Localized>> = {
  check_ccert_access: words(
    'Looks up the fingerprint of the client’s certificate.',
    'クライアント証明書のフィンガープリントで表を引きます。',
  ),
  check_client_access: words(
    'Looks up the client’s name, address and networks.',
    'クライアントの名前やアドレス、ネットワークで表を引きます。',
  ),
  check_helo_access: words(
    'Looks up the HELO name and its parent domains.',
    'HELO の名前とその親ドメインで表を引きます。',
  ),
  check_policy_service: words(
    'Asks a policy server, such as an SPF checker or a greylister.',
    'SPF 検証やグレイリストなどのポリシーサーバーに尋ねます。',
  ),
  check_recipient_access: words(
    'Looks up the recipient’s address and domain.',
    '受信者のアドレスとドメインで表を引きます。',
  ),
  check_reverse_client_hostname_access: words(
    'Looks up the client’s unverified reverse name.',
    'クライアントの未確認の逆引き名で表を引きます。',
  ),
  check_sasl_access: words('Looks up the login name.', 'ログイン名で表を引きます。'),
  check_sender_access: words(
    'Looks up the sender’s address and domain.',
    '送信者のアドレスとドメインで表を引きます。',
  ),
  defer: words('Defers whatever comes this far.', 'ここまで来たものを一時的に拒否します。'),
  defer_if_permit: words(
    'Defers if something later would permit.',
    '後で許可されるものを一時的に拒否します。',
  ),
  defer_if_reject: words(
    'Defers if something later would reject.',
    '後で拒否されるものを一時的な拒否に変えます。',
  ),
  defer_unauth_destination: words(
    'Defers mail for domains that are not ours: closes the relay, softly.',
    '自分の担当でないドメイン宛を一時的に拒否します。中継を閉じます。',
  ),
  permit: words('Permits whatever comes this far.', 'ここまで来たものを許可します。'),
  permit_auth_destination: words('Permits mail for our own domains.', '自分の担当ドメイン宛を許可します。'),
  permit_dnswl_client: words(
    'Permits clients on a DNS allow list.',
    'DNS の許可リストにあるクライアントを許可します。',
  ),
  permit_inet_interfaces: words(
    'Permits this machine’s own addresses.',
    'このマシン自身のアドレスを許可します。',
  ),
  permit_mx_backup: words(
    'Permits mail for domains whose MX this machine is. Easily misused.',
    'このマシンが MX であるドメイン宛を許可します。悪用されやすいので注意してください。',
  ),
  permit_mynetworks: words('Permits clients in mynetworks.', 'mynetworks にあるクライアントを許可します。'),
  permit_sasl_authenticated: words(
    'Permits clients that logged in.',
    'ログインしたクライアントを許可します。',
  ),
  permit_tls_all_clientcerts: words(
    'Permits any client with a trusted certificate.',
    '信頼できる証明書を持つすべてのクライアントを許可します。',
  ),
  permit_tls_clientcerts: words(
    'Permits clients whose certificate is in relay_clientcerts.',
    'relay_clientcerts にある証明書を持つクライアントを許可します。',
  ),
  reject: words('Rejects whatever comes this far.', 'ここまで来たものを拒否します。'),
  reject_authenticated_sender_login_mismatch: words(
    'Rejects a logged-in user who does not own the sender address.',
    'ログインした利用者が送信者アドレスの持ち主でなければ拒否します。',
  ),
  reject_invalid_helo_hostname: words(
    'Rejects HELO names that are not well formed.',
    '形式の正しくない HELO の名前を拒否します。',
  ),
  reject_known_sender_login_mismatch: words(
    'The same, but only for sender addresses that have an owner.',
    '持ち主のいる送信者アドレスに限り、ログイン名が違えば拒否します。',
  ),
  reject_multi_recipient_bounce: words(
    'Rejects bounces to several recipients.',
    '複数の受信者宛のバウンスを拒否します。',
  ),
  reject_non_fqdn_helo_hostname: words(
    'Rejects HELO names that are not fully qualified.',
    '完全修飾でない HELO の名前を拒否します。',
  ),
  reject_non_fqdn_recipient: words(
    'Rejects recipients without a full domain.',
    'ドメインが完全でない受信者を拒否します。',
  ),
  reject_non_fqdn_sender: words(
    'Rejects senders without a full domain.',
    'ドメインが完全でない送信者を拒否します。',
  ),
  reject_plaintext_session: words('Rejects what is not encrypted.', '暗号化されていない接続を拒否します。'),
  reject_rbl_client: words('Rejects clients on a DNS block list.', 'DNSBL にあるクライアントを拒否します。'),
  reject_rhsbl_client: words(
    'Rejects clients whose name is on a block list of domains.',
    '名前がドメインのブロックリストにあるクライアントを拒否します。',
  ),
  reject_rhsbl_helo: words(
    'Rejects HELO names on a block list of domains.',
    'ドメインのブロックリストにある HELO の名前を拒否します。',
  ),
  reject_rhsbl_sender: words(
    'Rejects sender domains on a block list.',
    'ブロックリストにある送信者ドメインを拒否します。',
  ),
  reject_sender_login_mismatch: words(
    'Rejects senders that the login does not own, and owned addresses without login.',
    '送信者アドレスの持ち主でないログインと、持ち主のいるアドレスの未ログイン使用を拒否します。',
  ),
  reject_unauth_destination: words(
    'Rejects mail for domains that are not ours: this closes the relay.',
    '自分の担当でないドメイン宛を拒否します。これで中継を閉じます。',
  ),
  reject_unauth_pipelining: words(
    'Rejects clients that send commands ahead of their time.',
    '順番を待たずにコマンドを送るクライアントを拒否します。',
  ),
  reject_unauthenticated_sender_login_mismatch: words(
    'Rejects owned sender addresses from clients that did not log in.',
    '持ち主のいる送信者アドレスを、ログインせずに使うことを拒否します。',
  ),
  reject_unknown_client_hostname: words(
    'Rejects clients without a name that leads back to their address. Strict.',
    '正引きと逆引きが一致しないクライアントを拒否します。厳しい条件です。',
  ),
  reject_unknown_helo_hostname: words(
    'Rejects HELO names without address and MX. Strict.',
    'アドレスも MX もない HELO の名前を拒否します。厳しい条件です。',
  ),
  reject_unknown_recipient_domain: words(
    'Rejects recipients of remote domains that do not exist.',
    '存在しない外部ドメイン宛を拒否します。',
  ),
  reject_unknown_reverse_client_hostname: words(
    'Rejects clients without any reverse name.',
    '逆引きのないクライアントを拒否します。',
  ),
  reject_unknown_sender_domain: words(
    'Rejects senders whose domain does not exist in the DNS.',
    'DNS に存在しないドメインの送信者を拒否します。',
  ),
  reject_unlisted_recipient: words('Rejects recipients that do not exist.', '存在しない受信者を拒否します。'),
  reject_unlisted_sender: words(
    'Rejects senders of our own domains that do not exist.',
    '自ドメインに存在しない送信者を拒否します。',
  ),
  reject_unverified_recipient: words(
    'Asks the recipient’s server whether the address exists.',
    '受信者のサーバーにアドレスの存在を確かめます。',
  ),
  reject_unverified_sender: words(
    'Asks the sender’s server whether the address exists. A burden on others.',
    '送信者のサーバーにアドレスの存在を確かめます。相手の負担になります。',
  ),
  sleep: words('Waits so many seconds.', '指定した秒数だけ待ちます。'),
  warn_if_reject: words(
    'The next restriction only logs what it would reject. For trials.',
    '次の制限を拒否せず記録だけにします。試すときに使います。',
  ),
};
