/** Vectors as 8-bit integers with one scale each: a quarter of the space, and they rank the same. */

export type Vectors = {
  readonly dimensions: number;
  /** One row a text, looked up by the hash of the text. */
  readonly rows: ReadonlyMap<string, number>;
  readonly scales: Float32Array;
  /** Whole numbers where they come from a file. */
  readonly values: Int8Array | Float32Array;
};

export type NamedVector = { readonly hash: string; readonly values: Int8Array; readonly scale: number };

const hashBytes = 8;
const scaleBytes = 4;

export function quantised(hash: string, vector: Float32Array): NamedVector {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = largest / 127 || 1;
  return { hash, scale, values: Int8Array.from(vector, (value) => Math.round(value / scale)) };
}

/** Rows stand in the order of their hashes, so that the file is the same however the texts are ordered. */
export function encode(vectors: readonly NamedVector[], dimensions: number): Buffer {
  const size = hashBytes + scaleBytes + dimensions;
  const bytes = Buffer.alloc(vectors.length * size);
  const sorted = vectors.toSorted((one, other) => (one.hash < other.hash ? -1 : 1));
  for (const [row, vector] of sorted.entries()) {
    bytes.write(vector.hash, row * size, hashBytes, "hex");
    bytes.writeFloatLE(vector.scale, row * size + hashBytes);
    bytes.set(new Uint8Array(vector.values.buffer, vector.values.byteOffset, dimensions), row * size + 12);
  }
  return bytes;
}

export function decode(bytes: Buffer, dimensions: number): Vectors {
  const size = hashBytes + scaleBytes + dimensions;
  if (bytes.length % size !== 0) throw new RangeError(`${bytes.length} bytes are no whole number of ${size}-byte rows`);
  const count = bytes.length / size;
  const rows = new Map<string, number>();
  const scales = new Float32Array(count);
  const values = new Int8Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    const start = row * size;
    rows.set(bytes.toString("hex", start, start + hashBytes), row);
    scales[row] = bytes.readFloatLE(start + hashBytes);
    values.set(bytes.subarray(start + hashBytes + scaleBytes, start + size), row * dimensions);
  }
  return { dimensions, rows, scales, values };
}

/**
 * The vectors of these texts in this order. A text without a vector gets zeros: it is never similar to anything, and
 * word search alone must find it.
 */
export function inOrder(vectors: Vectors, hashes: readonly string[]): Vectors & { readonly missing: number } {
  const { dimensions } = vectors;
  const scales = new Float32Array(hashes.length);
  const values = new Int8Array(hashes.length * dimensions);
  let missing = 0;
  for (const [at, hash] of hashes.entries()) {
    const row = vectors.rows.get(hash);
    if (row === undefined) {
      missing += 1;
      continue;
    }
    scales[at] = vectors.scales[row] ?? 0;
    values.set(vectors.values.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
  }
  return { dimensions, rows: new Map(hashes.map((hash, at) => [hash, at])), scales, values, missing };
}

/** Similarity of one vector to every row. */
export function similarities(vectors: Vectors, query: Float32Array): Float32Array {
  const result = new Float32Array(vectors.scales.length);
  for (let row = 0; row < result.length; row += 1) result[row] = similarity(vectors, row, query);
  return result;
}

/** Four sums at once, which the processor can add side by side. */
export function similarity({ dimensions, scales, values }: Vectors, row: number, query: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0, place = row * dimensions; at + 3 < dimensions; at += 4, place += 4) {
    a += (values[place] ?? 0) * (query[at] ?? 0);
    b += (values[place + 1] ?? 0) * (query[at + 1] ?? 0);
    c += (values[place + 2] ?? 0) * (query[at + 2] ?? 0);
    d += (values[place + 3] ?? 0) * (query[at + 3] ?? 0);
  }
  return (scales[row] ?? 0) * (a + b + c + d);
}
