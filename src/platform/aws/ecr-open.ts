import type { Clock } from '../clock.js'
import type { Credentials } from '../registry/secret.js'
import type { Registry } from '../registry.js'
import { ecrRegistry } from './ecr.js'
import { type EcrCalls, ecrCalls } from './ecr-calls.js'
import type { EcrPlace } from './ecr-place.js'
import { ecrClient } from './sdk-clients.js'

/** An ECR that is open: its registry, and how Docker's API is logged in to. */
export interface OpenEcr {
  registry(http: Registry): Registry
  credentials(): Promise<Credentials>
}

/** A token is good for twelve hours; one that ends within minutes is not begun with. */
const MARGIN = 5 * 60_000

/**
 * Null where AWS's SDK finds no credentials: then a login by Docker's own means may still do, as it does for every
 * other registry.
 */
export const openEcr = async (place: EcrPlace, clock: Pick<Clock, 'now'>): Promise<OpenEcr | null> => {
  const { region, endpoint } = place
  const client = await ecrClient({ region, ...(endpoint === undefined ? {} : { endpoint }) })
  const known = await client.config.credentials().then(
    () => true,
    () => false,
  )
  if (!known) return null
  const calls = ecrCalls(await import('@aws-sdk/client-ecr'), client, place)
  return { registry: (http) => ecrRegistry(calls, region, http), credentials: loggedIn(calls, clock) }
}

const loggedIn = (calls: Pick<EcrCalls, 'login'>, clock: Pick<Clock, 'now'>) => {
  let login: ReturnType<EcrCalls['login']> | null = null
  return async (): Promise<Credentials> => {
    const known = await login
    if (known && known.until - MARGIN > clock.now()) return known.credentials
    login = calls.login().catch((error) => {
      login = null
      throw error
    })
    return (await login).credentials
  }
}
