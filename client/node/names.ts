import { promises } from 'node:dns';
import { homedir } from 'node:os';
import type { ClientPlatform } from '../platform';

/** The DNS and the home folder as Node has them. Asks nothing by itself. */
export const names: Pick<ClientPlatform, 'newResolver' | 'home'> = Object.freeze({
  newResolver: () => new promises.Resolver({ timeout: 2000, tries: 2 }),
  home: homedir(),
});
