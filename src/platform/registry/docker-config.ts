import * as v from 'valibot'
import { isDockerHub } from './place.js'
import { type Credentials, Secret } from './secret.js'

const text = v.nullish(v.string(), '')
const Entry = v.object({ auth: text, username: text, password: text, identitytoken: text })
const Config = v.object({
  auths: v.nullish(v.record(v.string(), Entry), {}),
  credHelpers: v.nullish(v.record(v.string(), v.string()), {}),
  credsStore: text,
})

/** The part of Docker's `config.json` that tells where credentials are. */
export type DockerConfig = v.InferOutput<typeof Config>

/** Where the credentials of a host are. */
export type Source =
  | { readonly kind: 'helper'; readonly helper: string; readonly server: string }
  | { readonly kind: 'file'; readonly credentials: Credentials }
  | { readonly kind: 'none' }

/** Null where it is no such file. Why stays untold: an error about JSON quotes what stands there. */
export const parseDockerConfig = (json: string): DockerConfig | null => parse(Config, json)

/** As Docker looks: the host's own helper, else the store of all, else what stands in the file itself. */
export const sourceOf = (config: DockerConfig, host: string): Source => {
  const names = namesOf(host)
  const own = entryOf(config.credHelpers, (key) => names.includes(key))
  const helper = own ?? config.credsStore
  if (helper) return { kind: 'helper', helper, server: names[0] as string }
  const entry =
    entryOf(config.auths, (key) => names.includes(key)) ??
    entryOf(config.auths, (key) => names.includes(hostIn(key)))
  const credentials = entry && credentialsIn(entry)
  return credentials ? { kind: 'file', credentials } : { kind: 'none' }
}

/** Docker Hub is logged in to under an address of old. */
const namesOf = (host: string): readonly string[] =>
  isDockerHub(host) ? ['https://index.docker.io/v1/', 'docker.io', 'index.docker.io'] : [host]

const entryOf = <T>(record: Readonly<Record<string, T>>, wanted: (key: string) => boolean): T | undefined =>
  Object.entries(record).find(([key]) => wanted(key))?.[1]

/** Older clients wrote a whole address as the key. */
const hostIn = (key: string): string => key.replace(/^https?:\/\//, '').split('/')[0] ?? key

const credentialsIn = ({
  auth,
  username,
  password,
  identitytoken,
}: v.InferOutput<typeof Entry>): Credentials | null => {
  if (identitytoken) return { kind: 'identity', token: new Secret(identitytoken) }
  const plain = auth ? Buffer.from(auth, 'base64').toString() : `${username}:${password}`
  const colon = plain.indexOf(':')
  if (colon < 1) return null
  // Docker pads what it writes now and then.
  const secret = plain.slice(colon + 1).replace(/\0+$/, '')
  return { kind: 'password', user: plain.slice(0, colon), password: new Secret(secret) }
}

const Answer = v.object({ Username: text, Secret: text })
/** The user's name under which a helper hands out an identity token. */
const IDENTITY = '<token>'

/** What `docker-credential-NAME get` prints; null where that is something else. */
export const parseHelperAnswer = (json: string): Credentials | null => {
  const answer = parse(Answer, json)
  if (!answer?.Username) return null
  const secret = new Secret(answer.Secret)
  return answer.Username === IDENTITY
    ? { kind: 'identity', token: secret }
    : { kind: 'password', user: answer.Username, password: secret }
}

const parse = <Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
): v.InferOutput<Schema> | null => {
  try {
    const result = v.safeParse(schema, JSON.parse(json))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
