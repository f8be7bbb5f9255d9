import * as vscode from 'vscode';
import { pageCommands } from '../../../client/report/protocol';
import { sampleNames } from '../../../client/report/samples';
import { closeAll, file, same, until } from './support';

const activeInput = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;

describe('reports', () => {
  afterEach(closeAll);

  it('open as a table by command', async () => {
    await vscode.commands.executeCommand('mailAuth.openReport', file('report.xml'));
    const input = await until('the table', () => {
      const opened = activeInput();
      return opened instanceof vscode.TabInputCustom ? opened : undefined;
    });
    same(input.viewType, 'mailAuth.report');
    same(input.uri.toString(), file('report.xml').toString());
  });

  it('have a view of their own', async () => {
    await vscode.commands.executeCommand('mailAuth.openReportView');
    await until('the view', () => (activeInput() instanceof vscode.TabInputWebview ? true : undefined));
  });

  it('open as one where their name says that they are one', async () => {
    const named = file('receiver.example!example.com!1794787200!1794873599.xml');
    await vscode.workspace.fs.copy(file('report.xml'), named, { overwrite: true });
    await vscode.commands.executeCommand('vscode.open', named);
    const input = await until('the editor', () => {
      const opened = activeInput();
      return opened instanceof vscode.TabInputCustom ? opened : undefined;
    });
    same(input.viewType, 'mailAuth.namedReport');
    await closeAll();
    await vscode.workspace.fs.delete(named);
  });

  it('open together in one view, whichever way they come', async () => {
    await vscode.commands.executeCommand('mailAuth.openAsReports', file('milters'), [
      file('milters'),
      file('report.xml'),
    ]);
    await until('the view', () => (activeInput() instanceof vscode.TabInputWebview ? true : undefined));
    await vscode.commands.executeCommand('mailAuth.reports.openSamples');
    await vscode.commands.executeCommand('mailAuth.openReportView');
    same(vscode.window.tabGroups.activeTabGroup.tabs.length, 1, 'tabs');
  });

  it('that come with the extension can be read, also where its folder cannot be listed', async () => {
    const { extensionUri } = vscode.extensions.getExtension('mail-auth.vscode-mail-auth')!;
    for (const name of sampleNames) {
      const uri = vscode.Uri.joinPath(extensionUri, 'samples', 'reports', name);
      const { type } = await vscode.workspace.fs.stat(uri);
      same(type & vscode.FileType.File, vscode.FileType.File, name);
      same((await vscode.workspace.fs.readFile(uri)).length > 100, true, name);
    }
  });

  it('each command of the page has its command in VS Code', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = pageCommands.filter((name) => !known.has(`mailAuth.reports.${name}`));
    same(missing, []);
  });

  it('leave other XML files to the text editor', async () => {
    await vscode.commands.executeCommand('vscode.open', file('report.xml'));
    await until('a text editor', () => (activeInput() instanceof vscode.TabInputText ? true : undefined));
  });
});
