/** The releases in use, as the person or project states them; where one is absent, a default of ours counts. */
export interface Versions {
  readonly postfix?: string;
  readonly opendmarc?: string;
  readonly opendkim?: string;
}
