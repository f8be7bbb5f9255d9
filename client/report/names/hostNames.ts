import { askableAddress, hostNameOf, isSameAddress, reverseName } from '../../../core/report/names/address';
import type { Resolver } from './resolver';

/** How much is asked. */
export interface HostNameLimits {
  /** Addresses of one call that are asked about; further ones stay without a name. */
  readonly addresses: number;
  /** Questions on their way at a time. */
  readonly atOnce: number;
  /** Milliseconds after which a call answers with what it has. */
  readonly wait: number;
  /** Names of one address that are tried; a PTR set may be of any size. */
  readonly candidates: number;
  /** Addresses whose names are remembered. */
  readonly remembered: number;
}

const defaults: HostNameLimits = Object.freeze({
  addresses: 256,
  atOnce: 8,
  wait: 20_000,
  candidates: 4,
  remembered: 20_000,
});

export interface HostNames {
  /**
   * The host name of each address, in their order; undefined where none is known.
   *
   * A name counts only where it is a valid host name and its own A or AAAA records give the address again: whoever
   * holds an address can write any name into its PTR record, also yours. Unconfirmed names are left out altogether.
   * Addresses of private and special networks are never asked about. What was found, or surely not found, is
   * remembered for the session; what failed is asked again the next time.
   * @returns `failed`: where every question failed, the last error's code, such as `ETIMEOUT`
   */
  of(
    addresses: readonly string[],
  ): Promise<{ readonly names: readonly (string | undefined)[]; readonly failed: string | undefined }>;
  /** Ends what is under way; it then answers with what it has. */
  dispose(): void;
}

/** No record of that kind, by those who must know. All other errors only say that nobody answered. */
const noSuchRecord = new Set(['ENOTFOUND', 'ENODATA']);

/** Looks up names of hosts, one call after the other, asking nothing before it is called. */
export function hostNames(newResolver: () => Resolver, limits: Partial<HostNameLimits> = {}): HostNames {
  const { addresses: most, atOnce, wait, candidates, remembered } = { ...defaults, ...limits };
  const known = new Map<string, string | undefined>();
  const end = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();

  const remember = (address: string, name: string | undefined): void => {
    if (known.size >= remembered) known.delete(known.keys().next().value!);
    known.set(address, name);
  };

  /** The name of one address. Rejects where nobody answers. */
  const find = async (resolver: Resolver, address: string): Promise<string | undefined> => {
    const pointers = await found(resolver.resolvePtr(reverseName(address)));
    const names = new Set(pointers.slice(0, candidates).flatMap((pointer) => hostNameOf(pointer) ?? []));
    for (const name of names) {
      const forward = address.includes(':') ? resolver.resolve6(name) : resolver.resolve4(name);
      if ((await found(forward)).some((text) => isSameAddress(text, address))) return name;
    }
    return undefined;
  };

  /** @returns the last error's code where all failed */
  const askAll = async (wanted: readonly string[]): Promise<string | undefined> => {
    if (wanted.length === 0 || end.signal.aborted) return undefined;
    const resolver = newResolver();
    const waiting = wanted.values();
    const state: { over: boolean; answers: number; failed: string | undefined } = {
      over: false,
      answers: 0,
      failed: undefined,
    };
    const worker = async (): Promise<void> => {
      for (const address of waiting) {
        if (state.over) return;
        try {
          remember(address, await find(resolver, address));
          state.answers++;
        } catch (problem) {
          state.failed = codeOf(problem);
        }
      }
    };
    await new Promise<void>((resolve) => {
      const stop = () => {
        clearTimeout(timer);
        end.signal.removeEventListener('abort', stop);
        resolve();
      };
      const timer = setTimeout(() => {
        state.failed ??= 'ETIMEOUT';
        stop();
      }, wait);
      end.signal.addEventListener('abort', stop);
      void Promise.all(Array.from({ length: Math.min(atOnce, wanted.length) }, worker)).then(stop);
    });
    // Told before `cancel` makes the rest fail as well.
    const failed = state.answers === 0 ? state.failed : undefined;
    state.over = true;
    resolver.cancel();
    return failed;
  };

  return {
    async of(addresses) {
      const asked = addresses.map(askableAddress);
      const own = turn.then(() => {
        const wanted = new Set(asked.flatMap((one) => (one === undefined || known.has(one) ? [] : one)));
        return askAll([...wanted].slice(0, most));
      });
      turn = own.catch(() => undefined);
      const failed = await own;
      return { names: asked.map((one) => (one === undefined ? undefined : known.get(one))), failed };
    },
    dispose() {
      end.abort();
    },
  };
}

/** What records say; nothing where there are none. */
async function found(answer: Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await answer;
  } catch (problem) {
    if (noSuchRecord.has(codeOf(problem))) return [];
    throw problem;
  }
}

function codeOf(problem: unknown): string {
  if (problem instanceof Error) {
    return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.message;
  }
  return String(problem);
}
