import type * as Sdk from '@aws-sdk/client-ecs'
import { type Instant, lastSegment } from '../../words.js'
import { answer } from './answer.js'
import type { Ecs, EcsAt, Place } from './ecs.js'
import type { Asked } from './error-rules.js'
import { type EcsClients, ecsClients, logsClient, stsClient } from './sdk-clients.js'
import { codeDeploy } from './sdk-codedeploy.js'
import { surroundings } from './sdk-surroundings.js'
import { deploymentsTogether, revisionsTogether, servicesTogether, subjectOf } from './sdk-together.js'
import { lasting } from './turns.js'

type Ask = (action: string, subject: string) => Asked

const reading = (sdk: typeof Sdk, { reads }: EcsClients, ask: Ask) =>
  ({
    describeService: servicesTogether(sdk, reads, ask),
    listClusters: () =>
      answer(
        ask('ecs:ListClusters', 'the clusters'),
        reads.send(new sdk.ListClustersCommand({ maxResults: 100 })),
        ({ clusterArns }) => (clusterArns ?? []).map(lastSegment),
      ),
    listServices: (cluster) =>
      answer(
        ask('ecs:ListServices', `cluster ${cluster}`),
        reads.send(new sdk.ListServicesCommand({ cluster, maxResults: 100 })),
        ({ serviceArns }) => (serviceArns ?? []).map(lastSegment),
      ),
    describeTaskDefinition: (taskDefinition) =>
      answer(
        ask('ecs:DescribeTaskDefinition', `task definition ${taskDefinition}`),
        reads.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] })),
        (output) => ({ taskDefinition: output.taskDefinition ?? {}, tags: output.tags ?? [] }),
      ),
    listTasks: (name, desiredStatus) =>
      answer(
        ask('ecs:ListTasks', subjectOf(name)),
        reads.send(
          new sdk.ListTasksCommand({
            cluster: name.cluster,
            serviceName: name.service,
            desiredStatus,
            maxResults: 100,
          }),
        ),
        ({ taskArns }) => taskArns ?? [],
      ),
    listTasksStartedBy: (cluster, startedBy) =>
      answer(
        ask('ecs:ListTasks', `cluster ${cluster}`),
        reads.send(new sdk.ListTasksCommand({ cluster, startedBy, desiredStatus: 'RUNNING' })),
        ({ taskArns }) => taskArns ?? [],
      ),
    describeTasks: (cluster, arns) =>
      answer(
        ask('ecs:DescribeTasks', `cluster ${cluster}`),
        reads.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] })),
        ({ tasks }) => tasks ?? [],
      ),
  }) satisfies Partial<Ecs>

const following = (sdk: typeof Sdk, { reads }: EcsClients, ask: Ask) =>
  ({
    listServiceDeployments: (name) =>
      answer(
        ask('ecs:ListServiceDeployments', subjectOf(name)),
        reads.send(new sdk.ListServiceDeploymentsCommand({ ...name, maxResults: 100 })),
        ({ serviceDeployments }) => serviceDeployments ?? [],
      ),
    describeServiceDeployments: deploymentsTogether(sdk, reads, ask),
    describeServiceRevisions: revisionsTogether(sdk, reads, ask),
  }) satisfies Partial<Ecs>

