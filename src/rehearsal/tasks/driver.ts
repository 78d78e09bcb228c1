import type { TaskDefinition } from '@aws-sdk/client-ecs'
import type { LogStore } from '../logs/store.js'
import type { Published } from './ports.js'

/** Runs tasks: the one interface between the cluster and whatever its tasks are made of. */
export interface Driver {
  /** Begins a task. A second call for the same task does nothing. */
  start(order: TaskOrder): void
  /** SIGTERM, then SIGKILL after each container's `stopTimeout`. A second call does nothing. */
  stop(task: string): void
  /** Ends a task at once, as if it had died. */
  kill(task: string): void
  /** Takes up the tasks of a server that ended without a word, before anything else is asked. */
  adopt(tasks: readonly Adopted[]): Promise<void>
  observe(task: string): RunningTask | undefined
  /** Lets go of what is remembered of a stopped task. */
  forget(task: string): void
  /** Removes everything that was started, half-started things too. */
  close(): Promise<void>
}

/**
 * A task that an earlier server was asked for. What is left of one that is to begin `again` is removed, where not all of
 * it is there; where it is to run only `once`, and was under way, what is not there has stopped.
 */
export interface Adopted {
  readonly order: TaskOrder
  readonly begun: 'again' | 'once' | 'wholly'
}

export interface TaskOrder {
  readonly id: string
  readonly arn: string
  /** The loopback address that the task's ports are published on. */
  readonly address: string
  /** The machine's ports that its containers had before, by their names: they are to have them again. */
  readonly published?: Readonly<Record<string, readonly Published[]>>
  readonly region: string
  readonly definition: TaskDefinition
  readonly logs: LogStore
  /** What a container's secret comes to; throws `StartFailure` where there is none. */
  secret(valueFrom: string): string
}

export interface RunningTask {
  readonly address: string
  readonly phase: 'pending' | 'running' | 'stopped'
  readonly health: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'
  readonly hasHealthCheck: boolean
  readonly pullStartedAt?: Date
  readonly pullStoppedAt?: Date
  readonly containers: readonly RunningContainer[]
  readonly stopped?: { readonly startFailed: boolean; readonly reason: string }
}

export interface RunningContainer {
  readonly name: string
  readonly image: string
  readonly imageDigest?: string
  readonly runtimeId?: string
  readonly phase: 'pending' | 'running' | 'stopped'
  readonly health: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'
  readonly exitCode?: number
  readonly reason?: string
  /** Where the machine has its ports; undefined where the task has an address of its own. */
  readonly ports?: readonly Published[]
}
