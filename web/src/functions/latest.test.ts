import { describe, expect, it } from "vitest";
import { Latest } from "./latest.svelte";

const settled = async (until: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !until(); i++) await new Promise((done) => setTimeout(done, 5));
};

describe("the newest question", () => {
  it("is asked after the one that is being answered; those between are not", async () => {
    const latest = new Latest<number>();
    const asked: number[] = [];
    for (const n of [1, 2, 3, 4]) {
      latest.ask("a", async () => {
        asked.push(n);
        return n;
      });
    }
    await settled(() => latest.answer === 4);
    expect(asked).toEqual([1, 4]);
    expect(latest.answer).toBe(4);
  });
  it("is asked again when a connection is lost, and an answer of the old one does not count", async () => {
    const latest = new Latest<string>();
    let late = (_: string): void => {};
    latest.ask("a", () => new Promise((done) => (late = done)));
    latest.ask("b", async () => "new");
    await settled(() => latest.answer === "new");
    late("old");
    await new Promise((done) => setTimeout(done, 20));
    expect(latest.answer).toBe("new");
  });
  it("keeps the last answer while another one is refused, and says why", async () => {
    const latest = new Latest<number>();
    latest.ask("a", async () => 1);
    await settled(() => latest.answer === 1);
    const why = { key: "slope", code: "illegal", text: "slope is 2" };
    latest.ask("a", () => Promise.reject(why));
    await settled(() => latest.refused !== null);
    expect([latest.answer, latest.refused]).toEqual([1, why]);
    latest.ask("a", async () => 2);
    await settled(() => latest.answer === 2);
    expect(latest.refused).toBeNull();
  });
});
