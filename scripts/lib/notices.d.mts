import type { Metafile } from 'esbuild';

export function bundledPackages(metafiles: readonly Pick<Metafile, 'outputs'>[]): readonly string[];
export function notices(root: string, packages: readonly string[]): string;
