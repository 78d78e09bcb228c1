import type { ECSClient } from '@aws-sdk/client-ecs'
import { keepServerTime } from './answer.js'
import type { Place } from './ecs.js'
import { fewAtOnce } from './few.js'
import { paced } from './paced.js'
import { createTurns } from './turns.js'
import { verbatim } from './verbatim.js'

const ATTEMPTS = 8
const COMMON = { maxAttempts: ATTEMPTS, requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 } }

const at = ({ region, endpoint }: Place) => ({
  ...COMMON,
  ...(region === undefined ? {} : { region }),
  ...(endpoint === undefined ? {} : { endpoint }),
})

export interface EcsClients {
  readonly reads: ECSClient
  readonly writes: ECSClient
}

export const ecsClients = async (place: Place): Promise<EcsClients> => {
  const [{ ECSClient }, { RefusedOnly }] = await Promise.all([
    import('@aws-sdk/client-ecs'),
    import('./retry.js'),
  ])
  const reads = new ECSClient({ ...at(place), retryMode: 'adaptive' })
  const writes = new ECSClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) })
  const turns = createTurns(Date.now)
  const ready = (client: ECSClient) => keepServerTime(verbatim(paced(client, turns)))
  return { reads: ready(reads), writes: ready(writes) }
}

export const logsClient = async (place: Place) => {
  const { CloudWatchLogsClient } = await import('@aws-sdk/client-cloudwatch-logs')
  return keepServerTime(new CloudWatchLogsClient({ ...at(place), retryMode: 'adaptive' }))
}

export const stsClient = async (place: Place) => {
  const { STSClient } = await import('@aws-sdk/client-sts')
  return keepServerTime(new STSClient({ ...at(place), retryMode: 'adaptive' }))
}

/** Whatever ECR is asked may be asked twice: a name that is given again says so. */
export const ecrClient = async (place: Place) => {
  const { ECRClient } = await import('@aws-sdk/client-ecr')
  return new ECRClient({ ...at(place), retryMode: 'adaptive' })
}

export const balancingClient = async (place: Place) => {
  const { ElasticLoadBalancingV2Client } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = new ElasticLoadBalancingV2Client({ ...at(place), retryMode: 'adaptive' })
  return keepServerTime(paced(client, createTurns(Date.now)))
}

export const alarmsClient = async (place: Place) => {
  const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch')
  const client = new CloudWatchClient({ ...at(place), retryMode: 'adaptive' })
  return keepServerTime(paced(client, createTurns(Date.now)))
}

export const scalingClient = async (place: Place) => {
  const { ApplicationAutoScalingClient } = await import('@aws-sdk/client-application-auto-scaling')
  return keepServerTime(fewAtOnce(new ApplicationAutoScalingClient({ ...at(place), retryMode: 'adaptive' })))
}

/** Beginning, stopping and continuing are said once, and wait for no look; what is asked may be asked twice. */
export const codeDeployClients = async (place: Place) => {
  const [{ CodeDeployClient }, { RefusedOnly }] = await Promise.all([
    import('@aws-sdk/client-codedeploy'),
    import('./retry.js'),
  ])
  const reads = new CodeDeployClient({ ...at(place), retryMode: 'adaptive' })
  const writes = new CodeDeployClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) })
  return { reads: keepServerTime(fewAtOnce(reads)), writes: keepServerTime(fewAtOnce(writes)) }
}
