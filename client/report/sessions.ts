import * as vscode from 'vscode';
import type { ReportEvidence } from '../../core/generator/ladder';
import type { ReportSession } from './session';

/** All pages that are open, in the order in which they were opened. */
const sessions = new Set<ReportSession>();
let last: ReportSession | undefined;
const changes = new vscode.EventEmitter<undefined>();

/** Told whenever a page is opened, closed, or holds other reports. */
export const onDidChangeSessions = changes.event;

/** Has a page known for as long as its panel is open. */
export function addSession(session: ReportSession): void {
  sessions.add(session);
  last = session;
  session.panel.onDidChangeViewState(({ webviewPanel }) => {
    if (webviewPanel.active) last = session;
  });
  session.panel.onDidDispose(() => {
    sessions.delete(session);
    if (last === session) last = [...sessions].at(-1);
    changes.fire(undefined);
  });
  changes.fire(undefined);
}

/** Tells that a page holds other reports. */
export function sessionChanged(): void {
  changes.fire(undefined);
}

export function allSessions(): readonly ReportSession[] {
  return [...sessions];
}

/** The page that a command is meant for: the active one, else that which was active last. */
export function activeSession(): ReportSession | undefined {
  return allSessions().find(({ panel }) => panel.active) ?? last;
}

/** Milliseconds for which a page is waited for. */
const patience = 5000;

/**
 * What the open reports say of a domain's mail; undefined where none says anything. A report may be open in several
 * pages, so that those are not added up: the page that knows of most messages is believed.
 */
export async function evidenceFor(domain: string): Promise<ReportEvidence | undefined> {
  const said = await Promise.all(
    allSessions()
      .filter(({ ready }) => ready)
      .map(({ ask }) =>
        Promise.race([
          ask('evidence', { domain }).catch(() => undefined),
          new Promise<undefined>((resolve) => {
            setTimeout(resolve, patience, undefined);
          }),
        ]),
      ),
  );
  return said.reduce((most, one) => ((one?.messages ?? 0) > (most?.messages ?? 0) ? one : most), undefined);
}
