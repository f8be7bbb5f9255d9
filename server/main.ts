import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './node/files';
import { serve } from './server';

declare const MAIL_AUTH_VERSION: string;

const usage = `Mail Auth language server ${MAIL_AUTH_VERSION}

Usage: server.js TRANSPORT
  --stdio            speak LSP over standard input and output
  --node-ipc         speak over the channel of Node's child_process.fork()
  --socket=PORT      connect to a TCP port of this host
  --pipe=NAME        connect to a named pipe or Unix domain socket

initializationOptions (all optional):
  settings           {"rules": {"<rule>": "error|warning|information|hint|off"},
                      "zoneOrigins": {"<path in the workspace>": "<the zone's name>"}}
  rulePage           where a rule's page opens, {rule} standing for its id
  suggestCommand     the client's command that opens the completion list again
`;

const [transport, ...others] = process.argv.slice(2);

if (transport === '--help' || transport === '--version') {
  process.stdout.write(transport === '--help' ? usage : `${MAIL_AUTH_VERSION}\n`);
} else if ([transport ?? '', ...others].some((a) => /^--(stdio|node-ipc|socket|pipe)\b/.test(a))) {
  serve(createConnection(ProposedFeatures.all), nodeFiles());
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
