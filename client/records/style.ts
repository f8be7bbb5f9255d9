/** The look of a page about a record: the editor's own colours and fonts, room to read. */
export const STYLE = `
:root { --good: var(--vscode-testing-iconPassed, #388a34); --bad: var(--vscode-errorForeground, #c72e0f);
  --warning: var(--vscode-editorWarning-foreground, #bf8803); --neutral: var(--vscode-descriptionForeground); }
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground);
  line-height: 1.55; max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.45em; font-weight: 600; line-height: 1.3; margin: .3em 0 .7em; }
h2 { font-size: 1.1em; font-weight: 600; margin: 1.9em 0 .6em; padding-bottom: .25em;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-panel-border)); }
p, .paragraph { margin: .45em 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover, a:focus { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
code, pre { font-family: var(--vscode-editor-font-family); font-size: .95em; }
code { background: var(--vscode-textCodeBlock-background); color: var(--vscode-foreground); padding: .1em .3em;
  border-radius: 3px; }
pre { background: var(--vscode-textCodeBlock-background); padding: .7em .9em; border-radius: 4px; margin: .8em 0;
  white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
.verdict { display: flex; gap: .8em; align-items: baseline; padding: .7em .9em; margin: .8em 0; border-radius: 4px;
  border-left: 4px solid var(--tone); background: var(--vscode-textBlockQuote-background, transparent); }
.paragraph.warning:not(.verdict), .paragraph.bad:not(.verdict) { padding-left: .8em; border-left: 4px solid var(--tone); }
.badge { color: var(--tone); font-size: 1.15em; white-space: nowrap; }
.good { --tone: var(--good); } .bad { --tone: var(--bad); } .warning { --tone: var(--warning); }
.neutral { --tone: var(--neutral); }
ul { list-style: none; padding: 0; margin: .5em 0; }
li, .item { position: relative; padding-left: calc(1.1em + var(--depth, 0) * 1.3em); margin: .25em 0; }
li::before, .item::before { content: ''; position: absolute; left: calc(.25em + var(--depth, 0) * 1.3em); top: .65em;
  width: .35em; height: .35em; border-radius: 50%; background: var(--tone, var(--neutral)); }
dl { display: grid; grid-template-columns: fit-content(13em) 1fr; gap: .9em 1.2em; margin: .6em 0; }
dl.compact { gap: .1em 1.2em; margin: 1em 0; } dl.compact dt { color: var(--vscode-descriptionForeground); }
dl.compact p { margin: 0; }
 dd { margin: 0; min-width: 0; }
dd p:first-child { margin-top: 0; } dd p { margin: .2em 0; }
.aside { color: var(--vscode-descriptionForeground); font-size: .92em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { overflow-wrap: break-word; }
th { text-align: left; white-space: nowrap; font-weight: 600; color: var(--vscode-descriptionForeground); }
th, td { padding: .35em .9em .35em 0; vertical-align: top;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-panel-border)); }
td:first-child { padding-left: calc(var(--depth, 0) * 1.2em); }
tr:not(.whole) td:last-child { color: var(--tone, inherit); white-space: nowrap; }
tr.good:not(.whole) td:last-child, tr.bad:not(.whole) td:last-child { font-weight: 600; white-space: normal; }
.notice { padding: .5em .9em; margin-bottom: 1em; border-radius: 4px;
  background: var(--vscode-inputValidation-warningBackground); border: 1px solid var(--vscode-inputValidation-warningBorder); }
@media (max-width: 34rem) { body { padding: .6rem .8rem 2rem; } dl { grid-template-columns: 1fr; gap: .2em; }
  dd { margin: 0 0 .8em; } }
`;
