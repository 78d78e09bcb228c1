import { StartFailure } from '../tasks/failure.js'
import type { World } from '../world.js'
import { parameterAt } from './parameters.js'
import { secretAt, versionAt } from './secrets.js'

/** ECS's words for a task that cannot have what its definition refers to. */
const fail = (why: string): never => {
  throw new StartFailure(
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ${why}`,
  )
}

const ASM = 'unable to retrieve secret from asm: service call has been retried 1 time(s)'
const SSM = 'unable to retrieve secrets from ssm: service call has been retried 1 time(s)'

interface SecretReference {
  readonly id: string
  readonly key: string
  readonly stage: string
  readonly version: string
}

/** `arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf`, and `:KEY:STAGE:VERSION` after it, each possibly empty. */
export const readReference = (valueFrom: string): SecretReference => {
  const parts = valueFrom.split(':')
  const [key = '', stage = '', version = ''] = parts.slice(7)
  return { id: parts.slice(0, 7).join(':'), key, stage, version }
}

const memberOf = (text: string, key: string): string => {
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    return fail(`${ASM}: retrieved secret from Secrets Manager could not be parsed as JSON`)
  }
  const value = (tree as Record<string, unknown> | null)?.[key]
  if (value === undefined)
    return fail(`${ASM}: retrieved secret from Secrets Manager did not contain json key ${key}`)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const fromSecrets = (world: World, valueFrom: string): string => {
  const { id, key, stage, version } = readReference(valueFrom)
  const secret = secretAt(world, id)
  const found = secret && versionAt(secret, stage || undefined, version || undefined)
  if (!found)
    return fail(
      `${ASM}: failed to fetch secret ${id} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    )
  return key === '' ? found.text : memberOf(found.text, key)
}

/** What a container's secret comes to: of Secrets Manager, whole or one key of it, or of the Parameter Store. */
export const resolveSecret = (world: World, valueFrom: string): string => {
  if (valueFrom.includes(':secretsmanager:')) return fromSecrets(world, valueFrom)
  return parameterAt(world, valueFrom)?.Value ?? fail(`${SSM}: invalid ssm parameters: ${valueFrom}`)
}
