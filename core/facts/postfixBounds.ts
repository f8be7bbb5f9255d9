/** Least and greatest values (times in seconds) of numbers; undefined where Postfix sets no limit on that side. */
export interface Bounds {
  readonly least?: bigint;
  readonly most?: bigint;
}

/** Names parted by blanks that share bounds, as the programs name them when they refuse a value. */
const rows: readonly (readonly [least: bigint | undefined, most: bigint | undefined, names: string])[] = [
  [
    undefined,
    6n,
    `
      delay_logging_resolution_limit
    `,
  ],
  [
    undefined,
    10n,
    `
      in_flow_delay
    `,
  ],
  [
    undefined,
    32n,
    `
      smtpd_client_ipv4_prefix_length
    `,
  ],
  [
    undefined,
    100n,
    `
      default_delivery_slot_discount
    `,
  ],
  [
    undefined,
    128n,
    `
      smtpd_client_ipv6_prefix_length
    `,
  ],
  [
    undefined,
    8640000n,
    `
      bounce_queue_lifetime lmtp_tls_session_cache_timeout maximal_queue_lifetime
      smtp_tls_session_cache_timeout smtpd_tls_session_cache_timeout
    `,
  ],
  [
    1n,
    undefined,
    `
      address_verify_negative_expire_time address_verify_negative_refresh_time
      address_verify_pending_request_limit address_verify_poll_count address_verify_poll_delay
      address_verify_positive_expire_time address_verify_positive_refresh_time anvil_rate_time_unit
      anvil_status_update_time application_event_drain_time berkeley_db_create_buffer_size
      berkeley_db_read_buffer_size bounce_size_limit command_time_limit
      connection_cache_protocol_timeout connection_cache_status_update_time
      connection_cache_ttl_limit daemon_timeout debug_peer_level default_process_limit
      default_recipient_refill_delay default_recipient_refill_limit deliver_lock_attempts
      deliver_lock_delay fast_flush_purge_time fast_flush_refresh_time fork_attempts fork_delay
      hash_queue_depth header_address_token_limit header_size_limit hopcount_limit
      initial_destination_concurrency ipc_idle ipc_timeout ipc_ttl lmdb_map_size
      lmtp_connection_cache_time_limit lmtp_connection_reuse_time_limit lmtp_data_done_timeout
      lmtp_data_init_timeout lmtp_data_xfer_timeout lmtp_lhlo_timeout lmtp_mail_timeout
      lmtp_min_data_rate lmtp_pix_workaround_delay_time lmtp_quit_timeout lmtp_rcpt_timeout
      lmtp_rset_timeout lmtp_starttls_timeout lmtp_xforward_timeout max_idle max_use
      maximal_backoff_time milter_command_timeout milter_connect_timeout milter_content_timeout
      mime_boundary_length_limit mime_nesting_limit minimal_backoff_time postscreen_bare_newline_ttl
      postscreen_cache_retention_time postscreen_command_count_limit postscreen_command_time_limit
      postscreen_dnsbl_max_ttl postscreen_dnsbl_min_ttl postscreen_dnsbl_threshold
      postscreen_dnsbl_timeout postscreen_greet_ttl postscreen_greet_wait
      postscreen_non_smtp_command_ttl postscreen_pipelining_ttl postscreen_upstream_proxy_timeout
      qmgr_daemon_timeout qmgr_ipc_timeout qmgr_message_active_limit qmgr_message_recipient_limit
      qmgr_message_recipient_minimum qmqpd_timeout queue_file_attribute_count_limit queue_run_delay
      service_throttle_time smtp_connection_cache_time_limit smtp_connection_reuse_time_limit
      smtp_data_done_timeout smtp_data_init_timeout smtp_data_xfer_timeout smtp_helo_timeout
      smtp_mail_timeout smtp_min_data_rate smtp_pix_workaround_delay_time smtp_quit_timeout
      smtp_rcpt_timeout smtp_rset_timeout smtp_starttls_timeout smtp_xforward_timeout
      smtpd_hard_error_limit smtpd_history_flush_threshold smtpd_junk_command_limit
      smtpd_min_data_rate smtpd_policy_service_max_idle smtpd_policy_service_max_ttl
      smtpd_policy_service_retry_delay smtpd_policy_service_timeout smtpd_policy_service_try_limit
      smtpd_proxy_timeout smtpd_recipient_limit smtpd_recipient_overshoot_limit
      smtpd_soft_error_limit smtpd_starttls_timeout postscreen_starttls_timeout smtpd_timeout smtpd_upstream_proxy_timeout
      socketmap_max_reply_size stale_lock_time tls_daemon_random_bytes tls_random_bytes
      tls_random_prng_update_period tls_random_reseed_period transport_retry_time trigger_timeout
      virtual_alias_address_length_limit virtual_alias_expansion_limit virtual_alias_recursion_limit
      virtual_minimum_uid
    `,
  ],
  [
    5n,
    undefined,
    `
      postscreen_post_queue_limit
    `,
  ],
  [
    10n,
    undefined,
    `
      postlogd_watchdog_timeout postscreen_pre_queue_limit postscreen_watchdog_timeout
      tlsproxy_watchdog_timeout
    `,
  ],
  [
    10n,
    100n,
    `
      qmgr_fudge_factor
    `,
  ],
  [
    200n,
    499n,
    `
      unverified_recipient_defer_code unverified_sender_defer_code
    `,
  ],
  [
    200n,
    599n,
    `
      unverified_recipient_reject_code unverified_sender_reject_code
    `,
  ],
  [
    500n,
    599n,
    `
      smtpd_forbid_bare_newline_reject_code
    `,
  ],
  [
    512n,
    undefined,
    `
      line_length_limit
    `,
  ],
  [
    12288n,
    undefined,
    `
      smtpd_sasl_response_limit
    `,
  ],
];

