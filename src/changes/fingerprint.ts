import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { ServiceInputs, StageInputs } from '../catalog/inputs.js'
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

/** Everything that decides a stage, in an order that does not depend on how it was found. */
const stageParts = (
  context: string,
  { target, instructions, args, inputs }: StageInputs,
): readonly unknown[] => [
  target,
  instructions,
  Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
  inputs.map(({ mode, oid, path }) => [mode, oid, posix.relative(context, path)]),
]

/** Gives both their fingerprints; null where an untracked artifact decides too. */
export const fingerprintService = (
  context: string,
  { image, test }: ServiceInputs,
): { image: Fingerprinted; test: Fingerprinted | null } => {
  const imageDigest =
    image.untracked.length > 0 ? null : digest(['image', KEY_SCHEMA, ...stageParts(context, image)])
  return {
    image: { inputs: image, fingerprint: imageDigest },
    test: test && {
      inputs: test,
      fingerprint:
        imageDigest === null || test.untracked.length > 0
          ? null
          : digest(['test', KEY_SCHEMA, imageDigest, ...stageParts(context, test)]),
    },
  }
}
