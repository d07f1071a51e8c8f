// Where the numbers of a network lie in the one vector that the engine sends: of each array the
// corner that is drawn.

export interface Place {
  name: string;
  at: number;
  shape: number[];
}

interface Sent {
  name: string;
  drawn: number[];
}

// The places of all arrays whose names end so, such as "dense.W", in order.
export function placesOf(arrays: Sent[], ending: string): Place[] {
  let at = 0;
  const places: Place[] = [];
  for (const { name, drawn } of arrays) {
    if (name.endsWith(ending)) places.push({ at, shape: drawn, name });
    at += drawn.reduce((a, b) => a * b, 1);
  }
  return places;
}

// A unit of a hidden layer, both counted from 0.
export interface Unit {
  layer: number;
  unit: number;
}
