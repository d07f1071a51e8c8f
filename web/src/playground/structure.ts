// Where the numbers of a network lie in the one vector that the engine sends.

export interface Place {
  at: number;
  shape: number[];
}

interface Named {
  name: string;
  shape: number[];
}

// The places of all arrays whose names end so, such as "dense.W", in order.
export function placesOf(arrays: Named[], ending: string): (Place & { name: string })[] {
  let at = 0;
  const places: (Place & { name: string })[] = [];
  for (const { name, shape } of arrays) {
    if (name.endsWith(ending)) places.push({ at, shape, name });
    at += shape.reduce((a, b) => a * b, 1);
  }
  return places;
}

// A unit of a hidden layer, both counted from 0.
export interface Unit {
  layer: number;
  unit: number;
}
