import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Edge, EdgeFingerprints, Input, ServiceInputs, StageInputs } from '../catalog/inputs.js'
import type { Fingerprint } from '../words.js'
import type { Fingerprinted } from './planned.js'

/** Counts up whenever the same inputs would give another fingerprint: then every image is built once more. */
const KEY_SCHEMA = 1

/**
 * JSON keeps any two different lists apart, as length prefixes would, and names that are no UTF-8 too:
 * it writes a lone surrogate as an escape.
 */
const digest = (parts: readonly unknown[]): Fingerprint =>
  `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}` as Fingerprint

const inputParts = (folder: string, inputs: readonly Input[]): readonly unknown[] =>
  inputs.map(({ mode, oid, path }) => [mode, oid, posix.relative(folder, path)])

/** Everything that decides a stage, in an order that does not depend on how it was found. */
const stageParts = (context: string, stage: StageInputs, edges: EdgeFingerprints): readonly unknown[] => [
  stage.target,
  stage.instructions,
  Object.entries(stage.args).sort(([a], [b]) => (a < b ? -1 : 1)),
  inputParts(context, stage.inputs),
  [...stage.platforms].sort(),
  stage.named
    .filter(({ inputs }) => inputs.length > 0)
    .map(({ name, folder, inputs }) => [name, inputParts(folder, inputs)]),
  inputParts('.', stage.declared),
  edgeParts(stage, edges),
]

/** An image that another service builds counts by what it is made of, whatever it is called in the registry. */
const edgeParts = ({ edges }: StageInputs, fingerprints: EdgeFingerprints): readonly unknown[] =>
  [
    ...new Set(
      edges.map(({ service, reference }) => JSON.stringify([reference, fingerprints.get(service) ?? null])),
    ),
  ].sort()

/** Gives both their fingerprints; null where an untracked artifact, or an image without a fingerprint, decides too. */
export const fingerprintService = (
  context: string,
  { image, test }: ServiceInputs,
  edges: EdgeFingerprints = new Map(),
): { image: Fingerprinted; test: Fingerprinted | null } => {
  const imageDigest = isDecided(image, edges)
    ? digest(['image', KEY_SCHEMA, ...stageParts(context, image, edges)])
    : null
  return {
    image: { inputs: image, edges, fingerprint: imageDigest },
    test: test && {
      inputs: test,
      edges,
      fingerprint:
        imageDigest === null || !isDecided(test, edges)
          ? null
          : digest(['test', KEY_SCHEMA, imageDigest, ...stageParts(context, test, edges)]),
    },
  }
}

const isDecided = ({ untracked, edges }: StageInputs, fingerprints: EdgeFingerprints): boolean =>
  untracked.length === 0 && edges.every(({ service }: Edge) => fingerprints.get(service))
