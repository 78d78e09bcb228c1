import { createHash } from 'node:crypto'
import { contentOid } from '../catalog/content-oid.js'
import type { Edge, EdgeFingerprints, ServiceInputs, StageInputs } from '../catalog/inputs.js'
import type { Fingerprint } from '../words.js'
import type { Fingerprinted } from './planned.js'

/** Counts up whenever the same inputs would give another fingerprint: then every image is built once more. */
const KEY_SCHEMA = 3

/** JSON keeps any two different lists apart, as length prefixes would. */
const digest = (parts: readonly unknown[]): Fingerprint =>
  `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}` as Fingerprint

/** Everything that decides a stage, in an order that does not depend on how it was found. */
const stageParts = (context: string, stage: StageInputs, edges: EdgeFingerprints): readonly unknown[] => [
  stage.target,
  stage.instructions,
  Object.entries(stage.args).sort(([a], [b]) => (a < b ? -1 : 1)),
  contentOid(context, stage.inputs),
  [...stage.platforms].sort(),
  stage.named
    .filter(({ inputs }) => inputs.length > 0)
    .map(({ name, folder, inputs }) => [name, contentOid(folder, inputs)]),
  contentOid('.', stage.declared),
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
