// Every `*.test.ts` beside this file; test/vscode/host.ts makes the module as it bundles.
declare module 'mail-auth-suites';
