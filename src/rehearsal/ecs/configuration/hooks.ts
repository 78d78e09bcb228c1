import type { DeploymentConfiguration, DeploymentLifecycleHook } from '@aws-sdk/client-ecs'
import { hooksAt, pausesAt } from '../../controller/stages.js'
import { functionIn } from '../../lambda/address.js'
import { type Combination, type Declaration, invalid } from './combination.js'

const MOST = 10
const API = 'ECS API, DeploymentLifecycleHook'

const hooksOf = ({ lifecycleHooks = [] }: DeploymentConfiguration): readonly DeploymentLifecycleHook[] =>
  lifecycleHooks
const isPause = ({ targetType }: DeploymentLifecycleHook): boolean => targetType === 'PAUSE'

/** The first hook that is wrong, by its place in the list. */
const at =
  (wrong: (hook: DeploymentLifecycleHook) => string | undefined) =>
  ({ configuration }: { readonly configuration: DeploymentConfiguration }): string | undefined => {
    const index = hooksOf(configuration).findIndex((hook) => wrong(hook) !== undefined)
    const hook = hooksOf(configuration)[index]
    return hook && `lifecycleHooks[${index}].${wrong(hook)}`
  }

const only =
  (field: 'hookTargetArn' | 'roleArn' | 'hookDetails') =>
  (hook: DeploymentLifecycleHook): string | undefined =>
    isPause(hook) && hook[field] !== undefined
      ? `${field} is not applicable to a hook of targetType PAUSE`
      : undefined

const unpausable = (hook: DeploymentLifecycleHook): string | undefined => {
  const stage = isPause(hook) ? hook.lifecycleStages?.find((one) => !pausesAt(one)) : undefined
  return stage && `lifecycleStages has the value ${stage}, at which a PAUSE hook cannot be configured`
}

const unhookable = (hook: DeploymentLifecycleHook): string | undefined => {
  const stage = hook.lifecycleStages?.find((one) => !hooksAt(one))
  return stage && `lifecycleStages has the value ${stage}, at which there are no hooks`
}

const needs =
  (field: 'hookTargetArn' | 'roleArn') =>
  (hook: DeploymentLifecycleHook): string | undefined =>
    !isPause(hook) && !hook[field] ? `${field} is required for a hook of targetType AWS_LAMBDA` : undefined

const tooMany =
  (pause: boolean) =>
  ({ configuration }: { readonly configuration: DeploymentConfiguration }): string | undefined => {
    const many = hooksOf(configuration).filter((hook) => isPause(hook) === pause).length
    const type = pause ? 'PAUSE' : 'AWS_LAMBDA'
    return many > MOST ? `lifecycleHooks has ${many} ${type} hooks; there may be at most ${MOST}` : undefined
  }

const uncallable = ({ configuration, callable }: Declaration): string | undefined =>
  at((hook) =>
    isPause(hook) || callable?.(hook.hookTargetArn ?? '')
      ? undefined
      : `targetType AWS_LAMBDA is played where the function has an address; start the rehearsal cluster with \`--lambda http://127.0.0.1:3001\`, or with \`--lambda ${functionIn(hook.hookTargetArn ?? '')}=…\``,
  )({ configuration })

/** What a lifecycle hook may be. */
export const HOOKS: readonly Combination[] = [
  invalid('a hook at a stage that has none', at(unhookable), API, 'documented'),
  invalid('a PAUSE hook at a traffic shift', at(unpausable), API, 'documented'),
  invalid(
    'a hook without stages',
    at((hook) => (hook.lifecycleStages?.length ? undefined : 'lifecycleStages is required')),
    API,
    'documented',
  ),
  invalid('a PAUSE hook with a target', at(only('hookTargetArn')), API, 'documented'),
  invalid('a PAUSE hook with a role', at(only('roleArn')), API, 'inferred'),
  invalid('a PAUSE hook with details', at(only('hookDetails')), API, 'inferred'),
  invalid('a Lambda hook without a target', at(needs('hookTargetArn')), API, 'documented'),
  invalid('a Lambda hook without a role', at(needs('roleArn')), API, 'inferred'),
  invalid('more than ten PAUSE hooks', tooMany(true), 'ECS quotas', 'documented'),
  invalid('more than ten Lambda hooks', tooMany(false), 'ECS quotas', 'documented'),
  {
    what: 'a Lambda hook whose function has no address: `--lambda`',
    error: 'UnsupportedFeatureException',
    wrong: uncallable,
    source: 'the rehearsal cluster',
    standing: 'inferred',
  },
]
