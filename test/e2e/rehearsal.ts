import { join } from 'node:path'
import { buildInfrastructure } from '../../src/rehearsal/demo/infrastructure.js'
import { startCluster } from '../../src/rehearsal/demo/programs.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import { ROOT } from './root.js'

/** A rehearsal cluster in a process of its own, in which each service runs a placeholder behind a load balancer. */
export interface RunningCluster {
  readonly endpoint: string
  /** What a service says of itself behind its load balancer. */
  health(
    service: string,
  ): Promise<{ readonly status: number; readonly version: string; readonly code: string }>
  stop(): Promise<void>
}

export const REGION = 'eu-west-1'

export const runCluster = async (services: readonly string[]): Promise<RunningCluster> => {
  const cluster = await startCluster(join(ROOT, 'dist/cli/index.js'), {})
  const place = { endpoint: cluster.endpoint, region: REGION, cluster: 'shop', image: BASE_IMAGE }
  try {
    const { addresses } = await buildInfrastructure(place, services)
    return {
      ...cluster,
      health: async (service) => {
        const { status, headers } = await fetch(`${addresses.get(service)}/health`)
        return { status, version: headers.get('x-version') ?? '', code: headers.get('x-code') ?? '' }
      },
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
