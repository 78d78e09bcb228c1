import { createHash } from 'node:crypto'

/** This machine, as Elastic Load Balancing calls it: made up. */
export const INSTANCE_ID = `i-0127${'0'.repeat(12)}1`

/** This machine, as a cluster calls it: made up from the cluster's ARN, so that it is the same after a restart. */
export const containerInstanceId = (cluster: string): string =>
  createHash('sha256').update(cluster).digest('hex').slice(0, 32)

export const containerInstanceArn = (cluster: string): string =>
  `${cluster.replace(':cluster/', ':container-instance/')}/${containerInstanceId(cluster)}`
