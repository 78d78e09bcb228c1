import type { EnvironmentSettings } from '../../environment/settings.js'
import type { EcsAt } from '../../platform/aws/ecs.js'
import type { Clock } from '../../platform/clock.js'
import type { Progress } from '../../platform/progress.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../words.js'

/** What a deployment needs of the world. */
export interface DeployWorld {
  readonly ecsAt: EcsAt
  readonly clock: Clock
  readonly progress: Progress
  /** A number of [0, 1). */
  readonly random: () => number
  /** A text of letters and digits that nobody had before. */
  readonly unique: () => string
  readonly ci: boolean
  /** Aborts when we are asked to stop (Ctrl-C, a cancelled job). */
  readonly signal?: AbortSignal
  /** Who sees to rollouts that we may be kept from seeing to. */
  readonly rollouts?: Rollouts
}

/** A rollout that we follow: enough for another process to find it and to know what shall become of it. */
export interface UnderWay {
  readonly site: Site
  /** The `N` of `ecs-svc/N`. */
  readonly revision: string
  /** Its ARN; null until ECS told it. */
  readonly deployment: string | null
}

export interface Rollouts {
  /** Told at once when it is begun, and again with its ARN. */
  begun(rollout: UnderWay): void
  /** It is over, or nobody shall see to it. */
  done(rollout: Pick<UnderWay, 'site' | 'revision'>): void
}

/** Where something is deployed. */
export interface Site {
  readonly service: ServiceName
  readonly environment: EnvironmentName
  /** The name of the ECS service, where the service's image runs in several. */
  readonly ecs?: string
  /** As `settingsFor` tells them for this service. */
  readonly settings: EnvironmentSettings
}

/** One image, and the place where it shall run. */
export interface Target extends Site {
  /** Of the task definition; null where what the service runs stands in for one. */
  readonly template: { readonly path: string; readonly text: string } | null
  /** `REPOSITORY@DIGEST` */
  readonly image: string
  readonly digest: Digest
  readonly version: Version | null
}

export const placeOf = ({ settings: { region, endpoint } }: Site) => ({
  ...(region === undefined ? {} : { region }),
  ...(endpoint === undefined ? {} : { endpoint }),
})

/** The world as it is told of one of several ECS services. */
export const toldOf = (world: DeployWorld, { service, ecs }: Site): DeployWorld => {
  if (ecs === undefined) return world
  const { say, warn, group } = world.progress
  const named = (line: string): string =>
    line.startsWith(`${service}: `) ? `${service} (${ecs})${line.slice(service.length)}` : `${ecs}: ${line}`
  const progress = {
    say: (line: string) => say(named(line)),
    warn: (line: string) => warn(named(line)),
    group: (title: string, lines: readonly string[]) => group(named(title), lines),
  }
  return { ...world, progress }
}

export const nameOf = ({ settings: { cluster, service } }: Site) => ({ cluster, service })
