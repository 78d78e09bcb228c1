import type {
  RunTaskCommandInput,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  Task,
} from '@aws-sdk/client-ecs'
import type { TargetGroup, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { CodeDeploy } from '../../../src/platform/aws/codedeploy.js'
import type { Answer, Ecs, LogStream, ServiceName } from '../../../src/platform/aws/ecs.js'
import { translate } from '../../../src/platform/aws/errors.js'
import type { AlarmState, Forwarding, Scaling } from '../../../src/platform/aws/surroundings.js'
import type { Instant } from '../../../src/words.js'
import {
  ACCOUNT,
  type MemoryCluster,
  type MemoryDeployment,
  type MemoryService,
  PAUSE_LASTS,
  PAUSES_AFTER,
} from './memory-cluster.js'

const PLACE = 'memory'

/** An error as the SDK throws it. */
export const awsError = (
  name: string,
  message: string,
  more: object = { $metadata: {}, $fault: 'client' },
): Error => Object.assign(new Error(message), { name, ...more })

const path = (kind: string, cluster: MemoryCluster, service: MemoryService, revision: string) =>
  `${ACCOUNT}:${kind}/${cluster.name}/${service.name}/${revision}`

/** An ECS of one cluster that lives in memory; its rollouts end by the clock. */
export class MemoryEcs implements Ecs {
  /** What stands around the services. */
  readonly around = {
    forwardings: [] as Forwarding[],
    groups: [] as TargetGroup[],
    health: new Map<string, readonly TargetHealthDescription[]>(),
    alarms: [] as AlarmState[],
    scaling: null as Scaling | null,
    credentialsExpire: null as Instant | null,
  }
  /** What a one-off task comes to: its exit code. */
  exitCode = 0
  /** By AWS's rates, in milliseconds. */
  eachRegistrationLasts = 0
  readonly #oneOff = new Map<string, Task>()
  /** The names of the methods, in the order in which they were called. */
  readonly calls: string[] = []
  readonly #faults: { readonly method: keyof Ecs; readonly error: Error; readonly heard: boolean }[] = []

  constructor(readonly cluster: MemoryCluster) {}

  /** CodeDeploy is played by the rehearsal cluster alone. */
  get codeDeploy(): CodeDeploy {
    throw new Error('this cluster has no CodeDeploy')
  }

  /** The next call of `method` fails; `heard`: it is carried out, and only its answer is lost. */
  failNext(method: keyof Ecs, error: Error, { heard = false, times = 1 } = {}): void {
    for (let count = 0; count < times; count += 1) this.#faults.push({ method, error, heard })
  }

  /** No fault is left over. */
  forget(): void {
    this.#faults.length = 0
  }

  /** The tasks of no service that were begun. */
  oneOffs(): readonly Task[] {
    return [...this.#oneOff.values()]
  }

  async #answer<T>(method: keyof Ecs, subject: string, act: () => T): Promise<Answer<T>> {
    this.calls.push(method)
    const asked = { action: `ecs:${method[0]?.toUpperCase()}${method.slice(1)}`, subject, place: PLACE }
    const at = this.#faults.findIndex((fault) => fault.method === method)
    const [fault] = at === -1 ? [] : this.#faults.splice(at, 1)
    try {
      if (fault && !fault.heard) throw fault.error
      const value = act()
      if (fault) throw fault.error
      return { now: this.cluster.clock.now(), value }
    } catch (error) {
      throw translate(error, asked)
    }
  }

  #service({ cluster, service }: ServiceName): MemoryService | undefined {
    if (cluster !== this.cluster.name) throw awsError('ClusterNotFoundException', 'Cluster not found.')
    return this.cluster.services.get(service)
  }

  #mustHave(name: ServiceName): MemoryService {
    const service = this.#service(name)
    if (service?.status !== 'ACTIVE') throw awsError('ServiceNotFoundException', 'Service not found.')
    return service
  }

  describeService(name: ServiceName) {
    return this.#answer('describeService', name.service, () => {
      const service = this.#service(name)
      return service ? this.#view(service) : null
    })
  }

  listClusters() {
    return this.#answer('listClusters', '', () => [this.cluster.name])
  }

  listServices(cluster: string) {
    return this.#answer('listServices', cluster, () => [...this.cluster.services.keys()])
  }

  describeTaskDefinition(arn: string) {
    return this.#answer('describeTaskDefinition', arn, () => {
      const found = this.cluster.definitions.get(arn) ?? this.cluster.latest(arn)
      if (!found) throw awsError('ClientException', 'Unable to describe task definition.')
      return { taskDefinition: found.taskDefinition, tags: found.tags ?? [] }
    })
  }

  registerTaskDefinition(input: Parameters<Ecs['registerTaskDefinition']>[0]) {
    return this.#answer('registerTaskDefinition', input.family ?? '', () => this.cluster.register(input))
  }

  registrationsLast(many: number) {
    return many * this.eachRegistrationLasts
  }

  updateService(input: Parameters<Ecs['updateService']>[0]) {
    const name = { cluster: input.cluster ?? '', service: input.service ?? '' }
    return this.#answer('updateService', name.service, () => {
      const service = this.#mustHave(name)
      const wanted = input.taskDefinition ?? this.cluster.current(service).taskDefinition
      if (!this.cluster.definitions.has(wanted))
        throw awsError('ClientException', 'TaskDefinition not found.')
      const { deploymentConfiguration, forceNewDeployment = false } = input
      this.cluster.update(
        service,
        wanted,
        forceNewDeployment,
        deploymentConfiguration ? { deploymentConfiguration } : {},
      )
      return this.#view(service)
    })
  }

  listServiceDeployments(name: ServiceName) {
    return this.#answer('listServiceDeployments', name.service, () => {
      const service = this.#mustHave(name)
      return service.deployments.map((one): ServiceDeploymentBrief => {
        const {
          serviceDeploymentArn = '',
          status,
          createdAt,
          targetServiceRevision,
        } = this.#deployment(service, one)
        return {
          serviceDeploymentArn,
          status,
          createdAt,
          targetServiceRevisionArn: targetServiceRevision?.arn,
        }
      })
    })
  }

  describeServiceDeployments(arns: readonly string[]) {
    return this.#answer('describeServiceDeployments', arns.join(), () =>
      [...this.cluster.services.values()]
        .flatMap((service) => service.deployments.map((one) => this.#deployment(service, one)))
        .filter(({ serviceDeploymentArn = '' }) => arns.includes(serviceDeploymentArn)),
    )
  }

  describeServiceRevisions(arns: readonly string[]) {
    return this.#answer('describeServiceRevisions', arns.join(), () =>
      [...this.cluster.services.values()]
        .flatMap((service) =>
          service.deployments.map((one) => ({
            one,
            serviceRevisionArn: path('service-revision', this.cluster, service, one.revision),
          })),
        )
        .filter(({ serviceRevisionArn }) => arns.includes(serviceRevisionArn))
        .map(({ one, serviceRevisionArn }) => ({
          serviceRevisionArn,
          taskDefinition: one.taskDefinition,
          containerImages: [{ containerName: 'app', image: this.cluster.imageOf(one) }],
        })),
    )
  }

  #named(arn: string): MemoryDeployment {
    for (const service of this.cluster.services.values()) {
      const found = service.deployments.find(
        ({ revision }) => path('service-deployment', this.cluster, service, `of-${revision}`) === arn,
      )
      if (found) return found
    }
    throw awsError('ServiceDeploymentNotFoundException', 'The service deployment was not found.')
  }

  #underWay(arn: string): MemoryDeployment {
    const found = this.#named(arn)
    if (this.cluster.phase(found) === 'IN_PROGRESS') return found
    throw awsError('ConflictException', 'The service deployment is not in progress.')
  }

  stopServiceDeployment(arn: string) {
    return this.#answer('stopServiceDeployment', arn, () => {
      const reason = 'Service deployment rolled back because of a StopServiceDeployment request.'
      this.#underWay(arn).rollback = { at: this.cluster.clock.now(), reason }
      return arn
    })
  }

  continueServiceDeployment(arn: string, hook: string, action: 'CONTINUE' | 'ROLLBACK') {
    return this.#answer('continueServiceDeployment', arn, () => {
      const found = this.#underWay(arn)
      if (!this.cluster.isPaused(found) || hook !== `hook-${found.revision}`)
        throw awsError('InvalidParameterException', 'The hook does not wait for an action.')
      const reason = 'Service deployment rolled back because of a ContinueServiceDeployment request.'
      if (action === 'CONTINUE') found.continued = this.cluster.clock.now()
      else found.rollback = { at: this.cluster.clock.now(), reason }
      return arn
    })
  }

  listTasks(name: ServiceName, status: 'RUNNING' | 'STOPPED') {
    return this.#answer('listTasks', name.service, () =>
      this.cluster
        .tasks(this.#mustHave(name))
        .flatMap(({ taskArn, lastStatus }) => (lastStatus === status && taskArn ? [taskArn] : [])),
    )
  }

  listTasksStartedBy(_cluster: string, startedBy: string) {
    return this.#answer('listTasksStartedBy', startedBy, () =>
      [...this.#oneOff.values()].flatMap((task) =>
        task.startedBy === startedBy && this.#seen(task).lastStatus !== 'STOPPED' ? (task.taskArn ?? []) : [],
      ),
    )
  }

  runTask(input: RunTaskCommandInput) {
    return this.#answer('runTask', input.taskDefinition ?? '', () => {
      const known = this.#oneOff.get(input.clientToken ?? '')
      const task = known ?? {
        taskArn: `${ACCOUNT}:task/${this.cluster.name}/once-${this.#oneOff.size + 1}`,
        taskDefinitionArn: input.taskDefinition,
        startedBy: input.startedBy,
        createdAt: new Date(this.cluster.clock.now()),
        overrides: input.overrides,
      }
      this.#oneOff.set(input.clientToken ?? '', task)
      return this.#seen(task)
    })
  }

  /** It runs for three seconds. */
  #seen(task: Task): Task {
    const over = this.cluster.clock.now() - (task.createdAt?.getTime() ?? 0) >= 3_000
    const name = task.overrides?.containerOverrides?.[0]?.name ?? 'app'
    if (!over) return { ...task, lastStatus: 'RUNNING', containers: [{ name }] }
    const containers = [{ name, exitCode: this.exitCode }]
    return { ...task, lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited', containers }
  }

  describeRules(arns: readonly string[]) {
    return this.#answer('describeRules', arns.join(), () =>
      this.around.forwardings.filter(({ arn }) => arns.includes(arn)),
    )
  }

  describeListeners(arns: readonly string[]) {
    return this.#answer('describeListeners', arns.join(), () =>
      this.around.forwardings.filter(({ arn }) => arns.includes(arn)),
    )
  }

  describeTargetGroups(arns: readonly string[]) {
    return this.#answer('describeTargetGroups', arns.join(), () =>
      this.around.groups.filter(({ TargetGroupArn = '' }) => arns.includes(TargetGroupArn)),
    )
  }

  describeTargetHealth(arn: string) {
    return this.#answer('describeTargetHealth', arn, () => this.around.health.get(arn) ?? [])
  }

  describeAlarms(names: readonly string[]) {
    return this.#answer('describeAlarms', names.join(), () =>
      this.around.alarms.filter(({ name }) => names.includes(name)),
    )
  }

  describeScaling(_cluster: string, service: string) {
    return this.#answer('describeScaling', service, () => this.around.scaling)
  }

  suspendScaling(_cluster: string, service: string, suspended: boolean) {
    return this.#answer('suspendScaling', service, () => {
      if (this.around.scaling) this.around.scaling = { ...this.around.scaling, suspended }
      return null
    })
  }

  async credentialsExpire() {
    return this.around.credentialsExpire
  }

  describeTasks(_cluster: string, arns: readonly string[]) {
    return this.#answer('describeTasks', arns.join(), () =>
      [
        ...[...this.#oneOff.values()].map((task) => this.#seen(task)),
        ...[...this.cluster.services.values()].flatMap((service) => this.cluster.tasks(service)),
      ].filter(({ taskArn = '' }) => arns.includes(taskArn)),
    )
  }

  async logTail({ group, stream }: LogStream, lines: number) {
    const { value } = await this.#answer(
      'logTail',
      stream,
      () => this.cluster.logs.get(`${group}/${stream}`) ?? [],
    )
    return value.slice(-lines)
  }

  callerIdentity() {
    return this.#answer('callerIdentity', '', () => ({
      account: '123456789012',
      arn: 'arn:aws:iam::123456789012:role/test',
    }))
  }

  #view(service: MemoryService): Service {
    const current = this.cluster.current(service)
    const older = this.cluster.phase(current) === 'IN_PROGRESS' && current.before ? [current.before] : []
    const running = (one: MemoryDeployment) =>
      one === current && older.length > 0 ? 0 : (service.settings.desiredCount ?? 0)
    return {
      ...service.settings,
      serviceName: service.name,
      status: service.status,
      taskDefinition: current.taskDefinition,
      deployments: [current, ...older].map((one) => ({
        id: `ecs-svc/${one.revision}`,
        status: one === current ? 'PRIMARY' : 'ACTIVE',
        taskDefinition: one.taskDefinition,
        runningCount: running(one),
        rolloutState: this.cluster.phase(one) === 'IN_PROGRESS' ? 'IN_PROGRESS' : 'COMPLETED',
      })),
    }
  }

  #deployment(service: MemoryService, one: MemoryDeployment): ServiceDeployment {
    const status = this.cluster.phase(one)
    const revisionArn = ({ revision }: MemoryDeployment) =>
      path('service-revision', this.cluster, service, revision)
    const requested = service.settings.desiredCount ?? 0
    const running = status === 'SUCCESSFUL' ? requested : 0
    return {
      serviceDeploymentArn: path('service-deployment', this.cluster, service, `of-${one.revision}`),
      status,
      createdAt: new Date(one.createdAt),
      targetServiceRevision: {
        arn: revisionArn(one),
        requestedTaskCount: requested,
        runningTaskCount: running,
        pendingTaskCount: requested - running,
      },
      sourceServiceRevisions: one.before ? [{ arn: revisionArn(one.before) }] : [],
      ...(one.stopped ? { statusReason: one.stopped.reason } : {}),
      ...this.#goingBack(one),
      lifecycleHookDetails: this.#hooks(one),
    }
  }

  #goingBack(one: MemoryDeployment): Pick<ServiceDeployment, 'rollback'> {
    const rollback = this.cluster.rollbackOf(one)
    return rollback ? { rollback: { reason: rollback.reason } } : {}
  }

  #hooks(one: MemoryDeployment): ServiceDeployment['lifecycleHookDetails'] {
    if (!this.cluster.isPaused(one)) return []
    const expiresAt = new Date(one.createdAt + PAUSES_AFTER + PAUSE_LASTS)
    const hookId = `hook-${one.revision}`
    return [{ hookId, targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt, timeoutAction: 'ROLLBACK' }]
  }
}
