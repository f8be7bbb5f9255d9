/** How much leaves the page at once. */
export const exportLimits = {
  /** Records that are copied: clipboards hold more, but nobody pastes it. */
  copied: 20_000,
  /** Records up to which a file is made before anybody asks what goes on. */
  silent: 50_000,
  /** Reports in a zip: without its 64-bit extension, which not every program reads (APPNOTE 4.4.21). */
  reports: 65_534,
  /** The longest file in bytes: it is held as a whole, here and where it is saved. */
  bytes: 2 ** 30,
} as const;
