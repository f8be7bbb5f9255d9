/** What mail services ask their customers to include. The names are those of their own instructions. */
export interface SpfProvider {
  /** The word for it in answers and on the command line. */
  readonly id: string;
  readonly name: string;
  readonly include: string;
  /**
   * How many DNS lookups the include costs with all that it includes in turn, where that was seen in the records
   * themselves; services change them. Absent: one at least.
   */
  readonly lookups?: number;
  /** What the names of the service's receiving servers end in: a domain whose MX is there sends from there, too. */
  readonly receives?: readonly string[];
}

/** In alphabetical order of the services. */
export const SPF_PROVIDERS: readonly SpfProvider[] = Object.freeze<SpfProvider[]>([
  { id: 'amazon-ses', name: 'Amazon SES', include: 'amazonses.com', lookups: 1 },
  { id: 'brevo', name: 'Brevo', include: 'spf.brevo.com' },
  {
    id: 'fastmail',
    name: 'Fastmail',
    include: 'spf.messagingengine.com',
    receives: ['messagingengine.com'],
  },
  {
    id: 'google-workspace',
    name: 'Google Workspace',
    include: '_spf.google.com',
    lookups: 1,
    receives: ['google.com', 'googlemail.com'],
  },
  { id: 'haihaimail', name: '配配メール', include: 'spf.haihaimail.jp' },
  { id: 'heteml', name: 'Heteml', include: '_spf.heteml.jp' },
  { id: 'icloud', name: 'iCloud Mail', include: 'icloud.com', receives: ['mail.icloud.com'] },
  { id: 'kagoya', name: 'KAGOYA', include: 'kagoya.net' },
  { id: 'lark', name: 'Lark', include: 'spf.onlarksuite.com' },
  { id: 'line-works', name: 'LINE WORKS', include: 'spf.worksmobile.com', receives: ['worksmobile.com'] },
  { id: 'mailchimp', name: 'Mailchimp', include: 'servers.mcsv.net' },
  {
    id: 'mailchimp-transactional',
    name: 'Mailchimp Transactional',
    include: 'spf.mandrillapp.com',
    lookups: 1,
  },
  { id: 'mailgun', name: 'Mailgun', include: 'mailgun.org', lookups: 5 },
  { id: 'mailjet', name: 'Mailjet', include: 'spf.mailjet.com' },
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    include: 'spf.protection.outlook.com',
    receives: ['mail.protection.outlook.com', 'mx.microsoft'],
  },
  { id: 'mimecast', name: 'Mimecast', include: '_netblocks.mimecast.com', receives: ['mimecast.com'] },
  { id: 'postmark', name: 'Postmark', include: 'spf.mtasv.net' },
  { id: 'proton', name: 'Proton Mail', include: '_spf.protonmail.ch', receives: ['protonmail.ch'] },
  { id: 'salesforce', name: 'Salesforce', include: '_spf.salesforce.com' },
  { id: 'sendgrid', name: 'SendGrid', include: 'sendgrid.net', lookups: 2 },
  { id: 'xserver', name: 'XServer', include: 'spf.sender.xserver.jp', receives: ['xserver.jp'] },
  { id: 'zendesk', name: 'Zendesk', include: 'mail.zendesk.com' },
  // Each region has servers of its own, and an include that names them alone.
  { id: 'zoho', name: 'Zoho Mail', include: 'zohomail.com', receives: ['zoho.com'] },
  { id: 'zoho-eu', name: 'Zoho Mail (EU)', include: 'zohomail.eu', receives: ['zoho.eu'] },
  { id: 'zoho-jp', name: 'Zoho Mail (JP)', include: 'zohomail.jp', receives: ['zoho.jp'] },
]);

/** The service whose customers include this name; case and a final dot do not matter. */
export function spfProvider(name: string): SpfProvider | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  return SPF_PROVIDERS.find(({ include }) => include === wanted);
}

/** The service to which a receiving server belongs; case and a final dot do not matter. */
export function spfProviderOfServer(host: string): SpfProvider | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  return SPF_PROVIDERS.find(({ receives }) =>
    receives?.some((end) => name === end || name.endsWith(`.${end}`)),
  );
}
