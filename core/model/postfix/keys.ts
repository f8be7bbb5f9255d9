// What names are known under in an editor's questions, so that documents of several languages mean the same by one.

/** Names of parameters and services share no space with those of zones: no domain name has a blank. */
const PARAMETER = 'main.cf ';
const SERVICE = 'master.cf ';

/** The key of a parameter's name. */
export function parameterKey(name: string): string {
  return PARAMETER + name;
}

/** The key of a service's name. */
export function serviceKey(name: string): string {
  return SERVICE + name;
}

/** The name in a key of either kind; undefined where it is none. */
export function nameInKey(key: string): string | undefined {
  if (key.startsWith(PARAMETER)) return key.slice(PARAMETER.length);
  return key.startsWith(SERVICE) ? key.slice(SERVICE.length) : undefined;
}

/** Whether a key is that of a service's name. */
export function isServiceKey(key: string): boolean {
  return key.startsWith(SERVICE);
}
