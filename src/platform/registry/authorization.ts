import { type Doors, type Grant, grantsOf } from './grants.js'
import type { Place } from './place.js'
import type { Standing } from './refusal.js'
import type { Send } from './requests.js'

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
