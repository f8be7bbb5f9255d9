/** Asks the DNS as the system is set up to; the part of Node's `dns.promises.Resolver` that is used. */
export interface Resolver {
  /** The names that PTR records give an address. Rejects, with a `code`, where there are none or nobody answers. */
  reverse(address: string): Promise<readonly string[]>;
  resolve4(name: string): Promise<readonly string[]>;
  resolve6(name: string): Promise<readonly string[]>;
  /** Ends all questions that are still open. */
  cancel(): void;
}
