import type {
  DeploymentConfiguration,
  RegisterTaskDefinitionCommandInput,
  Service,
  Tag,
  TaskDefinition,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../environment/settings.js'
import { StaggerError } from '../words.js'
import { configurationToSend } from './configuration.js'
import { cautions, refusals } from './preflight.js'
import { primaryOf, revisionOf } from './sight.js'
import { type Difference, differences } from './task-definition.js'

/** What the service runs now. */
export interface Live {
  readonly service: Service
  readonly taskDefinition: TaskDefinition
  readonly tags: readonly Tag[]
}

/**
 * What has to be done. `join`: what is wanted is already on its way, begun by somebody who did not stay (a
 * cancelled job, say); it is followed, not begun again. `again`: it was wanted before, and failed.
 */
export type Decision = {
  readonly configuration: DeploymentConfiguration | null
  readonly cautions: readonly string[]
} & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'join'; readonly revision: string }
  | { readonly kind: 'again' }
  | {
      readonly kind: 'register'
      readonly input: RegisterTaskDefinitionCommandInput
      readonly differences: readonly Difference[]
    }
)

export const decide = (
  { service, taskDefinition, tags }: Live,
  wanted: RegisterTaskDefinitionCommandInput,
  settings: EnvironmentSettings,
): Decision => {
  const [first, ...rest] = refusals(service, settings)
  if (first) throw new StaggerError(first, ...rest)
  const configuration = configurationToSend(service.deploymentConfiguration ?? {}, settings)
  const changes = differences(taskDefinition, tags, wanted)
  if (changes.length === 0) return { ...alreadyThere(service), configuration, cautions: [] }
  return { kind: 'register', input: wanted, differences: changes, configuration, cautions: cautions(service) }
}

const alreadyThere = (service: Service) => {
  const primary = primaryOf(service)
  const revision = revisionOf(primary?.id)
  if (primary?.rolloutState === 'FAILED') return { kind: 'again' } as const
  if (primary?.rolloutState === 'IN_PROGRESS' && revision !== null) return { kind: 'join', revision } as const
  return { kind: 'unchanged' } as const
}

/** The least that does it. Null where there is nothing to send; `taskDefinition` is what was registered. */
export const updateRequest = (
  decision: Decision,
  { cluster, service }: EnvironmentSettings,
  taskDefinition: string | null,
): UpdateServiceCommandInput | null => {
  const { kind, configuration } = decision
  const changes = {
    ...(taskDefinition === null ? {} : { taskDefinition }),
    ...(configuration === null ? {} : { deploymentConfiguration: configuration }),
    ...(kind === 'again' ? { forceNewDeployment: true } : {}),
  }
  return Object.keys(changes).length === 0 ? null : { cluster, service, ...changes }
}
