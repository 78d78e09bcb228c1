import type {
  RegisterTaskDefinitionCommandInput,
  Service,
  ServiceDeployment,
  Task,
  TaskDefinition,
} from '@aws-sdk/client-ecs'
import type { Clock } from '../../../src/platform/clock.js'
import { merged } from './memory-merge.js'

export const ACCOUNT = 'arn:aws:ecs:eu-west-1:123456789012'

/** How the tasks of an image behave; an image that is not told of is well. */
export type Behaviour = 'well' | 'fails' | 'hangs' | 'pauses'

export interface MemoryDeployment {
  readonly revision: string
  readonly taskDefinition: string
  readonly createdAt: number
  readonly before: MemoryDeployment | null
  /** Set where a person or a newer deployment ended it. */
  stopped: { readonly at: number; readonly reason: string } | null
  /** Set where somebody or something made it go back. */
  rollback: { readonly at: number; readonly reason: string } | null
  /** When its pause was answered with "go on". */
  continued: number | null
}

export interface MemoryService {
  readonly name: string
  status: string
  settings: Partial<Service>
  deployments: MemoryDeployment[]
}

/** How long a rollout takes, in milliseconds of the clock. */
export const SUCCEEDS_AFTER = 5_000
export const TRIPS_AFTER = 6_000
export const BACK_AFTER = 8_000
/** From when on it waits, and how long. */
export const PAUSES_AFTER = 1_000
export const PAUSE_LASTS = 3_600_000
const BREAKER = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'

/** What an ECS remembers. All else follows from it and from the time. */
export class MemoryCluster {
  readonly services = new Map<string, MemoryService>()
  readonly definitions = new Map<
    string,
    { readonly taskDefinition: TaskDefinition; readonly tags: RegisterTaskDefinitionCommandInput['tags'] }
  >()
  readonly behaviours = new Map<string, Behaviour>()
  readonly logs = new Map<string, readonly string[]>()
  #revision = 1_000

  constructor(
    readonly name: string,
    readonly clock: Clock,
  ) {}

  register({ tags = [], ...input }: RegisterTaskDefinitionCommandInput): TaskDefinition {
    const revision =
      [...this.definitions.values()].filter(({ taskDefinition }) => taskDefinition.family === input.family)
        .length + 1
    const taskDefinitionArn = `${ACCOUNT}:task-definition/${input.family}:${revision}`
    const taskDefinition: TaskDefinition = {
      ...input,
      taskDefinitionArn,
      revision,
      status: 'ACTIVE',
      volumes: input.volumes ?? [],
    }
    this.definitions.set(taskDefinitionArn, { taskDefinition, tags })
    return taskDefinition
  }

  /** The newest of a family. */
  latest(family: string) {
    return [...this.definitions.values()].findLast(({ taskDefinition }) => taskDefinition.family === family)
  }

  /** As infrastructure code makes it, with its first deployment long over. */
  addService(name: string, taskDefinition: string, settings: Partial<Service> = {}): MemoryService {
    const first = { ...this.#deployment(taskDefinition, null), createdAt: this.clock.now() - 3_600_000 }
    const service = {
      name,
      status: 'ACTIVE',
      settings: { desiredCount: 2, ...settings },
      deployments: [first],
    }
    this.services.set(name, service)
    return service
  }

  update(service: MemoryService, taskDefinition: string, force: boolean, settings: Partial<Service>): void {
    service.settings = merged(service.settings, settings)
    const current = this.current(service)
    if (!force && current.taskDefinition === taskDefinition) return
    const [newest] = service.deployments
    if (newest && this.phase(newest) === 'IN_PROGRESS')
      newest.stopped = { at: this.clock.now(), reason: 'superseded' }
    service.deployments.unshift(this.#deployment(taskDefinition, current))
  }

  #deployment(taskDefinition: string, before: MemoryDeployment | null): MemoryDeployment {
    this.#revision += 1
    return {
      revision: `${this.#revision}`,
      taskDefinition,
      createdAt: this.clock.now(),
      before,
      stopped: null,
      rollback: null,
      continued: null,
    }
  }

  imageOf({ taskDefinition }: MemoryDeployment): string {
    return this.definitions.get(taskDefinition)?.taskDefinition.containerDefinitions?.[0]?.image ?? ''
  }

  /** When and why it goes back; null where it does not. */
  rollbackOf(deployment: MemoryDeployment): MemoryDeployment['rollback'] {
    if (deployment.rollback) return deployment.rollback
    const behaviour = this.behaviours.get(this.imageOf(deployment))
    const trips = { at: deployment.createdAt + TRIPS_AFTER, reason: BREAKER }
    if (behaviour === 'fails') return trips.at <= this.clock.now() ? trips : null
    if (behaviour !== 'pauses' || deployment.continued !== null) return null
    const at = deployment.createdAt + PAUSES_AFTER + PAUSE_LASTS
    return at <= this.clock.now() ? { at, reason: 'A lifecycle hook timed out.' } : null
  }

  isPaused(deployment: MemoryDeployment): boolean {
    return (
      this.behaviours.get(this.imageOf(deployment)) === 'pauses' &&
      deployment.continued === null &&
      this.phase(deployment) === 'IN_PROGRESS' &&
      this.clock.now() >= deployment.createdAt + PAUSES_AFTER
    )
  }

  phase(deployment: MemoryDeployment): NonNullable<ServiceDeployment['status']> {
    if (deployment.stopped) return 'STOPPED'
    const now = this.clock.now()
    const rollback = this.rollbackOf(deployment)
    if (rollback)
      return now < rollback.at + BACK_AFTER - TRIPS_AFTER ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL'
    const behaviour = this.behaviours.get(this.imageOf(deployment)) ?? 'well'
    const since = behaviour === 'pauses' ? deployment.continued : deployment.createdAt
    const ends = behaviour === 'well' || behaviour === 'pauses'
    return ends && since !== null && now - since >= SUCCEEDS_AFTER ? 'SUCCESSFUL' : 'IN_PROGRESS'
  }

  /** What is PRIMARY: the newest, or what a rollback went back to. */
  current(service: MemoryService): MemoryDeployment {
    const [newest] = service.deployments as [MemoryDeployment]
    return this.phase(newest).startsWith('ROLLBACK') ? (newest.before ?? newest) : newest
  }

  tasks(service: MemoryService): readonly Task[] {
    return service.deployments.flatMap((deployment) => {
      const fails = this.behaviours.get(this.imageOf(deployment)) === 'fails'
      const runs =
        !fails && (deployment === this.current(service) || this.phase(deployment) === 'IN_PROGRESS')
      return runs || fails ? [this.#task(deployment, fails)] : []
    })
  }

  #task({ revision, taskDefinition }: MemoryDeployment, failed: boolean): Task {
    const taskArn = `${ACCOUNT}:task/${this.name}/of-${revision}`
    const running: Task = {
      taskArn,
      taskDefinitionArn: taskDefinition,
      startedBy: `ecs-svc/${revision}`,
      lastStatus: 'RUNNING',
      containers: [{ name: 'app' }],
    }
    if (!failed) return running
    return {
      ...running,
      lastStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'app', exitCode: 7 }],
    }
  }
}
