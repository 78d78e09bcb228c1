import type { PlannedService } from '../changes/planned.js'
import type { Problem } from '../words.js'
import { type ByHand, buildByHand } from './by-hand.js'
import { failureTail, readFailure } from './output.js'
import { noReport, notStarted } from './testing/problems.js'
import { folderTaken } from './testing/reports-stage.js'
import { missedByShell, unstartedIn } from './testing/unstarted.js'

/** BuildKit's words for a COPY source that the context does not hold. */
const MISSING = /"\/?([^"]+)"(?:: | )not found/

/** A service of which a stage failed, with how it is tested where that is known. */
export type Failing = ByHand & Partial<Pick<PlannedService, 'test'>>

const testStages = ({ test }: Failing) => (test?.kinds ?? []).filter((one) => one.kind === 'stage')

/** The stage that was built for its tests: of several the one that the step names, else the first, which ended it. */
const testStage = (failing: Failing, lines: readonly string[]): string => {
  const stages = testStages(failing)
  const { step } = readFailure(lines)
  return (stages.find(({ stage }) => step?.startsWith(`[${stage} `)) ?? stages[0])?.stage ?? 'test'
}

/** The stage made no folder for its reports; null where something else failed. */
export const reportsMissing = (failing: Failing, lines: readonly string[]): Problem | null => {
  const folder = folderTaken(readFailure(lines).step)
  const test = testStages(failing).find(({ reports }) => reports === folder)
  return folder !== null && test ? noReport(failing.service.name, test, folder) : null
}

export const stageFailed = (failing: Failing, stage: 'test' | 'image', lines: readonly string[]): Problem => {
  const { service } = failing
  const unstarted = stage === 'test' ? testNotStarted(failing, lines) : null
  if (unstarted) return unstarted
  const missing = MISSING.exec(lines.join('\n'))?.[1]
  const target = stage === 'test' ? testStage(failing, lines) : service.target
  // Tests run for the platform of the machine that builds.
  const [platform = null] = stage === 'image' && service.platforms.length === 1 ? service.platforms : []
  const where = target ? `the stage ${target}` : 'the last stage'
  return {
    code: stage === 'test' ? 'tests-failed' : 'build-failed',
    fault: 'thing',
    problem: stage === 'test' ? `${service.name}'s tests failed` : `${service.name} could not be built`,
    why: `${where} of ${service.dockerfile} ended with:\n${failureTail(lines)}`,
    fix: missing
      ? `a build gets only the tracked files that a COPY, an ADD or a bind mount names: track ${missing} (git add), and let no ignore file leave it out`
      : `${buildByHand(failing, target, platform)}   shows it here; a file that no instruction names is not there in a build`,
  }
}

/** A step of the tests whose program is not there; null where it ran. */
const testNotStarted = (failing: Failing, lines: readonly string[]): Problem | null => {
  const { step, said, error } = readFailure(lines)
  const name = testStage(failing, lines)
  const test = testStages(failing).find((one) => one.stage === name)
  if (!test) return null
  const script = /\] RUN (?:--\S+ )*(.*)$/.exec(step ?? '')?.[1] ?? null
  const byShell = /exit code: 127/.test(error) ? missedByShell(said.at(-1) ?? '', script) : null
  const unstarted = unstartedIn([...said, error]) ?? byShell
  return unstarted && notStarted(failing.service.name, test, unstarted)
}

/** Why a service without a fingerprint cannot be built. */
export const notHermetic = (planned: Pick<PlannedService, 'service' | 'image'>): Problem =>
  planned.image.inputs.untracked.length > 0 ? untrackedSource(planned) : undecidedBase(planned)

const untrackedSource = ({ service, image }: Pick<PlannedService, 'service' | 'image'>): Problem => {
  const [first] = image.inputs.untracked
  const sources = image.inputs.untracked.map(({ detail }) => detail)
  return {
    code: 'untracked-source',
    fault: 'caller',
    problem: `${service.name} cannot be built from git alone`,
    why: `its Dockerfile copies what git does not track: ${sources.join(', ')}`,
    fix: `make it inside of the Dockerfile, in a stage of its own; or commit it; or declare in stagger.yml what makes it: services: { ${service.name}: { artifacts: [{ path: ${sources[0]}, from: [src/**] }] } }`,
    ...(first ? { at: { file: service.dockerfile, line: first.line, column: 1 } } : {}),
  }
}

const undecidedBase = ({ service, image }: Pick<PlannedService, 'service' | 'image'>): Problem => {
  const edge = image.inputs.edges.find((one) => !image.edges.get(one.service))
  return {
    code: 'undecided-base',
    fault: 'caller',
    problem: `${service.name} cannot be built from git alone`,
    why: `it takes from the image of ${edge?.service}, which has no fingerprint`,
    fix: `stagger inputs ${edge?.service}   (says what it lacks; one that stagger.yml or a warning leaves out cannot be taken from)`,
  }
}

/** `cause` null: it was not even tried. */
export const baseFailed = ({ service }: PlannedService, base: string, cause: Problem | null): Problem => ({
  code: 'base-failed',
  fault: cause?.fault ?? 'thing',
  problem: `${service.name} was not built`,
  why: `it takes from the image of ${base}, which ${cause ? `failed: ${cause.problem}` : 'is not there'}`,
  fix: `stagger build ${base}   (then this one again)`,
})

export const noRegistry = (): Problem => ({
  code: 'no-registry',
  fault: 'caller',
  problem: 'there is no registry to push to',
  why: 'neither --registry nor STAGGER_REGISTRY nor registry: in stagger.yml names one',
  fix: 'name it: stagger build --push --registry ghcr.io/OWNER/REPOSITORY   (or 127.0.0.1:5000/shop)',
})

export const pushLost = (reference: string): Problem => ({
  code: 'push-lost',
  fault: 'world',
  problem: `${reference} was pushed and is not in the registry`,
  why: 'the registry took it and does not give it back; the engine may push to another one, e.g. a mirror or its own loopback',
  fix: 'check that the Docker engine and this machine reach the same registry under that name',
})
