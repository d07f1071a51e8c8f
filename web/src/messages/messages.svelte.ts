// The page's texts in both languages. A text that one of them lacks does not compile.

import en from "./en.json";
import vi from "./vi.json";

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
