import { describe, expect, it } from "vitest";
import en from "./en.json";
import vi from "./vi.json";

const SAME = ["title", "data_xor", "dropout", "engine"]; // texts that are the same in both languages

describe("the texts", () => {
  const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  it("are there in both languages", () => {
    expect(Object.keys(vi)).toEqual(Object.keys(en));
  });
  it.each(Object.keys(en) as (keyof typeof en)[])("%s is translated", (key) => {
    expect(vi[key].trim()).not.toBe("");
    expect(placeholders(vi[key])).toEqual(placeholders(en[key]));
    if (!SAME.includes(key)) expect(vi[key]).not.toBe(en[key]);
  });
});
