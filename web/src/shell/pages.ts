// The pages of the lab: each is loaded when it is first shown.

import type { Component } from "svelte";
import type { Lab } from "../engine/lab.svelte";
import type { Key } from "../messages/messages.svelte";

type Loaded = { default: Component<{ lab: Lab }> };

export interface Page {
  name: string;
  title: Key;
  // Whose network the page shows.
  network: "playground" | "digits";
  // The link with which that network begins, if none is given.
  first?: string;
  // Keys do not run a network that is not in sight.
  isWithoutClock?: true;
  load: () => Promise<Loaded>;
}

export const PAGES: Page[] = [
  {
    name: "playground",
    title: "page_playground",
    network: "playground",
    load: () => import("../playground/Playground.svelte"),
  },
  {
    name: "glass",
    title: "page_glass",
    network: "playground",
    load: () => import("../glass/Glass.svelte"),
  },
  {
    name: "digits",
    title: "digits_page",
    network: "digits",
    first:
      "data=mnist&rows=10000&hidden=32&activation=relu&learning_rate=0.1&batch_size=32" +
      "&validation=0.2",
    load: () => import("../digits/Digits.svelte"),
  },
  {
    name: "runs",
    title: "runs_page",
    network: "playground",
    isWithoutClock: true,
    load: () => import("../runs/RunsPage.svelte"),
  },
  {
    name: "functions",
    title: "functions_page",
    network: "playground",
    isWithoutClock: true,
    load: () => import("../functions/FunctionsPage.svelte"),
  },
];

export interface Place {
  page: Page;
  link: string;
}

// The page and the link of an address such as "#/playground?data=moons".
export function placeOf(hash: string): Place {
  const [, name = "", link = ""] = /^#\/(\w*)(?:\?(.*))?$/.exec(hash) ?? [];
  const page = PAGES.find((one) => one.name === name) ?? (PAGES[0] as Page);
  return { page, link };
}

// The link with which a place begins.
export const firstLink = ({ page, link }: Place): string => link || (page.first ?? "");
