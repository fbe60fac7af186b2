/** Brings the vectors of an edition up to date: only texts that are new or changed are given to the model. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Embedder } from "../model/embedder.ts";
import { readVectors, textsHash, type VectorManifest } from "./load.ts";
import { textHash } from "./texts.ts";
import { encode, type NamedVector, quantised, type Vectors } from "./vectors.ts";

export type Rebuilt = { readonly made: number; readonly kept: number; readonly dropped: number };

/** Writes only when something changed, so that a build that changes nothing leaves no trace. */
export async function rebuildVectors(folder: string, texts: readonly string[], embedder: Embedder): Promise<Rebuilt> {
  const status = await embedder.ready();
  if (status.state !== "ready") throw new Error(`The model is ${status.state}: nothing can be made without it`);
  const before = readVectors(folder);
  const usable = typeof before !== "string" && before.manifest.sha256 === status.sha256;
  const old = usable ? before.vectors : undefined;
  const wanted = new Map(texts.map((text) => [textHash(text), text]));
  const fresh = [...wanted].filter(([hash]) => !old?.rows.has(hash));
  const kept = old ? keptOf(old, wanted) : [];
  const dropped = (old?.rows.size ?? 0) - kept.length;
  if (fresh.length === 0 && dropped === 0) return { made: 0, kept: kept.length, dropped };

  const vectors = await embedder.embed(fresh.map(([, text]) => text));
  const made = fresh.map(([hash], at) => quantised(hash, vectors[at] ?? new Float32Array()));
  const dimensions = made[0]?.values.length ?? old?.dimensions ?? 0;
  const manifest: VectorManifest = {
    model: status.model,
    sha256: status.sha256,
    dimensions,
    count: wanted.size,
    texts: textsHash(wanted.keys()),
  };
  writeFileSync(join(folder, "vectors.bin"), encode([...kept, ...made], dimensions));
  writeFileSync(join(folder, "vectors.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return { made: made.length, kept: kept.length, dropped };
}

function keptOf({ dimensions, rows, scales, values }: Vectors, wanted: ReadonlyMap<string, string>): NamedVector[] {
  return [...rows].flatMap(([hash, row]) => {
    if (!wanted.has(hash)) return [];
    return [
      {
        hash,
        scale: scales[row] ?? 0,
        values: Int8Array.from(values.subarray(row * dimensions, (row + 1) * dimensions)),
      },
    ];
  });
}
