/** Asks the DNS as the system is set up to; the part of Node's `dns.promises.Resolver` that is used. */
export interface Resolver {
  /**
   * What PTR records at a name say. Rejects, with a `code`, where there are none or nobody answers. (Node's `reverse`
   * would not do: it asks the hosts file as well, and says that there is no name where nobody answered.)
   */
  resolvePtr(name: string): Promise<readonly string[]>;
  resolve4(name: string): Promise<readonly string[]>;
  resolve6(name: string): Promise<readonly string[]>;
  /** Ends all questions that are still open. */
  cancel(): void;
}
