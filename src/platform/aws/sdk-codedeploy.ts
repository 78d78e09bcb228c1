import type * as Sdk from '@aws-sdk/client-codedeploy'
import type { MetadataBearer } from '@smithy/types'
import { lastSegment } from '../../words.js'
import { answer } from './answer.js'
import { batched } from './batch.js'
import type { CodeDeploy, GroupName } from './codedeploy.js'
import type { Place, ServiceName } from './ecs.js'
import type { Asked } from './error-rules.js'
import { once } from './once.js'
import { codeDeployClients } from './sdk-clients.js'
import { allOf } from './sdk-together.js'

type Ask = (action: string, subject: string) => Asked
type Clients = Awaited<ReturnType<typeof codeDeployClients>>

/** Opened when it is first asked: few services are CodeDeploy's. */
type Opened = () => Promise<{ readonly sdk: typeof Sdk; readonly clients: Clients }>

const subjectOf = ({ application, group }: GroupName): string =>
  `deployment group ${group} of application ${application}`

const ACTIVE: Sdk.DeploymentStatus[] = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready']

/** What is not there is an answer, too. */
const orNull =
  (names: RegExp) =>
  (error: unknown): null => {
    if (error instanceof Error && names.test(error.name)) return null
    throw error
  }

const found = <Output extends MetadataBearer>(request: Promise<Output>, missing: RegExp) =>
  request.catch(orNull(missing)).then((output) => ({ $metadata: output?.$metadata ?? {}, output }))

const groups = (opened: Opened, ask: Ask) =>
  ({
    deploymentGroup: async (name) => {
      const { sdk, clients } = await opened()
      const { application: applicationName, group: deploymentGroupName } = name
      const request = clients.reads.send(
        new sdk.GetDeploymentGroupCommand({ applicationName, deploymentGroupName }),
      )
      return answer(
        ask('codedeploy:GetDeploymentGroup', subjectOf(name)),
        found(request, /^(Application|DeploymentGroup)DoesNotExistException$/),
        ({ output }) => output?.deploymentGroupInfo ?? null,
      )
    },
    applications: async () => {
      const { sdk, clients } = await opened()
      return answer(
        ask('codedeploy:ListApplications', 'the applications'),
        clients.reads.send(new sdk.ListApplicationsCommand({})),
        ({ applications }) => applications ?? [],
      )
    },
    deploymentConfig: async (deploymentConfigName) => {
      const { sdk, clients } = await opened()
      const request = clients.reads.send(new sdk.GetDeploymentConfigCommand({ deploymentConfigName }))
      return answer(
        ask('codedeploy:GetDeploymentConfig', `deployment configuration ${deploymentConfigName}`),
        found(request, /^DeploymentConfigDoesNotExistException$/),
        ({ output }) => output?.deploymentConfigInfo ?? null,
      )
    },
  }) satisfies Partial<CodeDeploy>

/** CodeDeploy takes the cluster by its name, also where the environment gives its ARN. */
const targetIdOf = ({ cluster, service }: ServiceName): string => `${lastSegment(cluster)}:${service}`

/** AWS's own limit, and how long is waited for others, in milliseconds. */
const MOST_DEPLOYMENTS = 25
const TOGETHER = 20

/** Looks at deployments of any group, up to twenty-five a call. */
const deploymentsTogether = (opened: Opened, ask: Ask): CodeDeploy['describeDeployments'] => {
  const look = batched(MOST_DEPLOYMENTS, TOGETHER, async (deploymentIds) => {
    const { sdk, clients } = await opened()
    const { now, value } = await answer(
      ask('codedeploy:BatchGetDeployments', deploymentIds.join(', ')),
      clients.reads.send(new sdk.BatchGetDeploymentsCommand({ deploymentIds: [...deploymentIds] })),
      ({ deploymentsInfo }) => deploymentsInfo ?? [],
    )
    return (id) => ({ now, value: value.filter(({ deploymentId }) => deploymentId === id) })
  })
  return (ids) => allOf(ids.map(look))
}

const following = (opened: Opened, ask: Ask) =>
  ({
    deployments: async (name, which) => {
      const { sdk, clients } = await opened()
      const command = new sdk.ListDeploymentsCommand({
        applicationName: name.application,
        deploymentGroupName: name.group,
        ...(which === 'active'
          ? { includeOnlyStatuses: [...ACTIVE] }
          : { createTimeRange: { start: which.since } }),
      })
      return answer(
        ask('codedeploy:ListDeployments', subjectOf(name)),
        clients.reads.send(command),
        ({ deployments }) => deployments ?? [],
      )
    },
    describeDeployments: deploymentsTogether(opened, ask),
    target: async (deploymentId, service) => {
      const { sdk, clients } = await opened()
      const targetId = targetIdOf(service)
      const request = clients.reads.send(new sdk.GetDeploymentTargetCommand({ deploymentId, targetId }))
      return answer(
        ask('codedeploy:GetDeploymentTarget', `${targetId} of deployment ${deploymentId}`),
        found(request, /^Deployment(TargetDoesNotExist|NotStarted)Exception$/),
        ({ output }) => output?.deploymentTarget?.ecsTarget ?? null,
      )
    },
  }) satisfies Partial<CodeDeploy>

const writing = (opened: Opened, ask: Ask) =>
  ({
    createDeployment: async (input) => {
      const { sdk, clients } = await opened()
      const name = { application: input.applicationName ?? '', group: input.deploymentGroupName ?? '' }
      return answer(
        ask('codedeploy:CreateDeployment', subjectOf(name)),
        clients.writes.send(new sdk.CreateDeploymentCommand(input)),
        ({ deploymentId }) => deploymentId ?? '',
      )
    },
    stopDeployment: async (deploymentId) => {
      const { sdk, clients } = await opened()
      return answer(
        ask('codedeploy:StopDeployment', `deployment ${deploymentId}`),
        clients.writes.send(new sdk.StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true })),
        () => deploymentId,
      )
    },
    continueDeployment: async (deploymentId) => {
      const { sdk, clients } = await opened()
      const command = new sdk.ContinueDeploymentCommand({ deploymentId, deploymentWaitType: 'READY_WAIT' })
      return answer(
        ask('codedeploy:ContinueDeployment', `deployment ${deploymentId}`),
        clients.writes.send(command),
        () => deploymentId,
      )
    },
  }) satisfies Partial<CodeDeploy>

export const codeDeploy = (place: Place, ask: Ask): CodeDeploy => {
  const opened: Opened = once(async () => {
    const [sdk, clients] = await Promise.all([import('@aws-sdk/client-codedeploy'), codeDeployClients(place)])
    return { sdk, clients }
  })
  return { ...groups(opened, ask), ...following(opened, ask), ...writing(opened, ask) }
}
