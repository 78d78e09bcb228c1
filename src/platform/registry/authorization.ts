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
export type Actions = 'pull' | 'pull,push' | 'pull,push,delete'

export interface Ask {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly method?: string
  readonly body?: NonNullable<RequestInit['body']>
  /** Ends it; without one it has a limit of time. */
  readonly signal?: AbortSignal
  /** Another repository of the same registry that is read as well: a blob is mounted from it. */
  readonly also?: string
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

export type AskRegistry = (place: Place, actions: Actions, ask: Ask) => Promise<Asked>

/**
 * Asks without credentials first, and with them where the registry wants them, as Docker's client does. What it is
 * given is kept for its lifetime, for that repository and those actions; many that ask at once get one token.
 */
export const authorizing = (doors: Doors): AskRegistry => {
  const grants = grantsOf(doors)
  const meet = meeting()
  const send = async (place: Place, actions: Actions, ask: Ask): Promise<Asked> => {
    const scope = scopeOf(place, actions, ask)
    const before = await grants.before(place, scope)
    const first = await sendWith(doors.send, place, ask, before)
    if (first.status !== 401) return { answer: first, standing: before.standing }
    const grant = await grants.after(place, scope, before, first.headers.get('www-authenticate'))
    if (!grant.header || grant.header.reveal() === before.header?.reveal())
      return { answer: first, standing: grant.standing }
    await first.body?.cancel()
    return { answer: await sendWith(doors.send, place, ask, grant), standing: grant.standing }
  }
  return (place, actions, ask) => meet(place, () => send(place, actions, ask))
}

const scopeOf = ({ name }: Place, actions: Actions, { also }: Ask): string =>
  [`repository:${name}:${actions}`, ...(also === undefined ? [] : [`repository:${also}:pull`])].join(' ')

/** Whoever comes first to a registry finds out how it wants to be asked; the others wait for that, and need not try. */
const meeting = () => {
  const met = new Map<string, Promise<unknown>>()
  return async <T>({ origin }: Place, ask: () => Promise<T>): Promise<T> => {
    const first = met.get(origin)
    if (first) await first
    const asked = ask()
    if (!first)
      met.set(
        origin,
        asked.catch(() => null),
      )
    return asked
  }
}

/** What was granted, and what is being asked for just now. */
const grantsOf = (doors: Doors) => {
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

/** On the way to another host `fetch` leaves the header behind; and none goes where a registry sends an upload. */
const sendWith = (send: Send, { origin }: Place, ask: Ask, { header }: Grant): Promise<Response> => {
  const { url, headers, also: _, ...rest } = ask
  const shown = header && new URL(url).origin === new URL(origin).origin
  return send(url, {
    ...rest,
    headers: shown ? { ...headers, authorization: header.reveal() } : { ...headers },
    ...(ask.body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })
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
