// What has been chosen on the page; it stays while other pages are shown.

import type { Lab } from "../engine/lab.svelte";
import type { FunctionList, Listed, Slider } from "../engine/messages";

export type Settings = Record<string, string | number>;

export class Functions {
  list = $state.raw<FunctionList | null>(null);
  main = $state("sigmoid");
  compared = $state.raw<string[]>(["relu"]);
  // What has been changed of the settings of an activation or a loss.
  #changed = $state.raw<Record<string, Record<string, number>>>({});

  load(lab: Lab): void {
    void lab.ask<"functions">("functions").then((list) => (this.list = list));
  }

  get activations(): Listed[] {
    return this.list?.activations ?? [];
  }

  // Those that are a function of one number, and can be drawn.
  get drawn(): Listed[] {
    return this.activations.filter(({ is_elementwise }) => is_elementwise);
  }

  // The main activation first, then those it is compared with, in the order of the catalogue.
  get chosen(): string[] {
    const others = this.activations.map(({ name }) => name);
    return [this.main, ...others.filter((name) => name !== this.main && this.isCompared(name))];
  }

  isCompared(name: string): boolean {
    return this.compared.includes(name);
  }

  compare(name: string): void {
    this.compared = this.isCompared(name)
      ? this.compared.filter((one) => one !== name)
      : [...this.compared, name];
  }

  lookOf(name: string): number {
    return Math.max(0, this.activations.findIndex((one) => one.name === name));
  }

  slidersOf(name: string): Slider[] {
    const all = [...this.activations, ...(this.list?.losses ?? [])];
    return all.find((one) => one.name === name)?.sliders ?? [];
  }

  value(name: string, slider: Slider): number {
    return this.#changed[name]?.[slider.name] ?? slider.usual;
  }

  set(name: string, slider: string, to: number): void {
    this.#changed = { ...this.#changed, [name]: { ...this.#changed[name], [slider]: to } };
  }

  // What has been changed, as "leaky_relu.slope" and a number.
  get changes(): Record<string, string> {
    const pairs = Object.entries(this.#changed).flatMap(([name, settings]) =>
      Object.entries(settings).map(([slider, to]) => [`${name}.${slider}`, String(to)] as const),
    );
    return Object.fromEntries(pairs);
  }

  // As the engine takes it: the name with all settings of the sliders.
  settings(name: string): Settings {
    const sliders = this.slidersOf(name);
    const values = sliders.map((slider) => [slider.name, this.value(name, slider)] as const);
    return { name, ...Object.fromEntries(values) };
  }
}

export const functions = new Functions();
