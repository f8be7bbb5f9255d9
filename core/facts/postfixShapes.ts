/**
 * What the text of a parameter is made of:
 * - `tables`: lookup tables, `type:name`, in the order in which they are asked;
 * - `table`: one lookup table;
 * - `cache`: one lookup table that is written and cleaned;
 * - `patterns`: names or addresses, `/files`, `type:name` tables, `!` before what is left out;
 * - `networks`: the same, for addresses and networks;
 * - `protocols`: TLS versions, `>=TLSv1.2`, `!SSLv3`;
 * - `hostname`: one host or domain name;
 * - `one`: a single value without blanks or commas;
 * - `classes`: names of restriction classes;
 * - `sites`: DNS lists with filters and weights;
 * - `interfaces`: names and addresses of this machine;
 * - `transport`: `transport:nexthop`;
 * - `nexthop`: `[host]:port`, as relayhost has it;
 * - `address`: an IP address;
 * - `feedback`: a number, or `number / something` (a positive or negative feedback);
 * - `delimiters`: two different characters;
 * - `character`: one character;
 * - `file`, `files`, `folder`, `absolute`: paths, the last of which must begin with `/`;
 * - `command`: what a shell runs.
 */
export type TextShape =
  | 'tables'
  | 'table'
  | 'cache'
  | 'patterns'
  | 'networks'
  | 'protocols'
  | 'hostname'
  | 'one'
  | 'classes'
  | 'sites'
  | 'interfaces'
  | 'transport'
  | 'nexthop'
  | 'address'
  | 'feedback'
  | 'delimiters'
  | 'character'
  | 'absolute'
  | 'file'
  | 'files'
  | 'folder'
  | 'command';

const named: Readonly<Partial<Record<TextShape, string>>> = {
  tables: `body_checks header_checks lmtp_body_checks lmtp_header_checks lmtp_mime_header_checks
    lmtp_nested_header_checks milter_header_checks mime_header_checks nested_header_checks smtp_body_checks
    smtp_header_checks smtp_mime_header_checks smtp_nested_header_checks alias_database relay_clientcerts
    postscreen_dnsbl_reply_map smtp_tls_per_site lmtp_tls_per_site tlsproxy_client_per_site smtp_dns_reply_filter lmtp_dns_reply_filter
    smtpd_dns_reply_filter default_delivery_status_filter lmtp_delivery_status_filter
    local_delivery_status_filter pipe_delivery_status_filter smtp_delivery_status_filter
    virtual_delivery_status_filter smtp_reply_filter lmtp_reply_filter smtpd_command_filter
    postscreen_command_filter`,
  table: `address_verify_map postscreen_cache_map lmtp_sasl_auth_cache_name
    smtp_sasl_auth_cache_name`,
  cache: `lmtp_tls_session_cache_database smtp_tls_session_cache_database smtpd_tls_session_cache_database`,
  absolute: `maillog_file`,
  patterns: `mydestination relay_domains virtual_alias_domains virtual_mailbox_domains fast_flush_domains
    masquerade_exceptions smtp_connection_cache_destinations lmtp_connection_cache_destinations
    authorized_flush_users authorized_mailq_users authorized_submit_users smtp_sasl_mechanism_filter
    lmtp_sasl_mechanism_filter smtpd_sasl_mechanism_filter debug_peer_list`,
  networks: `mynetworks permit_mx_backup_networks qmqpd_authorized_clients smtpd_authorized_verp_clients
    smtpd_authorized_xclient_hosts smtpd_authorized_xforward_hosts smtpd_client_event_limit_exceptions
    smtpd_forbid_bare_newline_exclusions smtpd_sasl_exceptions_networks`,
  hostname: `myhostname mydomain`,
  one: `myorigin`,
  classes: `smtpd_restriction_classes`,
  sites: `postscreen_dnsbl_sites`,
  interfaces: `inet_interfaces proxy_interfaces`,
  transport: `default_transport local_transport relay_transport virtual_transport mailbox_transport
    fallback_transport content_filter best_mx_transport address_verify_default_transport
    address_verify_local_transport address_verify_relay_transport address_verify_virtual_transport`,
  nexthop: `relayhost smtp_fallback_relay lmtp_fallback_relay address_verify_relayhost`,
  address: `smtp_bind_address smtp_bind_address6 lmtp_bind_address lmtp_bind_address6`,
  feedback: `default_destination_concurrency_negative_feedback default_destination_concurrency_positive_feedback`,
  delimiters: `default_verp_delimiters`,
  character: `smtp_sasl_password_result_delimiter lmtp_sasl_password_result_delimiter`,
  folder: `command_directory daemon_directory data_directory html_directory mail_spool_directory
    manpage_directory meta_directory process_id_directory queue_directory readme_directory sample_directory
    shlib_directory virtual_mailbox_base config_directory`,
  file: `bounce_template_file mailq_path newaliases_path openssl_path sendmail_path tls_config_file
    tls_random_exchange_name`,
  command: `mailbox_command debugger_command local_command_shell`,
};

const BY_NAME: ReadonlyMap<string, TextShape> = new Map(
  (Object.entries(named) as [TextShape, string][]).flatMap(([shape, names]) =>
    names.split(/\s+/).map((name): [string, TextShape] => [name, shape]),
  ),
);

const BY_ENDING: readonly (readonly [RegExp, TextShape])[] = [
  [/_tls_(?:CAfile|d?cert_file|eccert_file|d?key_file|eckey_file|dh\d+_param_file)$/, 'file'],
  [/_tls_CApath$/, 'folder'],
  [/_tls_(?:chain_files|trust_anchor_file)$/, 'files'],
  [/_tls_(?:mandatory_)?protocols$/, 'protocols'],
  [/_(?:positive|negative)_feedback$/, 'feedback'],
  [/_maps$/, 'tables'],
];

/** Lists that end like tables, but are none: what the proxymap server may open. */
const OTHERS = new Set(['proxy_read_maps', 'proxy_write_maps']);

/** What a text parameter is made of, where that is known. */
export function shapeOf(name: string): TextShape | undefined {
  if (OTHERS.has(name)) return undefined;
  return BY_NAME.get(name) ?? BY_ENDING.find(([pattern]) => pattern.test(name))?.[1];
}
