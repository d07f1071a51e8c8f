// A network's layers as the page shows them: a column for each hidden dense layer, with what follows
// it. A recipe names them in short where all columns are alike, and one by one where they differ.

export interface LayerSettings {
  name: string;
  units?: number;
  rate?: number;
  [key: string]: unknown;
}

export interface Column {
  units: number;
  activation: string;
  batchNorm: boolean;
  dropout: number;
}

const OTHERS = ["batch_norm", "dropout", "standardize"];
const PLAIN = "identity";

// The hidden columns of a network; the last dense layer, which gives the output, is none of them.
export function columnsOf(layers: LayerSettings[]): Column[] {
  const columns: Column[] = [];
  for (const layer of layers) {
    const last = columns.at(-1);
    if (layer.name === "dense") {
      columns.push({ units: layer.units ?? 1, activation: PLAIN, batchNorm: false, dropout: 0 });
    } else if (last && layer.name === "batch_norm") last.batchNorm = true;
    else if (last && layer.name === "dropout") last.dropout = Number(layer.rate ?? 0);
    else if (last && !OTHERS.includes(layer.name)) last.activation = layer.name;
  }
  return columns.slice(0, -1);
}

// The settings of a recipe that give these columns.
export function recipeOf(
  columns: Column[],
  outputs: number,
  initializer: unknown,
): Record<string, unknown> {
  const first = columns[0];
  const isUniform = columns.every(
    ({ activation, batchNorm, dropout }) =>
      activation === first?.activation &&
      batchNorm === first.batchNorm &&
      dropout === first.dropout,
  );
  const hidden = columns.map(({ units }) => units);
  if (isUniform) {
    const { activation, batchNorm: batch_norm, dropout } = first ?? {};
    return first ? { hidden, activation, batch_norm, dropout, layers: null } : { hidden, layers: null };
  }
  const drawn = initializer ? { initializer } : {};
  const layers = columns.flatMap(({ units, activation, batchNorm, dropout }) => [
    { name: "dense", units, ...drawn },
    ...(batchNorm ? ["batch_norm"] : []),
    ...(activation === PLAIN ? [] : [activation]),
    ...(dropout > 0 ? [{ name: "dropout", rate: dropout }] : []),
  ]);
  const short = { hidden: null, activation: null, batch_norm: null, dropout: null };
  return { ...short, initializer: null, layers: [...layers, { name: "dense", units: outputs }] };
}
