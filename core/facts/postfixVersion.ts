/** The Postfix that counts where nobody states one: the newest release that the tables of facts know. */
export const POSTFIX_VERSION = '3.11';
