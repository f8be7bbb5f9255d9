import { words, type Inline } from '../../text/page';
import { referenceUrl } from '../../text/reference';

/** References such as `RFC 6376 §3.6.1, RFC 8463 §4.2`, each a link where it has a public page. */
export function referenceLinks(references: string): Inline[] {
  return references.split(/[,;] /).flatMap((reference, index): Inline[] => {
    const url = referenceUrl(reference);
    const label = words(reference);
    const shown: Inline = url === undefined ? label : { link: { to: 'web', url }, label };
    return index === 0 ? [shown] : [words(', '), shown];
  });
}
