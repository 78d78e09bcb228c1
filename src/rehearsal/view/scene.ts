import { revisionOf, type Service, type Task } from '../controller/state.js'
import { rulesOf } from '../elb/usage.js'
import type { World } from '../world.js'

/** What people see of one revision of a service. */
export interface SeenRevision {
  /** `shop-catalog:4` */
  readonly name: string
  /** What its image calls itself: a label of the version, the image's tag, or the start of its digest. */
  readonly version: string
  readonly running: number
  readonly starting: number
  readonly leaving: number
  /** Its share of production traffic, in percent; undefined where nothing weighs it. */
  readonly share?: number
  readonly requests: number
}

export interface SeenService {
  readonly name: string
  readonly status: string
  readonly stage: string
  readonly strategy: string
  readonly reason?: string
  readonly revisions: readonly SeenRevision[]
}

/** Everything that a rehearsal shows to people at one moment. */
export interface Scene {
  readonly now: string
  readonly services: readonly SeenService[]
}

const many = (tasks: readonly Task[], ...phases: readonly Task['phase'][]): number =>
  tasks.filter(({ phase }) => phases.includes(phase)).length

const shareOf = (world: World, service: Service, revision: string): Pick<SeenRevision, 'share'> => {
  const binding = revisionOf(service, revision).targets[0]
  const rule = rulesOf(world).find(({ arn }) => arn === binding?.traffic?.productionRule)
  if (!rule || !binding) return {}
  const total = Object.values(rule.weights).reduce((sum, weight) => sum + weight, 0)
  const share = (100 * (rule.weights[binding.targetGroup] ?? 0)) / Math.max(1, total)
  return { share: Math.round(share * 10) / 10 }
}

const VERSION_LABEL = 'org.opencontainers.image.version'
const DIGEST = /@sha256:([0-9a-f]{12})/

const tagOf = (image: string): string => {
  const digest = DIGEST.exec(image)?.[1]
  return digest ?? /:([^:/]+)$/.exec(image)?.[1] ?? 'latest'
}

const versionOf = (world: World, taskDefinition: string): string => {
  const [container] = world.definitions.get(taskDefinition)?.definition.containerDefinitions ?? []
  return container?.dockerLabels?.[VERSION_LABEL] ?? tagOf(container?.image ?? '')
}

const seeRevision = (world: World, service: Service, id: string): SeenRevision => {
  const tasks = service.tasks.filter(({ revision }) => revision === id)
  const revision = revisionOf(service, id)
  const definition = revision.taskDefinition
  return {
    name: definition.slice(definition.lastIndexOf('/') + 1),
    version: versionOf(world, definition),
    running: many(tasks, 'running'),
    starting: many(tasks, 'pending'),
    leaving: many(tasks, 'draining', 'stopping'),
    ...shareOf(world, service, id),
    requests: tasks.reduce((sum, task) => sum + world.measured.requestsOf(task.id), 0),
  }
}

const present = (service: Service): readonly string[] => {
  const [newest] = service.deployments
  const alive = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)
  return [...new Set([...(newest ? [newest.target] : []), ...alive])]
}

const seeService = (world: World, service: Service): SeenService => {
  const [newest] = service.deployments
  return {
    name: service.name,
    status: newest?.status ?? service.status,
    stage: newest ? newest.course.stage : '',
    strategy: newest ? newest.course.strategy : '',
    ...(newest?.reason ? { reason: newest.reason } : {}),
    revisions: present(service).map((id) => seeRevision(world, service, id)),
  }
}

export const sceneOf = (world: World): Scene => ({
  now: new Date(world.clock.now()).toISOString(),
  services: [...world.services.values()]
    .filter(({ service }) => service.status !== 'INACTIVE')
    .map(({ service }) => seeService(world, service)),
})
