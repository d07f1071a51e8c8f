import { describe, expect, it } from "vitest";

// Texts that are the same in both languages.
const SAME = ["title", "data_xor", "dropout", "engine", "functions_value", "functions_slope", "functions_pull"];

type Texts = Record<string, string>;
const FILES = import.meta.glob<Texts>("./*/*.json", { eager: true, import: "default" });
const names = (language: string): string[] =>
  Object.keys(FILES)
    .filter((path) => path.startsWith(`./${language}/`))
    .map((path) => path.slice(language.length + 3));
const read = (language: string, file: string): Texts => FILES[`./${language}/${file}`] ?? {};
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

export function faults(en: Texts, vi: Texts, same: string[] = SAME): string[] {
  const found = Object.keys({ ...en, ...vi }).filter((key) => !(key in en) || !(key in vi));
  for (const [key, text] of Object.entries(en)) {
    const other = vi[key] ?? "";
    if (!text.trim() || !other.trim()) found.push(key);
    else if (String(placeholders(text)) !== String(placeholders(other))) found.push(key);
    else if (text === other && !same.includes(key)) found.push(key);
  }
  return [...new Set(found)];
}

describe("the texts", () => {
  const files = names("en");
  it("are in the same files in both languages", () => {
    expect(names("vi")).toEqual(files);
  });
  it.each(files)("%s is translated", (file) => {
    expect(faults(read("en", file), read("vi", file))).toEqual([]);
  });
  it("no key is in two files", () => {
    const keys = files.flatMap((file) => Object.keys(read("en", file)));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
  it("tells what is missing, empty, without its placeholder or not translated", () => {
    const en = { a: "one", b: "two {n}", c: "three", d: "four", e: "five" };
    const vi = { b: "hai", c: " ", d: "four", e: "năm" };
    expect(faults(en, vi)).toEqual(["a", "b", "c", "d"]);
  });
});
