import { createHash } from 'node:crypto'
import { contentOid } from '../catalog/content-oid.js'
import type { Edge, EdgeFingerprints, ServiceInputs, StageInputs, TestInputs } from '../catalog/inputs.js'
import type { Fingerprint } from '../words.js'
import type { Fingerprinted, FingerprintedTests } from './planned.js'
import { testSettings } from './test-parts.js'

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

/** Null where an untracked artifact, or an image without a fingerprint, decides too. */
export const fingerprintImage = (
  context: string,
  image: StageInputs,
  edges: EdgeFingerprints = new Map(),
): Fingerprinted => ({
  inputs: image,
  edges,
  fingerprint: isDecided(image, edges)
    ? digest(['image', KEY_SCHEMA, ...stageParts(context, image, edges)])
    : null,
})

/** The image counts, and all that its tests alone read. Null where there are no tests. */
export const fingerprintTests = (
  context: string,
  image: Fingerprinted,
  { test, tests }: ServiceInputs,
  edges: EdgeFingerprints = new Map(),
): FingerprintedTests | null =>
  test && {
    inputs: test,
    edges,
    kinds: tests,
    fingerprint:
      image.fingerprint === null || !isDecided(test, edges)
        ? null
        : digest(testParts(context, image.fingerprint, tests, edges)),
  }

/** One stage that nothing more is said of counts as it always did. */
const testParts = (
  context: string,
  image: Fingerprint,
  tests: readonly TestInputs[],
  edges: EdgeFingerprints,
): readonly unknown[] => {
  const [only, ...others] = tests
  if (only?.kind === 'stage' && only.reports === null && others.length === 0)
    return ['test', KEY_SCHEMA, image, ...stageParts(context, only.stageInputs, edges)]
  return ['tests', KEY_SCHEMA, image, tests.map((test) => partsOfOne(context, test, edges))]
}

const partsOfOne = (context: string, test: TestInputs, edges: EdgeFingerprints): readonly unknown[] => {
  const settings = testSettings(test)
  if (test.kind === 'stage') return [settings, stageParts(context, test.stageInputs, edges)]
  const files = contentOid('.', test.files)
  if (test.kind === 'command') return [settings, files]
  const images = Object.entries(test.images).sort(([a], [b]) => (a < b ? -1 : 1))
  return [settings, files, images.map(([name, service]) => [name, edges.get(service) ?? null])]
}

/** Gives both their fingerprints. */
export const fingerprintService = (
  context: string,
  inputs: ServiceInputs,
  edges: EdgeFingerprints = new Map(),
): { image: Fingerprinted; test: FingerprintedTests | null } => {
  const image = fingerprintImage(context, inputs.image, edges)
  return { image, test: fingerprintTests(context, image, inputs, edges) }
}

const isDecided = ({ untracked, edges }: StageInputs, fingerprints: EdgeFingerprints): boolean =>
  untracked.length === 0 && edges.every(({ service }: Edge) => fingerprints.get(service))
