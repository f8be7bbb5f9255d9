import * as vscode from 'vscode';
import type { SavedKey } from '../publish';

/** The keys that a form has had made and whose records nobody was given yet. */
export interface UnpublishedKeys {
  /** @param place where the private key lies, for people */
  add(place: string, key: SavedKey): void;
  /** Texts were handed over: the keys that are in them are published. */
  published(...texts: readonly string[]): void;
  /** What is to be said of keys in texts that were not handed over. */
  saidOf(texts: readonly string[]): { readonly said?: string };
  /** The form does without a key: it is asked what becomes of its file. */
  drop(place: string): void;
  /** The form is closed. */
  dropAll(): void;
}

export function unpublishedKeys(): UnpublishedKeys {
  const keys = new Map<string, SavedKey>();
  const drop = (place: string): void => {
    const key = keys.get(place);
    keys.delete(place);
    // Nobody can tell whether a record was taken by hand from what the form shows.
    if (key !== undefined) void key.offerRemoval();
  };
  return {
    add(place, key) {
      keys.set(place, key);
    },
    published(...texts) {
      for (const [place, key] of keys) if (texts.some(key.isIn)) keys.delete(place);
    },
    saidOf(texts) {
      const [place] = [...keys].find(([, key]) => texts.some(key.isIn)) ?? [];
      return place === undefined
        ? {}
        : { said: vscode.l10n.t('The private key is in {0}. Its record has not been published yet.', place) };
    },
    drop,
    dropAll() {
      for (const place of [...keys.keys()]) drop(place);
    },
  };
}
