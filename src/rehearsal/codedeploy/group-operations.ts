import { randomUUID } from 'node:crypto'
import type {
  CreateApplicationInput,
  CreateApplicationOutput,
  CreateDeploymentGroupInput,
  CreateDeploymentGroupOutput,
  DeleteApplicationInput,
  DeleteDeploymentGroupInput,
  DeleteDeploymentGroupOutput,
  DeploymentGroupInfo,
  GetApplicationInput,
  GetApplicationOutput,
  GetDeploymentGroupInput,
  GetDeploymentGroupOutput,
  ListApplicationsOutput,
  ListDeploymentGroupsInput,
  ListDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import type { World } from '../world.js'
import { ALL_AT_ONCE, planOf } from './configs.js'
import { checkGroup } from './group-rules.js'
import { type Application, groupKey } from './state.js'

const applicationAt = (world: World, name = ''): Application =>
  world.codedeploy.applications.get(name) ??
  refuse('ApplicationDoesNotExistException', `No application found for name: ${name}`)

export const groupAt = (world: World, application = '', name = ''): DeploymentGroupInfo => {
  applicationAt(world, application)
  return (
    world.codedeploy.groups.get(groupKey(application, name)) ??
    refuse('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`)
  )
}

const infoOf = (input: CreateDeploymentGroupInput): DeploymentGroupInfo => ({
  applicationName: input.applicationName,
  deploymentGroupId: randomUUID(),
  deploymentGroupName: input.deploymentGroupName,
  deploymentConfigName: input.deploymentConfigName ?? ALL_AT_ONCE,
  serviceRoleArn: input.serviceRoleArn,
  alarmConfiguration: input.alarmConfiguration,
  autoRollbackConfiguration: input.autoRollbackConfiguration,
  deploymentStyle: input.deploymentStyle,
  blueGreenDeploymentConfiguration: input.blueGreenDeploymentConfiguration,
  loadBalancerInfo: input.loadBalancerInfo,
  computePlatform: 'ECS',
  ecsServices: input.ecsServices,
})

const isBusy = (world: World, application: string | undefined): boolean =>
  [...world.codedeploy.groups.values()].some(({ applicationName }) => applicationName === application)

export const codeDeployGroups = (world: World) => ({
  CreateApplication({
    applicationName: name = '',
    computePlatform,
  }: CreateApplicationInput): CreateApplicationOutput {
    if (computePlatform !== 'ECS')
      refuse(
        'InvalidComputePlatformException',
        `The rehearsal cluster plays the compute platform ECS only, not '${computePlatform ?? 'Server'}'.`,
      )
    if (!/^[A-Za-z0-9 ._+=,@-]{1,100}$/.test(name))
      refuse('InvalidApplicationNameException', `The application name '${name}' is not valid.`)
    if (world.codedeploy.applications.has(name))
      refuse('ApplicationAlreadyExistsException', `Application already exists: ${name}`)
    const application = { id: randomUUID(), name, createdAt: world.clock.now() }
    world.codedeploy.applications.set(name, application)
    return { applicationId: application.id }
  },
  GetApplication({ applicationName }: GetApplicationInput): GetApplicationOutput {
    const { id, name, createdAt } = applicationAt(world, applicationName)
    const times = { createTime: new Date(createdAt), linkedToGitHub: false }
    return { application: { applicationId: id, applicationName: name, computePlatform: 'ECS', ...times } }
  },
  ListApplications: (): ListApplicationsOutput => ({
    applications: [...world.codedeploy.applications.keys()],
  }),
  DeleteApplication({ applicationName = '' }: DeleteApplicationInput): void {
    if (isBusy(world, applicationName))
      refuse('InvalidApplicationNameException', `${applicationName} still has deployment groups here.`)
    world.codedeploy.applications.delete(applicationName)
  },
  CreateDeploymentGroup(input: CreateDeploymentGroupInput, region: string): CreateDeploymentGroupOutput {
    const { name } = applicationAt(world, input.applicationName)
    const key = groupKey(name, input.deploymentGroupName ?? '')
    if (world.codedeploy.groups.has(key))
      refuse(
        'DeploymentGroupAlreadyExistsException',
        `Deployment group name already exists: ${input.deploymentGroupName}`,
      )
    planOf(world, input.deploymentConfigName ?? ALL_AT_ONCE)
    checkGroup(world, input, region)
    const info = infoOf(input)
    world.codedeploy.groups.set(key, info)
    return { deploymentGroupId: info.deploymentGroupId }
  },
  GetDeploymentGroup(input: GetDeploymentGroupInput): GetDeploymentGroupOutput {
    return { deploymentGroupInfo: groupAt(world, input.applicationName, input.deploymentGroupName) }
  },
  ListDeploymentGroups({ applicationName }: ListDeploymentGroupsInput): ListDeploymentGroupsOutput {
    applicationAt(world, applicationName)
    const mine = [...world.codedeploy.groups.values()].filter(
      (group) => group.applicationName === applicationName,
    )
    return {
      applicationName,
      deploymentGroups: mine.map(({ deploymentGroupName = '' }) => deploymentGroupName),
    }
  },
  DeleteDeploymentGroup(input: DeleteDeploymentGroupInput): DeleteDeploymentGroupOutput {
    groupAt(world, input.applicationName, input.deploymentGroupName)
    world.codedeploy.groups.delete(groupKey(input.applicationName ?? '', input.deploymentGroupName ?? ''))
    return { hooksNotCleanedUp: [] }
  },
})
