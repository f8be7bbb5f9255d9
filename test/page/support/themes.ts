// What VS Code gives a webview: its variables, its own style sheet, and the marks of the theme on the body.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const themeNames = ['light', 'dark', 'hcDark', 'hcLight'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The form of themes.json, which takeThemes.ts writes. */
export interface Themes {
  /** VS Code's own style sheet for webviews. */
  readonly css: string;
  /** Attributes of the body. */
  readonly body: Readonly<Record<ThemeName, Readonly<Record<string, string>>>>;
  /** By variable: its value in all themes, or one for each in the order of `themeNames`; null where it has none. */
  readonly variables: Readonly<Record<string, string | readonly (string | null)[]>>;
}

const themes = JSON.parse(readFileSync(join(import.meta.dirname, 'themes.json'), 'utf8')) as Themes;

/** The names of all variables that a webview may use. */
export const variableNames: ReadonlySet<string> = new Set(Object.keys(themes.variables));

/** A theme as it is put onto a page. */
export interface Theme {
  readonly css: string;
  readonly body: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

export function themeOf(name: ThemeName): Theme {
  const at = themeNames.indexOf(name);
  const variables = Object.entries(themes.variables).flatMap(([variable, values]): [string, string][] => {
    const value = typeof values === 'string' ? values : values[at];
    return typeof value === 'string' ? [[variable, value]] : [];
  });
  return { css: themes.css, body: themes.body[name], variables: Object.fromEntries(variables) };
}
