// The choices of the page as texts, for its address, and back.

import type { Choices } from "../shell/choices";
import { Functions, functions } from "./functions.svelte";
import { deep, DeepNetworkChoice, OWN, USUAL } from "./layers.svelte";

const NUMBERS = ["layers", "units", "seed", "rate", "deviation"] as const;
const isNumber = (key: string): key is (typeof NUMBERS)[number] =>
  (NUMBERS as readonly string[]).includes(key);

export function choicesOf(of = functions, network = deep): Choices {
  return {
    main: of.main,
    compared: of.compared.join(","),
    initializer: network.initializer,
    ...Object.fromEntries(NUMBERS.map((key) => [key, String(network[key])])),
    ...of.changes,
  };
}

export const USUAL_CHOICES = choicesOf(new Functions(), new DeepNetworkChoice());

// Take over what a link says; returns what this page does not know of it.
export function takeChoices(choices: Choices, of = functions, network = deep): string[] {
  return Object.entries(choices)
    .filter(([key, value]) => !isTaken(key, value, of, network))
    .map(([key, value]) => `${key}=${value}`);
}

function isTaken(key: string, value: string, of: Functions, network: DeepNetworkChoice): boolean {
  const names = of.activations.map(({ name }) => name);
  if (key === "main") {
    if (names.includes(value)) of.main = value;
    return of.main === value;
  }
  if (key === "compared") {
    const others = value.split(",").filter(Boolean);
    const isKnown = others.every((name) => names.includes(name));
    if (isKnown) of.compared = others;
    return isKnown;
  }
  if (key === "initializer") {
    const isKnown = [USUAL, OWN, ...(of.list?.initializers ?? [])].includes(value);
    if (isKnown) network.initializer = value;
    return isKnown;
  }
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return false;
  if (isNumber(key)) {
    network[key] = number;
    return true;
  }
  const [name = "", setting = ""] = key.split(".");
  const slider = of.slidersOf(name).find((one) => one.name === setting);
  if (!slider || number < slider.low || number > slider.high) return false;
  of.set(name, setting, number);
  return true;
}
