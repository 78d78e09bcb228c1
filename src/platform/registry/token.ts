import * as v from 'valibot'
import type { Challenge } from './challenge.js'
import { isLoopback, type Place } from './place.js'
import { basic, type Credentials, Secret } from './secret.js'

export type Bearer = Extract<Challenge, { kind: 'bearer' }>

export interface TokenRequest {
  readonly url: string
  readonly init: RequestInit
}

export interface Token {
  readonly token: Secret
  readonly seconds: number
}

const CLIENT = 'stagger'
/** The specification's: what holds where nothing is said, and the least that a token may live. */
const SECONDS = 60

/**
 * Whether a registry may send for a token to this address: over TLS, or, from this machine's own registry, to this
 * machine. Else a password would go over the wire in clear.
 */
export const isSafeRealm = (realm: string, { origin }: Place): boolean => {
  if (!URL.canParse(realm)) return false
  const { protocol, hostname, username, password } = new URL(realm)
  if (username || password) return false
  const local = isLoopback(new URL(origin).hostname) && isLoopback(hostname)
  return protocol === 'https:' || (protocol === 'http:' && local)
}

/** By the distribution specification: an identity token is exchanged, a name and password are shown, nobody just asks. */
export const tokenRequest = (
  { realm, service }: Bearer,
  scope: string,
  credentials: Credentials | null,
): TokenRequest =>
  credentials?.kind === 'identity'
    ? exchange(realm, fields(service, scope), credentials.token)
    : query(realm, fields(service, scope), credentials)

const fields = (service: string | null, scope: string): Record<string, string> => ({
  ...(service === null ? {} : { service }),
  scope,
})

/** It follows no redirection: a body goes along to wherever that leads. */
const exchange = (realm: string, asked: Record<string, string>, token: Secret): TokenRequest => {
  const grant = { grant_type: 'refresh_token', client_id: CLIENT, refresh_token: token.reveal() }
  const body = new URLSearchParams({ ...asked, ...grant })
  return { url: realm, init: { method: 'POST', redirect: 'error', body } }
}

const query = (
  realm: string,
  asked: Record<string, string>,
  credentials: Extract<Credentials, { kind: 'password' }> | null,
): TokenRequest => {
  const url = new URL(realm)
  const account = credentials ? { account: credentials.user } : {}
  // Of several scopes each is a parameter of its own here, and all are one text in a body.
  for (const [name, value] of Object.entries({ ...asked, ...account }))
    for (const one of name === 'scope' ? value.split(' ') : [value]) url.searchParams.append(name, one)
  const headers = credentials
    ? { authorization: basic(credentials.user, credentials.password).reveal() }
    : undefined
  return { url: url.href, init: headers ? { headers } : {} }
}

/** Only what may stand in a header: an error about one that may not would quote it. */
const Text = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/))
const Answer = v.object({
  token: v.nullish(Text),
  access_token: v.nullish(Text),
  expires_in: v.nullish(v.number(), SECONDS),
})

export const parseToken = (json: string): Token | null => {
  try {
    const { token, access_token, expires_in } = v.parse(Answer, JSON.parse(json))
    const text = token ?? access_token
    return text ? { token: new Secret(text), seconds: Math.max(SECONDS, expires_in) } : null
  } catch {
    return null
  }
}
