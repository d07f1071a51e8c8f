// The answer to the newest of many questions: while one is being answered, only the last of those
// that follow is kept.

import type { Refused } from "../engine/messages";

const PAUSE = 40;

export class Latest<T> {
  answer = $state.raw<T | null>(null);
  refused = $state.raw<Refused | null>(null);

  #next: (() => Promise<T>) | null = null;
  #isWaiting = false;
  // Answers of a connection that is lost never come.
  #connection: unknown = null;

  ask(connection: unknown, question: () => Promise<T>): void {
    if (connection !== this.#connection) this.#isWaiting = false;
    this.#connection = connection;
    this.#next = question;
    if (!this.#isWaiting) void this.#answerAll(connection);
  }

  async #answerAll(connection: unknown): Promise<void> {
    this.#isWaiting = true;
    while (this.#next !== null && connection === this.#connection) {
      const question = this.#next;
      this.#next = null;
      try {
        const answer = await question();
        if (connection !== this.#connection) return;
        this.answer = answer;
        this.refused = null;
      } catch (why) {
        this.refused = why as Refused;
      }
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    if (connection === this.#connection) this.#isWaiting = false;
  }
}
