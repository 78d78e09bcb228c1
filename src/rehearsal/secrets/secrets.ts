import { randomUUID } from 'node:crypto'
import type {
  CreateSecretRequest,
  CreateSecretResponse,
  DeleteSecretRequest,
  DeleteSecretResponse,
  DescribeSecretRequest,
  DescribeSecretResponse,
  GetSecretValueRequest,
  GetSecretValueResponse,
  PutSecretValueRequest,
  PutSecretValueResponse,
} from '@aws-sdk/client-secrets-manager'
import { refuse } from '../api/fault.js'
import { secretArn } from '../arns.js'
import type { World } from '../world.js'

interface Version {
  readonly id: string
  readonly text: string
  readonly createdAt: Date
}

/** A secret: its versions, oldest first. The last one is AWSCURRENT, the one before it AWSPREVIOUS. */
export interface Secret {
  readonly arn: string
  readonly name: string
  readonly versions: readonly Version[]
}

const STAGES = ['AWSCURRENT', 'AWSPREVIOUS']

const stagesOf = ({ versions }: Secret, version: Version): string[] =>
  STAGES.filter((_, index) => versions.at(-1 - index) === version)

/** By name, by ARN, and by an ARN without the six characters at its end. */
export const secretAt = (world: World, id: string): Secret | undefined =>
  world.secrets.get(id) ??
  [...world.secrets.values()].find(({ arn }) => arn === id || arn.slice(0, -'-AbCdEf'.length) === id)

const existing = (world: World, id = ''): Secret =>
  secretAt(world, id) ??
  refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")

export const versionAt = (secret: Secret, stage?: string, id?: string): Version | undefined => {
  const wanted = stage ?? (id === undefined ? 'AWSCURRENT' : undefined)
  return secret.versions.find(
    (version) =>
      (id === undefined || version.id === id) &&
      (wanted === undefined || stagesOf(secret, version).includes(wanted)),
  )
}

const textOf = ({ SecretString, SecretBinary }: CreateSecretRequest | PutSecretValueRequest): string => {
  if (SecretBinary !== undefined)
    refuse(
      'InvalidParameterException',
      'The rehearsal cluster does not play SecretBinary; give a SecretString.',
    )
  return (
    SecretString ?? refuse('InvalidRequestException', 'You must provide either SecretString or SecretBinary.')
  )
}

const newVersion = (text: string, token: string | undefined, now: number): Version => ({
  id: token ?? randomUUID(),
  text,
  createdAt: new Date(now),
})

const checkName = (world: World, name: string): void => {
  if (!/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name))
    refuse(
      'ValidationException',
      `Invalid name '${name}': it must be a name containing alphanumeric characters, or any of the following: -/_+=.@!`,
    )
  if (world.secrets.has(name))
    refuse('ResourceExistsException', `The operation failed because the secret ${name} already exists.`)
}

export const secretOperations = (world: World) => ({
  CreateSecret(input: CreateSecretRequest, region: string): CreateSecretResponse {
    const name = input.Name ?? ''
    checkName(world, name)
    const version = newVersion(textOf(input), input.ClientRequestToken, world.clock.now())
    const secret = { arn: secretArn(region, name), name, versions: [version] }
    world.secrets.set(name, secret)
    return { ARN: secret.arn, Name: name, VersionId: version.id }
  },
  PutSecretValue(input: PutSecretValueRequest): PutSecretValueResponse {
    const secret = existing(world, input.SecretId)
    if (input.VersionStages)
      refuse('InvalidParameterException', 'The rehearsal cluster does not play VersionStages of its own.')
    const version = newVersion(textOf(input), input.ClientRequestToken, world.clock.now())
    world.secrets.set(secret.name, { ...secret, versions: [...secret.versions, version] })
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: ['AWSCURRENT'] }
  },
  GetSecretValue(input: GetSecretValueRequest): GetSecretValueResponse {
    const secret = existing(world, input.SecretId)
    const version =
      versionAt(secret, input.VersionStage, input.VersionId) ??
      refuse(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${input.VersionId ? 'VersionId' : 'staging label'}: ${input.VersionId ?? input.VersionStage}`,
      )
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      SecretString: version.text,
      VersionStages: stagesOf(secret, version),
      CreatedDate: version.createdAt,
    }
  },
  DescribeSecret(input: DescribeSecretRequest): DescribeSecretResponse {
    const secret = existing(world, input.SecretId)
    return {
      ARN: secret.arn,
      Name: secret.name,
      CreatedDate: secret.versions[0]?.createdAt,
      LastChangedDate: secret.versions.at(-1)?.createdAt,
      VersionIdsToStages: Object.fromEntries(
        secret.versions
          .map((version) => [version.id, stagesOf(secret, version)] as const)
          .filter(([, stages]) => stages.length > 0),
      ),
    }
  },
  /** At once: a rehearsal has no days to wait in. */
  DeleteSecret(input: DeleteSecretRequest): DeleteSecretResponse {
    const { arn, name } = existing(world, input.SecretId)
    world.secrets.delete(name)
    return { ARN: arn, Name: name, DeletionDate: new Date(world.clock.now()) }
  },
})
