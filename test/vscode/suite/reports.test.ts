import * as vscode from 'vscode';
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

  it('leave other XML files to the text editor', async () => {
    await vscode.commands.executeCommand('vscode.open', file('report.xml'));
    await until('a text editor', () => (activeInput() instanceof vscode.TabInputText ? true : undefined));
  });
});
