// The page's texts in both languages: one file for each page. A text that one of them lacks does not
// compile.

import enDigits from "./en/digits.json";
import enEngine from "./en/engine.json";
import enFunctions from "./en/functions.json";
import enGlass from "./en/glass.json";
import enOwn from "./en/own.json";
import enPlayground from "./en/playground.json";
import enRuns from "./en/runs.json";
import enSave from "./en/save.json";
import enShell from "./en/shell.json";
import viDigits from "./vi/digits.json";
import viEngine from "./vi/engine.json";
import viFunctions from "./vi/functions.json";
import viGlass from "./vi/glass.json";
import viOwn from "./vi/own.json";
import viPlayground from "./vi/playground.json";
import viRuns from "./vi/runs.json";
import viSave from "./vi/save.json";
import viShell from "./vi/shell.json";

export const en = {
  ...enDigits,
  ...enEngine,
  ...enFunctions,
  ...enGlass,
  ...enOwn,
  ...enPlayground,
  ...enRuns,
  ...enSave,
  ...enShell,
};
export const vi = {
  ...viDigits,
  ...viEngine,
  ...viFunctions,
  ...viGlass,
  ...viOwn,
  ...viPlayground,
  ...viRuns,
  ...viSave,
  ...viShell,
};

export type Key = keyof typeof en;
export type Language = "en" | "vi";

const TEXTS: Record<Language, Record<Key, string>> = { en, vi };
const STORED = "noron-lab-language";

function first(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === "en" || stored === "vi") return stored;
  return navigator.language.startsWith("vi") ? "vi" : "en";
}

class Chosen {
  language = $state<Language>(first());
}

const chosen = new Chosen();

export const language = (): Language => chosen.language;

export function setLanguage(to: Language): void {
  chosen.language = to;
  localStorage.setItem(STORED, to);
  document.documentElement.lang = to;
}

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return TEXTS[chosen.language][key].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ""),
  );
}

// The text of a key that is put together, such as that of a data set; the word itself without one.
export function named(prefix: string, name: string): string {
  const key = `${prefix}_${name}`;
  return key in en ? t(key as Key) : name;
}
