// What is chosen on a page without a network of its own, as its address holds it:
// "#/functions?main=tanh&layers=12".

import { placeOf } from "./pages";

export type Choices = Record<string, string>;

// The choices in an address.
export const choicesIn = (hash: string): Choices =>
  Object.fromEntries(new URLSearchParams(placeOf(hash).link));

// Those that are not the usual ones, as the end of an address.
export function linkOf(choices: Choices, usual: Choices): string {
  const other = Object.entries(choices).filter(([key, value]) => value !== (usual[key] ?? ""));
  return new URLSearchParams(other).toString().replaceAll("%2C", ",");
}

// Let the address of the page hold them; the page itself stays where it is.
export function keepChoices(page: string, choices: Choices, usual: Choices): void {
  const link = linkOf(choices, usual);
  history.replaceState(null, "", `#/${page}${link ? "?" : ""}${link}`);
}
