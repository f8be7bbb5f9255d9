import { keyword, type Keyword } from './keyword';

/** The facilities that a log line may be filed under (syslog(3)). */
export const SYSLOG_FACILITIES: readonly Keyword[] = [
  'mail',
  'daemon',
  'auth',
  'authpriv',
  'cron',
  'ftp',
  'kern',
  'lpr',
  'news',
  'security',
  'syslog',
  'user',
  'uucp',
  ...Array.from({ length: 8 }, (_, i) => `local${i}`),
].map((name) => keyword(name, `The syslog facility ${name}.`, `syslog のファシリティー ${name} です。`));

/** Those that OpenDMARC and OpenDKIM know. */
export const MILTER_FACILITIES: readonly Keyword[] = SYSLOG_FACILITIES.filter(
  ({ name }) => name !== 'authpriv' && name !== 'ftp',
);
