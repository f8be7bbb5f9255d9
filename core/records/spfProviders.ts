/** What mail services ask their customers to include. The names are those of their own instructions. */
export interface SpfProvider {
  readonly name: string;
  readonly include: string;
}

/** In alphabetical order of the services. */
export const SPF_PROVIDERS: readonly SpfProvider[] = Object.freeze<SpfProvider[]>([
  { name: 'Amazon SES', include: 'amazonses.com' },
  { name: 'Brevo', include: 'spf.brevo.com' },
  { name: 'Fastmail', include: 'spf.messagingengine.com' },
  { name: 'Google Workspace', include: '_spf.google.com' },
  { name: 'iCloud Mail', include: 'icloud.com' },
  { name: 'Mailchimp', include: 'servers.mcsv.net' },
  { name: 'Mailgun', include: 'mailgun.org' },
  { name: 'Microsoft 365', include: 'spf.protection.outlook.com' },
  { name: 'Mimecast', include: '_netblocks.mimecast.com' },
  { name: 'Postmark', include: 'spf.mtasv.net' },
  { name: 'Proton Mail', include: '_spf.protonmail.ch' },
  { name: 'Salesforce', include: '_spf.salesforce.com' },
  { name: 'SendGrid', include: 'sendgrid.net' },
  { name: 'XServer', include: 'spf.sender.xserver.jp' },
  { name: 'Zendesk', include: 'mail.zendesk.com' },
]);

/** The service whose customers include this name; case and a final dot do not matter. */
export function spfProvider(name: string): SpfProvider | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  return SPF_PROVIDERS.find(({ include }) => include === wanted);
}
