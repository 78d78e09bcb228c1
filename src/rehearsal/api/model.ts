import * as scaling from '@aws-sdk/client-application-auto-scaling'
import * as cloudwatch from '@aws-sdk/client-cloudwatch'
import * as logs from '@aws-sdk/client-cloudwatch-logs'
import * as codedeploy from '@aws-sdk/client-codedeploy'
import * as ecs from '@aws-sdk/client-ecs'
import * as elb from '@aws-sdk/client-elastic-load-balancing-v2'
import * as secrets from '@aws-sdk/client-secrets-manager'
import * as ssm from '@aws-sdk/client-ssm'
import * as sts from '@aws-sdk/client-sts'
import { NormalizedSchema } from '@smithy/core/schema'

/** A service of AWS as its own SDK describes it. The SDK's package is the model: its schemas, exported as `Name$`. */
export interface Model {
  readonly name:
    | 'ecs'
    | 'elasticloadbalancing'
    | 'logs'
    | 'sts'
    | 'cloudwatch'
    | 'application-autoscaling'
    | 'ssm'
    | 'secretsmanager'
    | 'codedeploy'
  readonly protocol: 'json' | 'query'
  /** What a request says to reach it: the prefix of `X-Amz-Target`, or the query's `Version`. */
  readonly address: string
  readonly namespace: string
  /** The content type of its answers. */
  readonly type: string
  /** The name of the error for an input that its model does not allow. */
  readonly invalid: string
  readonly exports: Readonly<Record<string, unknown>>
}

const json = {
  protocol: 'json',
  namespace: '',
  type: 'application/x-amz-json-1.1',
  invalid: 'InvalidParameterException',
} as const
const query = { protocol: 'query', type: 'text/xml', invalid: 'ValidationError' } as const

export const MODELS: readonly Model[] = [
  { ...json, name: 'ecs', address: 'AmazonEC2ContainerServiceV20141113', exports: { ...ecs } },
  { ...json, name: 'logs', address: 'Logs_20140328', exports: { ...logs } },
  {
    ...query,
    name: 'elasticloadbalancing',
    address: '2015-12-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    exports: { ...elb },
  },
  {
    ...query,
    name: 'sts',
    address: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    exports: { ...sts },
  },
  {
    ...json,
    name: 'cloudwatch',
    address: 'GraniteServiceVersion20100801',
    type: 'application/x-amz-json-1.0',
    invalid: 'ValidationError',
    exports: { ...cloudwatch },
  },
  // The same service as older clients speak to it.
  {
    ...query,
    name: 'cloudwatch',
    address: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    exports: { ...cloudwatch },
  },
  {
    ...json,
    name: 'application-autoscaling',
    address: 'AnyScaleFrontendService',
    invalid: 'ValidationException',
    exports: { ...scaling },
  },
  { ...json, name: 'ssm', address: 'AmazonSSM', invalid: 'ValidationException', exports: { ...ssm } },
  { ...json, name: 'secretsmanager', address: 'secretsmanager', exports: { ...secrets } },
  {
    ...json,
    name: 'codedeploy',
    address: 'CodeDeploy_20141006',
    invalid: 'ValidationException',
    exports: { ...codedeploy },
  },
]

export type Schema = NormalizedSchema

const schemaOf = (model: Model, name: string): Schema | undefined => {
  const schema = model.exports[`${name}$`]
  return schema === undefined ? undefined : NormalizedSchema.of(schema as never)
}

/** An operation's input and output: the fifth and sixth member of its static schema. */
type StaticOperation = readonly [9, string, string, unknown, unknown, unknown]

export interface OperationShape {
  readonly input: Schema
  readonly output: Schema
}

export const operationOf = (model: Model, name: string): OperationShape | undefined => {
  const schema = model.exports[`${name}$`] as StaticOperation | undefined
  if (!Array.isArray(schema) || schema[0] !== 9) return undefined
  return {
    input: NormalizedSchema.of(schema[4] as never),
    output: NormalizedSchema.of(schema[5] as never),
  }
}

/** The names of the members that must be there: static schemas put them first and give their number. */
export const requiredOf = (schema: Schema): readonly string[] => {
  const [, , , , names, , required] = schema.getSchema() as unknown as readonly [...unknown[]] as readonly [
    unknown,
    unknown,
    unknown,
    unknown,
    readonly string[],
    unknown,
    number | undefined,
  ]
  return (names ?? []).slice(0, required ?? 0)
}

/** How an error's shape goes over the wire: its code, which the query protocol may spell otherwise, and its status. */
export const errorOf = (model: Model, shape: string): { readonly code: string; readonly status: number } => {
  const traits = (schemaOf(model, shape)?.getMergedTraits() ?? {}) as {
    awsQueryError?: readonly [string, number]
    httpError?: number
    error?: string
  }
  const status = traits.httpError ?? (traits.error === 'server' ? 500 : (STATUS[shape] ?? 400))
  return model.protocol === 'json'
    ? { code: shape, status }
    : { code: traits.awsQueryError?.[0] ?? shape, status: traits.awsQueryError?.[1] ?? status }
}

/** Errors that every service has and no model names. */
const STATUS: Readonly<Record<string, number>> = {
  MissingAuthenticationTokenException: 403,
  MissingAuthenticationToken: 403,
  InternalFailure: 500,
}
