import type {
  RegisterTaskDefinitionCommandInput,
  RunTaskCommandInput,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs'
import type { Instant } from '../../words.js'
import type { CodeDeploy } from './codedeploy.js'
import type { Surroundings } from './surroundings.js'

/** What the server answered, and when by its own clock. */
export interface Answer<T> {
  readonly now: Instant
  readonly value: T
}

/** Where an ECS is; what is left out comes from the SDK's own places, `AWS_REGION` and `AWS_ENDPOINT_URL` among them. */
export interface Place {
  readonly region?: string
  readonly endpoint?: string
}

export interface ServiceName {
  readonly cluster: string
  readonly service: string
}

export interface RegisteredTaskDefinition {
  readonly taskDefinition: TaskDefinition
  /** DescribeTaskDefinition tells them outside of the task definition. */
  readonly tags: readonly Tag[]
}

export interface LogStream {
  readonly group: string
  readonly stream: string
  /** The log driver's region where it is another than the service's. */
  readonly region?: string
}

/** What a deployment asks of ECS. Whatever fails is a StaggerError. */
export interface Ecs extends Surroundings {
  /** Beside it, at the same place: who deploys the services whose controller is CODE_DEPLOY. */
  readonly codeDeploy: CodeDeploy
  /** Null where the cluster has no such service. */
  describeService(name: ServiceName): Promise<Answer<Service | null>>
  /** The names of the clusters, to tell which one was meant. */
  listClusters(): Promise<Answer<readonly string[]>>
  /** The names of the cluster's services, to tell which one was meant. */
  listServices(cluster: string): Promise<Answer<readonly string[]>>
  describeTaskDefinition(arn: string): Promise<Answer<RegisteredTaskDefinition>>
  registerTaskDefinition(input: RegisterTaskDefinitionCommandInput): Promise<Answer<TaskDefinition>>
  /** How long AWS's rates make so many of these last, in milliseconds, where nobody else registers. */
  registrationsLast(many: number): number
  /** Never sent twice by itself but after throttling: an update takes no client token. */
  updateService(input: UpdateServiceCommandInput): Promise<Answer<Service>>
  /** The newest hundred. */
  listServiceDeployments(name: ServiceName): Promise<Answer<readonly ServiceDeploymentBrief[]>>
  describeServiceDeployments(arns: readonly string[]): Promise<Answer<readonly ServiceDeployment[]>>
  describeServiceRevisions(arns: readonly string[]): Promise<Answer<readonly ServiceRevision[]>>
  /** Asks that it is rolled back. Refused where it is over. */
  stopServiceDeployment(arn: string): Promise<Answer<string>>
  /** Answers a pause. */
  continueServiceDeployment(
    arn: string,
    hook: string,
    action: 'CONTINUE' | 'ROLLBACK',
  ): Promise<Answer<string>>
  /** The ARNs of at most a hundred tasks. */
  listTasks(name: ServiceName, status: 'RUNNING' | 'STOPPED'): Promise<Answer<readonly string[]>>
  /** The tasks that run and were started by this name. */
  listTasksStartedBy(cluster: string, startedBy: string): Promise<Answer<readonly string[]>>
  /** With a client token, so that an answer that was lost is found again. Fails where no machine has room. */
  runTask(input: RunTaskCommandInput): Promise<Answer<Task>>
  describeTasks(cluster: string, arns: readonly string[]): Promise<Answer<readonly Task[]>>
  /** The last lines; none where the stream does not exist. */
  logTail(stream: LogStream, lines: number): Promise<readonly string[]>
  /** Until when the credentials live; null where they do not say. */
  credentialsExpire(): Promise<Instant | null>
  /** Who we are to AWS. */
  callerIdentity(): Promise<Answer<{ readonly account: string; readonly arn: string }>>
}

/** Opens the way to an ECS; what it needs is loaded then, and not before. */
export type EcsAt = (place: Place) => Promise<Ecs>
