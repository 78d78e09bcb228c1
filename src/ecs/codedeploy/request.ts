import { createHash } from 'node:crypto'
import type { CreateDeploymentCommandInput } from '@aws-sdk/client-codedeploy'
import type { CodeDeployPlan } from './plan.js'

/** What shall run, as CodeDeploy reads it. The same for the same: by its digest a deployment is known again. */
export const appSpec = ({ container, hooks, kept }: CodeDeployPlan, taskDefinition: string): string => {
  const events = Object.entries(hooks)
  const { platformVersion, capacityProviderStrategy } = kept
  return JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: container.name, ContainerPort: container.port },
            ...(platformVersion === undefined ? {} : { PlatformVersion: platformVersion }),
            ...(capacityProviderStrategy === undefined
              ? {}
              : { CapacityProviderStrategy: capacityProviderStrategy.map(inCapitals) }),
          },
        },
      },
    ],
    ...(events.length > 0 ? { Hooks: events.map(([event, lambda]) => ({ [event]: lambda })) } : {}),
  })
}

const inCapitals = ({
  base,
  capacityProvider,
  weight,
}: NonNullable<CodeDeployPlan['kept']['capacityProviderStrategy']>[number]) => ({
  Base: base ?? 0,
  CapacityProvider: capacityProvider,
  Weight: weight ?? 0,
})

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const createRequest = (
  plan: CodeDeployPlan,
  taskDefinition: string,
  description: string,
): CreateDeploymentCommandInput => {
  const content = appSpec(plan, taskDefinition)
  return {
    applicationName: plan.name.application,
    deploymentGroupName: plan.name.group,
    deploymentConfigName: plan.config,
    description,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256: sha256(content) } },
    autoRollbackConfiguration: plan.rollback,
    ...(plan.alarms ? { overrideAlarmConfiguration: plan.alarms } : {}),
  }
}
