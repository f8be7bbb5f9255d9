/** Names that policies have before they are put where senders fetch them: `mta-sts-example.com.txt`. */
const PERHAPS = /mta[-_.]?sts/i;

/** Whether a file of this name (without folders) may be an MTA-STS policy, so that it is worth a look inside. */
export function mayBeMtaStsPolicy(fileName: string): boolean {
  return PERHAPS.test(fileName) && /\.te?xt(?:\.[\w-]+)?$|^[^.]*$/i.test(fileName);
}

/**
 * Whether a text begins as an MTA-STS policy does: the first line that is not blank is its version.
 * @param head as much of the text as is at hand
 */
export function beginsLikeMtaStsPolicy(head: string): boolean {
  return /^\ufeff?\s*version[ \t]*:[ \t]*STSv1[ \t]*(?:\r?\n|$)/i.test(head);
}
