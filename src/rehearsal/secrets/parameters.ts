import { createHash } from 'node:crypto'
import type {
  DeleteParameterRequest,
  GetParameterRequest,
  GetParameterResult,
  GetParametersRequest,
  GetParametersResult,
  Parameter,
  PutParameterRequest,
  PutParameterResult,
} from '@aws-sdk/client-ssm'
import { refuse } from '../api/fault.js'
import { parameterArn } from '../arns.js'
import type { World } from '../world.js'

/** Every version of a parameter, oldest first. */
export type Versions = readonly Parameter[]

const MOST_ASKED = 10
const MOST_CHARACTERS = 4096

const invalid = (message: string): never => refuse('ValidationException', message)

/** `/shop/key`, `/shop/key:3`, or an ARN of one: the name, and the version where one is asked for. */
const readName = (asked: string): readonly [name: string, version: number | undefined] => {
  const bare = asked.startsWith('arn:')
    ? asked.slice(asked.indexOf(':parameter/') + ':parameter'.length)
    : asked
  const [name = '', version] = bare.split(':')
  return [name, version === undefined ? undefined : Number(version)]
}

/** An ARN has a slash before every name, also before one that has none of its own. */
export const parameterAt = (world: World, asked: string): Parameter | undefined => {
  const [name, version] = readName(asked)
  const versions = world.parameters.get(name) ?? world.parameters.get(name.replace(/^\//, '')) ?? []
  return version === undefined ? versions.at(-1) : versions.find(({ Version }) => Version === version)
}

/** Without `WithDecryption` a SecureString comes as it is kept: nothing that can be read. */
const shown = (parameter: Parameter, decrypted: boolean | undefined): Parameter =>
  parameter.Type === 'SecureString' && decrypted !== true
    ? {
        ...parameter,
        Value: createHash('sha256')
          .update(parameter.Value ?? '')
          .digest('base64'),
      }
    : parameter

const checkPut = (input: PutParameterRequest, before: Versions): void => {
  const { Name = '', Value = '' } = input
  if (!/^\/?[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,14}$/.test(Name) || /^\/?(aws|ssm)/i.test(Name))
    invalid(
      `Parameter name '${Name}' is invalid: letters, numbers, periods, hyphens and underscores, in at most 15 levels, and neither aws nor ssm at its beginning.`,
    )
  if (Value.length < 1 || Value.length > MOST_CHARACTERS)
    invalid(
      `The value of '${Name}' has ${Value.length} characters; it must have from 1 to ${MOST_CHARACTERS}.`,
    )
  if (before.length > 0 && input.Overwrite !== true)
    refuse(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    )
  if (before.length === 0 && input.Type === undefined)
    invalid('A parameter type is required when you create a parameter.')
}

const versionOf = (input: PutParameterRequest, before: Versions, region: string, now: number): Parameter => ({
  Name: input.Name,
  Type: input.Type ?? before.at(-1)?.Type,
  Value: input.Value,
  Version: before.length + 1,
  LastModifiedDate: new Date(now),
  ARN: parameterArn(region, input.Name ?? ''),
  DataType: input.DataType ?? 'text',
})

const notFound = (): never => refuse('ParameterNotFound', 'The parameter was not found.')

export const parameterOperations = (world: World) => ({
  PutParameter(input: PutParameterRequest, region: string): PutParameterResult {
    const before = world.parameters.get(input.Name ?? '') ?? []
    checkPut(input, before)
    const version = versionOf(input, before, region, world.clock.now())
    world.parameters.set(input.Name ?? '', [...before, version])
    return { Version: version.Version, Tier: 'Standard' }
  },
  GetParameter(input: GetParameterRequest): GetParameterResult {
    const found = parameterAt(world, input.Name ?? '') ?? notFound()
    return { Parameter: shown(found, input.WithDecryption) }
  },
  GetParameters({ Names = [], WithDecryption }: GetParametersRequest): GetParametersResult {
    if (Names.length < 1 || Names.length > MOST_ASKED)
      invalid(`From 1 to ${MOST_ASKED} parameters can be asked for at a time, not ${Names.length}.`)
    const found = Names.flatMap((name) => parameterAt(world, name) ?? [])
    return {
      Parameters: found.map((parameter) => shown(parameter, WithDecryption)),
      InvalidParameters: Names.filter((name) => !parameterAt(world, name)),
    }
  },
  DeleteParameter({ Name = '' }: DeleteParameterRequest): void {
    if (!world.parameters.delete(Name)) notFound()
  },
})
