import type { DeploymentConfiguration, LoadBalancer } from '@aws-sdk/client-ecs'
import type { Standing } from '../../controller/stages.js'

/** What a service is declared with, as far as its deployments depend on it. */
export interface Declaration {
  readonly configuration: DeploymentConfiguration
  readonly loadBalancers: readonly LoadBalancer[]
  /** Whether a function can be called, by its ARN; none can where nobody says so. */
  readonly callable?: (functionArn: string) => boolean
}

/** A combination that is refused: what it is, under which name, and where that is from. */
export interface Combination {
  readonly what: string
  readonly error: string
  /** The field, its value and what would be right; or nothing, where the declaration is not like that. */
  readonly wrong: (declaration: Declaration) => string | undefined
  readonly source: string
  readonly standing: Standing
}

export const invalid = (
  what: string,
  wrong: Combination['wrong'],
  source: string,
  standing: Standing,
): Combination => ({ what, error: 'InvalidParameterException', wrong, source, standing })

export const strategyOf = ({ configuration }: Declaration): string => configuration.strategy ?? 'ROLLING'
export const shifts = (declaration: Declaration): boolean => strategyOf(declaration) !== 'ROLLING'
