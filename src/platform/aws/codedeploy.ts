import type {
  CreateDeploymentCommandInput,
  DeploymentConfigInfo,
  DeploymentGroupInfo,
  DeploymentInfo,
  ECSTarget,
} from '@aws-sdk/client-codedeploy'
import type { Answer, ServiceName } from './ecs.js'

/** A deployment group, which belongs to an application. */
export interface GroupName {
  readonly application: string
  readonly group: string
}

/** What a deployment asks of CodeDeploy, where that is a service's deployment controller. Whatever fails is a StaggerError. */
export interface CodeDeploy {
  /** Null where there is no such application, or no such group in it. */
  deploymentGroup(name: GroupName): Promise<Answer<DeploymentGroupInfo | null>>
  /** The names of the applications, to tell which one was meant. */
  applications(): Promise<Answer<readonly string[]>>
  /** Null where there is none of this name. */
  deploymentConfig(name: string): Promise<Answer<DeploymentConfigInfo | null>>
  /** The ids of the newest deployments of a group: of those that are not over, or of those that were begun since then. */
  deployments(name: GroupName, which: 'active' | { readonly since: Date }): Promise<Answer<readonly string[]>>
  /** At least one; those that are not there are left out. */
  describeDeployments(ids: readonly string[]): Promise<Answer<readonly DeploymentInfo[]>>
  /** The task sets and events of a deployment; null where it has not begun. */
  target(id: string, service: ServiceName): Promise<Answer<ECSTarget | null>>
  /** Its id. Never sent twice by itself but after throttling: it takes no client token. */
  createDeployment(input: CreateDeploymentCommandInput): Promise<Answer<string>>
  /** Asks that it is stopped, and that traffic goes back. Refused where it is over. */
  stopDeployment(id: string): Promise<Answer<string>>
  /** Lets traffic move, of one that is Ready. */
  continueDeployment(id: string): Promise<Answer<string>>
}
