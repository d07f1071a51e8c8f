// The deep network that the page asks for.

// Each step of its slider is a tenth of a power of ten.
export const deviationOf = (place: number): number => Number((10 ** (place / 10)).toPrecision(2));

export const OWN = "deviation";
export const USUAL = "usual";
const STEPS = 100;

export class DeepNetworkChoice {
  // USUAL, OWN or a name of the catalogue.
  initializer = $state(USUAL);
  // The place on the slider of deviations: 0 is 1.
  deviation = $state(-5);
  layers = $state(10);
  units = $state(32);
  seed = $state(0);
  rate = $state(0.03);
  inPowers = $state(true);
  // Which snapshot of the training the table shows.
  at = $state(0);

  get question(): Record<string, unknown> {
    const { layers, units, seed, rate, initializer } = this;
    const common = { layers, units, seed, steps: STEPS, learning_rate: rate };
    if (initializer === OWN) return { ...common, deviation: deviationOf(this.deviation) };
    return initializer === USUAL ? common : { ...common, initializer };
  }
}

export const deep = new DeepNetworkChoice();
