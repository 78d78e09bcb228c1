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

/** What is done in a repository, in the words of a token's scope. */
export type Actions = 'pull' | 'pull,push'

export interface Ask {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly method?: string
  readonly body?: NonNullable<RequestInit['body']>
}

export interface Asked {
  readonly answer: Response
  /** What a refusal means. */
  readonly standing: Standing
}

export interface Doors {
  readonly send: Send
  readonly credentialsOf: FindCredentials
  readonly clock: Pick<Clock, 'now'>
}

/** How a registry is asked from now on, until it ends. Without a header there is nothing to ask with. */
interface Grant {
  readonly header: Secret | null
  readonly standing: Standing
  readonly until: number
}

const ANYBODY: Grant = { header: null, standing: 'not-asked', until: Number.POSITIVE_INFINITY }

/**
 * Asks without credentials first, and with them where the registry wants them, as Docker's client does. What it is
 * given is kept for its lifetime, for that repository and those actions.
 */
export const authorizing = (doors: Doors) => {
  const grants = new Map<string, Grant>()
  const kept = (key: string): Grant => {
    const grant = grants.get(key)
    return grant && grant.until > doors.clock.now() ? grant : ANYBODY
  }
  return async (place: Place, actions: Actions, ask: Ask): Promise<Asked> => {
    const scope = `repository:${place.name}:${actions}`
    const key = `${place.origin} ${scope}`
    const before = kept(key)
    const first = await sendWith(doors.send, ask, before)
    if (first.status !== 401) return { answer: first, standing: before.standing }
    const grant = await obtain(doors, place, scope, first.headers.get('www-authenticate'))
    if (!grant.header || grant.header.reveal() === before.header?.reveal())
      return { answer: first, standing: grant.standing }
    await first.body?.cancel()
    grants.set(key, grant)
    return { answer: await sendWith(doors.send, ask, grant), standing: grant.standing }
  }
}

/** On the way to another host `fetch` leaves the header behind. */
const sendWith = (send: Send, { url, headers, ...rest }: Ask, { header }: Grant): Promise<Response> =>
  send(url, { ...rest, headers: header ? { ...headers, authorization: header.reveal() } : { ...headers } })

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