/** The bounds of numbers and times, by the parameter's name; what is not here takes every number of its width. */
export const POSTFIX_BOUNDS: ReadonlyMap<string, Bounds> = new Map(
  rows.flatMap(([least, most, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, Bounds] => [
        name,
        { ...(least !== undefined && { least }), ...(most !== undefined && { most }) },
      ]),
  ),
);

/** Texts that must not be empty: the programs that read them refuse to start. Not among them are the paths
 * (`sendmail_path` …) and `setgid_group` that stand empty in main.cf as Postfix ships it, for its installation to fill in.
 */
export const POSTFIX_NOT_EMPTY: ReadonlySet<string> = new Set(
  `
    2bounce_notice_recipient address_verify_default_transport address_verify_local_transport
    address_verify_relay_transport address_verify_service_name address_verify_virtual_transport
    bounce_notice_recipient bounce_service_name canonical_classes cleanup_service_name
    command_directory command_expansion_filter connection_cache_service_name daemon_directory
    data_directory default_database_type default_destination_concurrency_negative_feedback
    default_destination_concurrency_positive_feedback default_privs default_rbl_reply
    default_transport default_verp_delimiters defer_service_name
    lmtp_sasl_password_result_delimiter smtp_sasl_password_result_delimiter delay_notice_recipient dnsblog_service_name
    double_bounce_sender empty_address_default_transport_maps_lookup_key empty_address_recipient
    empty_address_relayhost_maps_lookup_key error_notice_recipient error_service_name
    execution_directory_expansion_filter flush_service_name forward_expansion_filter
    full_name_encoding_charset hash_queue_names header_from_format info_log_address_format lmtp_address_preference lmtp_address_verify_target lmtp_host_lookup
    lmtp_lhlo_name lmtp_sasl_type lmtp_tls_ciphers lmtp_tls_fingerprint_digest
    lmtp_tls_mandatory_ciphers lmtp_tls_secure_cert_match lmtp_tls_verify_cert_match local_transport
    mail_name mail_owner mail_release_date mail_version mailbox_delivery_lock
    maillog_file_compressor maillog_file_permissions maillog_file_prefixes
    maillog_file_rotate_suffix meta_directory milter_default_action
    milter_macro_daemon_name milter_macro_v milter_protocol mydomain myhostname mynetworks_style
    myorigin openssl_path pickup_service_name postlog_service_name
    postscreen_bare_newline_action postscreen_denylist_action postscreen_dnsbl_action
    postscreen_expansion_filter postscreen_greet_action postscreen_non_smtp_command_action
    postscreen_pipelining_action process_id_directory proxymap_service_name proxywrite_service_name
    queue_directory queue_service_name recipient_canonical_classes
    reject_tempfail_action relay_transport rewrite_service_name sender_canonical_classes sendmail_fix_line_endings shlib_directory
    showq_service_name smtp_address_preference smtp_address_verify_target smtp_helo_name
    smtp_host_lookup smtp_sasl_type smtp_tls_ciphers smtp_tls_fingerprint_digest
    smtp_tls_mandatory_ciphers smtp_tls_secure_cert_match smtp_tls_verify_cert_match smtpd_banner
    smtpd_expansion_filter smtpd_forbid_bare_newline smtpd_policy_service_default_action
    smtpd_sasl_path smtpd_sasl_service smtpd_sasl_type smtpd_service_name smtpd_tls_ciphers
    smtpd_tls_eecdh_grade smtpd_tls_fingerprint_digest smtpd_tls_mandatory_ciphers
    smtputf8_autodetect_classes syslog_facility syslog_name tls_dane_digests tls_high_cipherlist
    tls_medium_cipherlist tls_null_cipherlist tlsmgr_service_name tlsproxy_client_fingerprint_digest
    tlsproxy_service_name tlsproxy_tls_ciphers tlsproxy_tls_eecdh_grade
    tlsproxy_tls_fingerprint_digest tlsproxy_tls_mandatory_ciphers trace_service_name
    unknown_address_tempfail_action unknown_helo_hostname_tempfail_action
    unverified_recipient_tempfail_action unverified_sender_tempfail_action verp_delimiter_filter
    virtual_mailbox_lock virtual_transport
  `
    .trim()
    .split(/\s+/),
);

/** Texts that only versions before the named one refuse to have empty. */
export const POSTFIX_ONCE_NOT_EMPTY: ReadonlyMap<string, string> = new Map([
  ['tls_eecdh_auto_curves', '3.10'],
  ['tls_eecdh_strong_curve', '3.10'],
  ['tls_eecdh_ultra_curve', '3.10'],
  ['tls_export_cipherlist', '3.8'],
  ['tls_low_cipherlist', '3.8'],
]);
