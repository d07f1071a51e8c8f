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
  // It shows no network: keys run none, and its address holds its own choices.
  isWithoutNetwork?: true;
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
    isWithoutNetwork: true,
    load: () => import("../runs/RunsPage.svelte"),
  },
  {
    name: "functions",
    title: "functions_page",
    network: "playground",
    isWithoutNetwork: true,
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

// The link with which the network of a place begins.
export const firstLink = (place: Place): string => networkLink(place) || (place.page.first ?? "");

// The link of a network in an address.
export const networkLink = ({ page, link }: Place): string => (page.isWithoutNetwork ? "" : link);
