/** What version control systems keep in the folder at their top: a private key does not belong below one. */
export const REPOSITORIES: readonly string[] = Object.freeze([
  '.git',
  '.hg',
  '.svn',
  '.bzr',
  '.jj',
  '_darcs',
  '.fslckout',
  'CVS',
]);