const writing = (sdk: typeof Sdk, { writes }: EcsClients, ask: Ask) =>
  ({
    registerTaskDefinition: (input) =>
      answer(
        ask('ecs:RegisterTaskDefinition', `task definition family ${input.family}`),
        writes.send(new sdk.RegisterTaskDefinitionCommand(input)),
        ({ taskDefinition }) => taskDefinition ?? {},
      ),
    registrationsLast: (many) => lasting('RegisterTaskDefinition', many),
    updateService: (input) =>
      answer(
        ask(
          'ecs:UpdateService',
          subjectOf({ cluster: input.cluster ?? 'default', service: input.service ?? '' }),
        ),
        writes.send(new sdk.UpdateServiceCommand(input)),
        ({ service }) => service ?? {},
      ),
    runTask: (input) =>
      answer(
        ask('ecs:RunTask', `task definition ${input.taskDefinition} in cluster ${input.cluster}`),
        writes.send(new sdk.RunTaskCommand(input)).then(begun),
        ({ tasks }) => tasks?.[0] ?? {},
      ),
    stopServiceDeployment: (serviceDeploymentArn) =>
      answer(
        ask('ecs:StopServiceDeployment', serviceDeploymentArn),
        writes.send(new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' })),
        (output) => output.serviceDeploymentArn ?? serviceDeploymentArn,
      ),
    continueServiceDeployment: (serviceDeploymentArn, hookId, action) =>
      answer(
        ask('ecs:ContinueServiceDeployment', serviceDeploymentArn),
        writes.send(new sdk.ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action })),
        (output) => output.serviceDeploymentArn ?? serviceDeploymentArn,
      ),
  }) satisfies Partial<Ecs>

/** RunTask answers 200 where nothing could be started, with the reason beside. */
const begun = (output: Sdk.RunTaskCommandOutput): Sdk.RunTaskCommandOutput => {
  const [failure] = output.failures ?? []
  if (!failure || (output.tasks ?? []).length > 0) return output
  const said = [failure.reason, failure.detail].filter(Boolean).join(': ')
  throw Object.assign(new Error(said), { name: 'TaskNotStarted', $metadata: {} })
}

const besides = (place: Place, ask: Ask, { reads }: EcsClients) =>
  ({
    ...surroundings(place, ask),
    codeDeploy: codeDeploy(place, ask),
    credentialsExpire: async () => {
      const identity = await reads.config.credentials().catch(() => undefined)
      return (identity?.expiration?.getTime() ?? null) as Instant | null
    },
    logTail: async ({ group: logGroupName, stream: logStreamName, region }, limit) => {
      const { GetLogEventsCommand, ResourceNotFoundException } = await import(
        '@aws-sdk/client-cloudwatch-logs'
      )
      const client = await logsClient(region === undefined ? place : { ...place, region })
      const request = client
        .send(new GetLogEventsCommand({ logGroupName, logStreamName, limit, startFromHead: false }))
        .catch((error: unknown) => {
          if (error instanceof ResourceNotFoundException) return { $metadata: {}, events: [] }
          throw error
        })
      const asked = ask('logs:GetLogEvents', `log stream ${logStreamName} of ${logGroupName}`)
      return (await answer(asked, request, ({ events }) => events ?? [])).value.map(
        ({ message }) => message ?? '',
      )
    },
    callerIdentity: async () => {
      const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
      const request = (await stsClient(place)).send(new GetCallerIdentityCommand({}))
      return answer(ask('sts:GetCallerIdentity', 'these credentials'), request, ({ Account, Arn }) => ({
        account: Account ?? '',
        arn: Arn ?? '',
      }))
    },
  }) satisfies Partial<Ecs>

const nameOf = ({ region, endpoint }: Place): string =>
  endpoint ??
  process.env.AWS_ENDPOINT_URL_ECS ??
  process.env.AWS_ENDPOINT_URL ??
  `ECS in ${region ?? process.env.AWS_REGION ?? 'the default region'}`

/** The real ECS, or whatever speaks like it at the place. The SDK is loaded here and not before. */
export const sdkEcs: EcsAt = async (place): Promise<Ecs> => {
  const [sdk, clients] = await Promise.all([import('@aws-sdk/client-ecs'), ecsClients(place)])
  const ask: Ask = (action, subject) => ({ action, subject, place: nameOf(place) })
  return {
    ...reading(sdk, clients, ask),
    ...following(sdk, clients, ask),
    ...writing(sdk, clients, ask),
    ...besides(place, ask, clients),
  }
}

/** One for each place, so that many services ask together. */
export const sharedEcs = (): EcsAt => {
  const open = new Map<string, Promise<Ecs>>()
  return (place) => {
    const key = JSON.stringify([place.region, place.endpoint])
    const known = open.get(key) ?? sdkEcs(place)
    open.set(key, known)
    return known
  }
}
