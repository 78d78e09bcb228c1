import type { DeploymentConfiguration, DeploymentLifecycleHook } from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../environment/settings.js'

type Waiting = Pick<NonNullable<EnvironmentSettings['pauses']>[number], 'timeoutMinutes' | 'onTimeout'>

/** Where the environment names any, all are the environment's; else those of the service stay. */
export const hooks = ({ pauses, hooks: lambdas }: EnvironmentSettings): DeploymentConfiguration => {
  if (!pauses && !lambdas) return {}
  return {
    lifecycleHooks: [
      ...(lambdas ?? []).map(
        ({ lambda, role, at, details, ...waiting }): DeploymentLifecycleHook => ({
          targetType: 'AWS_LAMBDA',
          hookTargetArn: lambda,
          roleArn: role,
          lifecycleStages: stages(at),
          ...(details ? { hookDetails: details as DeploymentLifecycleHook['hookDetails'] } : {}),
          ...timeout(waiting),
        }),
      ),
      ...(pauses ?? []).map(
        ({ at, ...waiting }): DeploymentLifecycleHook => ({
          targetType: 'PAUSE',
          lifecycleStages: stages(at),
          ...timeout(waiting),
        }),
      ),
    ],
  }
}

const stages = (at: readonly string[]) => [...at] as NonNullable<DeploymentLifecycleHook['lifecycleStages']>

const timeout = ({ timeoutMinutes, onTimeout }: Waiting): DeploymentLifecycleHook =>
  timeoutMinutes === undefined && onTimeout === undefined
    ? {}
    : {
        timeoutConfiguration: {
          ...(timeoutMinutes === undefined ? {} : { timeoutInMinutes: timeoutMinutes }),
          ...(onTimeout === undefined ? {} : { action: onTimeout === 'continue' ? 'CONTINUE' : 'ROLLBACK' }),
        },
      }
