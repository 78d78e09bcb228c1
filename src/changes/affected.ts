import type { Widened } from '../catalog/inputs.js'
import type { Service } from '../catalog/service.js'
import type { DeploymentEntry, ImageEntry } from '../ledger/entries.js'
import type { Fingerprint, Objects, Oid } from '../words.js'
import type { Change, Fingerprinted, FingerprintedTests, Need, PlannedService, Reason } from './planned.js'
import { explain, explainTests, undecidedEdges } from './reasons.js'

/** One service at a commit, with its fingerprints. */
export interface Snapshot {
  readonly service: Service
  readonly image: Fingerprinted
  readonly test: FingerprintedTests | null
}

/** What is known to be good: the ledger's entry, or the same service at the base. */
export interface Known {
  readonly commit: Oid
  readonly fingerprint: Fingerprint | null
  readonly testFingerprint: Fingerprint | null
  /** The same service where it was good, to say why it differs; else why that is not here. */
  readonly snapshot: Snapshot | { readonly missing: string }
}

/** What an environment runs, and what it would be told to run. */
export interface Deployed {
  readonly configuration: Fingerprint
  readonly entry: DeploymentEntry | null
  /** The image that the ledger holds for the service, if any. */
  readonly image: ImageEntry | null
}

/** Compares content with content. A diff is looked at only afterwards, to say why. */
export const decide = async (
  objects: Objects,
  now: Snapshot,
  known: Known | null,
  deployed: Deployed | null,
): Promise<PlannedService> => {
  const needs = needsOf(now, known)
  const deploy = deployed ? deployReasons(deployed, needs.includes('build')) : []
  const all: Need[] =
    deployed && (deploy.length > 0 || needs.includes('build')) ? [...needs, 'deploy'] : needs
  return {
    ...now,
    configuration: deployed?.configuration ?? null,
    affected: all.length > 0,
    needs: all,
    change: changeOf(known, needs),
    previous: known?.fingerprint ?? null,
    since: known?.commit ?? null,
    reasons: [...(await reasonsOf(objects, now, known, needs)), ...deploy],
  }
}

/** Equal fingerprints need nothing; no fingerprint is never equal. */
export const needsOf = ({ image, test }: Snapshot, known: Known | null): Need[] => {
  const sameImage = image.fingerprint !== null && image.fingerprint === known?.fingerprint
  const sameTests = !test || (test.fingerprint !== null && test.fingerprint === known?.testFingerprint)
  return [...(sameImage ? [] : (['build'] as const)), ...(sameTests ? [] : (['test'] as const))]
}

const changeOf = (known: Known | null, needs: readonly Need[]): Change => {
  if (!known) return 'added'
  return needs.length > 0 ? 'modified' : 'unchanged'
}

const deployReasons = ({ entry, image, configuration }: Deployed, building: boolean): Reason[] => {
  if (!entry) return [{ kind: 'never-deployed' }]
  const reasons: Reason[] = []
  if (entry.configuration !== configuration) reasons.push({ kind: 'configuration' })
  if (!building && image && image.digest !== entry.digest) reasons.push({ kind: 'other-image-deployed' })
  return reasons
}

const reasonsOf = async (
  objects: Objects,
  now: Snapshot,
  known: Known | null,
  needs: readonly Need[],
): Promise<Reason[]> => {
  if (needs.length === 0) return []
  const untracked = [...now.image.inputs.untracked.map(untrackedReason), ...undecidedEdges(now.image)]
  if (!known) return [{ kind: 'unknown-before' }, ...untracked]
  const { snapshot } = known
  if ('missing' in snapshot) return [...untracked, { kind: 'not-comparable', detail: snapshot.missing }]
  const image = needs.includes('build') ? await explain(objects, snapshot.image, now.image) : []
  const tests = now.test ? await explainTests(objects, snapshot, now.test) : []
  const found = [...untracked, ...image, ...testsAlone(tests, image)]
  return found.length > 0
    ? found
    : [{ kind: 'not-comparable', detail: 'how a fingerprint is made has changed' }]
}

/** What decides the image too is told there. */
const testsAlone = (tests: readonly Reason[], image: readonly Reason[]): readonly Reason[] => {
  const told = new Set(image.map(key))
  return tests.filter((reason) => !told.has(key(reason)))
}

const key = (reason: Reason): string =>
  reason.kind === 'input' || reason.kind === 'tests' ? reason.path : JSON.stringify(reason)

/** Why a service has no fingerprint. */
const untrackedReason = ({ detail, line }: Widened): Reason => ({ kind: 'untracked', path: detail, line })
