import { StaggerError } from '../../words.js'
import type { Clock } from '../clock.js'
import { noToken, unsafeRealm } from '../registry-problems.js'
import { challengeIn } from './challenge.js'
import type { FindCredentials } from './credentials.js'
import type { Place } from './place.js'
import type { Standing } from './refusal.js'
import type { Send } from './requests.js'
import { basic, type Credentials, Secret } from './secret.js'
import { type Bearer, isSafeRealm, parseToken, tokenRequest } from './token.js'

export interface Doors {
  readonly send: Send
  readonly credentialsOf: FindCredentials
  readonly clock: Pick<Clock, 'now'>
}

/** How a registry is asked from now on, until it ends. Without a header there is nothing to ask with. */
export interface Grant {
  readonly header: Secret | null
  readonly standing: Standing
  readonly until: number
}

const ANYBODY: Grant = { header: null, standing: 'not-asked', until: Number.POSITIVE_INFINITY }

/** What was granted, and what is being asked for just now. */
export const grantsOf = (doors: Doors) => {
  const granted = new Map<string, Grant>()
  const underWay = new Map<string, Promise<Grant>>()
  const challenges = new Map<string, string | null>()

  const kept = (key: string): Grant | null => {
    const grant = granted.get(key)
    return grant && grant.until > doors.clock.now() ? grant : null
  }
  const once = (key: string, place: Place, scope: string, challenge: string | null): Promise<Grant> => {
    const known = underWay.get(key)
    if (known) return known
    const asked = obtain(doors, place, scope, challenge).finally(() => underWay.delete(key))
    underWay.set(key, asked)
    return asked.then((grant) => {
      if (grant.header) granted.set(key, grant)
      return grant
    })
  }
  return {
    before: async (place: Place, scope: string): Promise<Grant> => {
      const key = `${place.origin} ${scope}`
      const known = kept(key)
      const challenge = challenges.get(place.origin)
      if (known || challenge === undefined) return known ?? ANYBODY
      return once(key, place, scope, challenge)
    },
    after: async (place: Place, scope: string, before: Grant, challenge: string | null): Promise<Grant> => {
      const key = `${place.origin} ${scope}`
      challenges.set(place.origin, challenge)
      const newer = kept(key)
      if (newer && newer !== before) return newer
      return once(key, place, scope, challenge)
    },
  }
}

const without = (standing: Standing): Grant => ({ ...ANYBODY, standing })

const obtain = async (doors: Doors, place: Place, scope: string, asked: string | null): Promise<Grant> => {
  const challenge = challengeIn(asked)
  if (!challenge) return without('unknown-challenge')
  const credentials = await doors.credentialsOf(place.host)
  if (challenge.kind === 'bearer') return obtainToken(doors, place, scope, challenge, credentials)
  if (credentials?.kind !== 'password') return without('no-credentials')
  const header = basic(credentials.user, credentials.password)
  return { ...ANYBODY, header, standing: 'credentials-shown' }
}

/** Without credentials too: what is public is read with a token for nobody. */
const obtainToken = async (
  { send, clock }: Doors,
  place: Place,
  scope: string,
  challenge: Bearer,
  credentials: Credentials | null,
): Promise<Grant> => {
  if (!isSafeRealm(challenge.realm, place)) throw new StaggerError(unsafeRealm(place.host, challenge.realm))
  const { url, init } = tokenRequest(challenge, scope, credentials)
  const from = clock.now()
  const answer = await send(url, init)
  const body = await answer.text()
  if (isRefusal(answer.status)) return without(standingAfter(answer.status, credentials))
  const token = answer.ok ? parseToken(body) : null
  if (!token) throw new StaggerError(noToken(place.host, challenge.realm, answer))
  return {
    header: new Secret(`Bearer ${token.token.reveal()}`),
    standing: credentials ? 'known' : 'no-credentials',
    until: from + token.seconds * 1000,
  }
}

/** 400 is how OAuth refuses an identity token. */
const isRefusal = (status: number): boolean => [400, 401, 403].includes(status)

const standingAfter = (status: number, credentials: Credentials | null): Standing => {
  if (!credentials) return 'no-credentials'
  return status === 403 ? 'known' : 'wrong-credentials'
}
