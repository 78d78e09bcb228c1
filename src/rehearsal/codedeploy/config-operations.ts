import { randomUUID } from 'node:crypto'
import type {
  CreateDeploymentConfigInput,
  CreateDeploymentConfigOutput,
  DeleteDeploymentConfigInput,
  GetDeploymentConfigInput,
  GetDeploymentConfigOutput,
  ListDeploymentConfigsOutput,
} from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import type { World } from '../world.js'
import { configAt, configNames, isReady, planOfRouting } from './configs.js'

const isUsed = (world: World, name: string): boolean =>
  [...world.codedeploy.groups.values()].some(({ deploymentConfigName }) => deploymentConfigName === name)

export const codeDeployConfigs = (world: World) => ({
  CreateDeploymentConfig(input: CreateDeploymentConfigInput): CreateDeploymentConfigOutput {
    const { deploymentConfigName: name = '', computePlatform, trafficRoutingConfig } = input
    if (computePlatform !== 'ECS')
      refuse(
        'InvalidComputePlatformException',
        `The rehearsal cluster plays the compute platform ECS only, not '${computePlatform ?? 'Server'}'.`,
      )
    if (!/^[A-Za-z0-9._+=,@-]{1,100}$/.test(name) || name.startsWith('CodeDeployDefault'))
      refuse('InvalidDeploymentConfigNameException', `The configuration name '${name}' is not valid.`)
    if (world.codedeploy.configs.has(name))
      refuse('DeploymentConfigAlreadyExistsException', `Deployment configuration already exists: ${name}`)
    planOfRouting(trafficRoutingConfig)
    const deploymentConfigId = randomUUID()
    const createTime = new Date(world.clock.now())
    const info = { deploymentConfigId, deploymentConfigName: name, createTime, computePlatform }
    world.codedeploy.configs.set(name, { ...info, trafficRoutingConfig })
    return { deploymentConfigId }
  },
  GetDeploymentConfig: ({ deploymentConfigName }: GetDeploymentConfigInput): GetDeploymentConfigOutput => ({
    deploymentConfigInfo: configAt(world, deploymentConfigName),
  }),
  ListDeploymentConfigs: (): ListDeploymentConfigsOutput => ({
    deploymentConfigsList: [...configNames(world)],
  }),
  DeleteDeploymentConfig({ deploymentConfigName: name = '' }: DeleteDeploymentConfigInput): void {
    if (isReady(name)) refuse('InvalidOperationException', `${name} is not one of your own.`)
    if (isUsed(world, name))
      refuse('DeploymentConfigInUseException', `A deployment group uses the configuration ${name}.`)
    world.codedeploy.configs.delete(name)
  },
})
