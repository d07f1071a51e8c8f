// What keys do on the page that is shown, in place of what they do elsewhere.

import type { Key } from "../messages/messages.svelte";

export interface PageKey {
  act: () => void;
  // What it does, for the list of keys.
  text: Key;
}

export const pageKeys = $state<{ current: Record<string, PageKey> }>({ current: {} });
