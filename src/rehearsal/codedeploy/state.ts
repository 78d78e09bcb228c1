import type {
  AutoRollbackConfiguration,
  DeploymentConfigInfo,
  DeploymentGroupInfo,
  RevisionLocation,
} from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import type { Deployment as ServiceDeployment } from '../controller/state.js'
import type { ServiceRecord, World } from '../world.js'

/** What was made over CodeDeploy's API. Plain data. */
export interface CodeDeploy {
  /** By name. */
  readonly applications: Map<string, Application>
  /** By `APPLICATION/NAME`. */
  readonly groups: Map<string, DeploymentGroupInfo>
  /** Of one's own, by name. */
  readonly configs: Map<string, DeploymentConfigInfo>
  /** By id, oldest first. */
  readonly deployments: Map<string, Deployment>
}

export interface Application {
  readonly id: string
  readonly name: string
  readonly createdAt: number
}

/** A deployment of CodeDeploy: the service deployment that carries it out, and what was asked. */
export interface Deployment {
  readonly id: string
  readonly group: DeploymentGroupInfo
  readonly config: string
  readonly revision: RevisionLocation
  readonly description?: string
  /** ARN of the service. */
  readonly service: string
  /** ARN of the service deployment. */
  readonly carriedBy: string
  readonly createdAt: number
  readonly stopAsked: boolean
  /** What rolls it back by itself: the deployment's own, else the group's. */
  readonly autoRollback: AutoRollbackConfiguration
  /** The id of the deployment that rolls it back, once there is one. */
  readonly rollbackId: string
}

export const createCodeDeploy = (): CodeDeploy => ({
  applications: new Map(),
  groups: new Map(),
  configs: new Map(),
  deployments: new Map(),
})

export const groupKey = (application: string, group: string): string => `${application}/${group}`

export const deploymentAt = (world: World, id: string | undefined): Deployment =>
  world.codedeploy.deployments.get(id ?? '') ??
  refuse('DeploymentDoesNotExistException', `The deployment ${id} could not be found`)

export interface Carried {
  readonly record: ServiceRecord
  readonly deployment: ServiceDeployment
}

/** Who carries it out: the service as it is, and its service deployment. */
export const carrierOf = (world: World, { service, carriedBy, id }: Deployment): Carried => {
  const record = world.services.get(service)
  const deployment = record?.service.deployments.find(({ arn }) => arn === carriedBy)
  if (!record || !deployment) throw new Error(`nothing carries out the deployment ${id}`)
  return { record, deployment }
}
