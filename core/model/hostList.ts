import { parseHostList } from '../syntax/hostList';
import { message } from '../text/message';
import { touches } from '../text/span';
import type { Description } from '../text/cursor';
import { plainReader } from './plain';

/** How lists of hosts (ignore.hosts, TrustedHosts) are read. */
export const hostListReader = plainReader({ expected: () => undefined, described });

/** A network: how many addresses it has. */
function described(text: string, offset: number): Description | undefined {
  const entry = parseHostList(text).find(({ span }) => touches(span, offset));
  const bits = entry === undefined ? undefined : /^!?\d+\.\d+\.\d+\.\d+\/(\d{1,2})$/.exec(entry.text)?.[1];
  if (entry === undefined || bits === undefined || Number(bits) > 32) return undefined;
  return {
    span: entry.span,
    paragraphs: [
      message(
        {
          en: 'A network of {count} IPv4 addresses.',
          ja: '{count} 個の IPv4 アドレスからなるネットワークです。',
        },
        { count: 2 ** (32 - Number(bits)) },
      ),
    ],
  };
}
