import type { Edge } from '../../catalog/inputs.js'
import { neighboursOf } from '../../changes/bases.js'
import type { Plan, PlannedService } from '../../changes/planned.js'
import { baseFailed } from '../../image/problems.js'
import { type ServiceName, StaggerError } from '../../words.js'
import type { Job } from './one.js'
import type { Looked, Settled } from './rows.js'
import type { Kept } from './store.js'
import type { Workshop } from './workshop.js'

/** An image of another service that a job takes from, by the name that its Dockerfile calls it. */
interface Base {
  readonly service: ServiceName
  readonly reference: string
}

/** Those beside whose images it is tested. */
const besideOf = ({ planned, steps }: Job): readonly ServiceName[] =>
  steps.test ? neighboursOf(planned) : []

const namedBases = ({ planned, steps }: Job): readonly Base[] => {
  const image = steps.build ? planned.image.inputs.edges : []
  const test = steps.test ? (planned.test?.inputs.edges ?? []) : []
  return [...image, ...test].flatMap(({ service, reference }: Edge) =>
    reference === null ? [] : [{ service, reference }],
  )
}

/** The jobs, and those of the images that they take from, which nobody asked for. */
export const withBases = async (
  jobs: readonly Looked[],
  plan: Pick<Plan, 'services'>,
  lookUp: (planned: PlannedService) => Promise<Looked>,
): Promise<readonly Looked[]> => {
  const here = new Set(jobs.map(({ planned }) => planned.service.name))
  const wanted = jobs.flatMap((job) =>
    'problem' in job ? [] : [...namedBases(job).map(({ service }) => service), ...besideOf(job)],
  )
  const missing = plan.services.filter(({ service: { name } }) => wanted.includes(name) && !here.has(name))
  return missing.length === 0
    ? jobs
    : withBases([...jobs, ...(await Promise.all(missing.map(lookUp)))], plan, lookUp)
}

/** Gives the images that a job takes from the names by which its Dockerfile calls them. Throws `base-failed`. */
export const provideBases = async (
  workshop: Workshop,
  job: Job,
  settled: readonly Settled[],
): Promise<Readonly<Record<string, string>>> => {
  const contexts: Record<string, string> = {}
  for (const { service, reference } of namedBases(job))
    Object.assign(contexts, await workshop.provide(keptBy(job, service, settled), reference))
  return contexts
}

/** The images of those beside which it is tested. Throws `base-failed`. */
export const neighbours = (job: Job, settled: readonly Settled[]): ReadonlyMap<ServiceName, Kept> =>
  new Map(besideOf(job).map((service) => [service, keptBy(job, service, settled)]))

const keptBy = ({ planned }: Job, service: ServiceName, settled: readonly Settled[]): Kept => {
  const base = settled.find(({ job }) => job.planned.service.name === service)
  if (base?.made?.kept) return base.made.kept
  throw new StaggerError(baseFailed(planned, service, base?.row.problem ?? null))
}
