import type { IncomingMessage } from 'node:http'
import { refuse } from './fault.js'
import { MODELS, type Model } from './model.js'

/** A request as far as every protocol has it: which operation of which service, and what came with it. */
export interface Asked {
  readonly model: Model
  readonly operation: string
  readonly region: string
  readonly signed: boolean
  /** The body as text: JSON, or a query. */
  readonly body: string
}

const SCOPE = /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/

const modelAt = (protocol: Model['protocol'], address: string): Model | undefined =>
  MODELS.find((model) => model.protocol === protocol && model.address === address)

const fromTarget = (target: string): Pick<Asked, 'model' | 'operation'> => {
  const dot = target.lastIndexOf('.')
  const model = modelAt('json', target.slice(0, dot))
  return model
    ? { model, operation: target.slice(dot + 1) }
    : refuse('UnknownOperationException', `The rehearsal cluster knows no service ${target.slice(0, dot)}.`)
}

const fromForm = (body: string): Pick<Asked, 'model' | 'operation'> => {
  const form = new URLSearchParams(body)
  const version = form.get('Version') ?? ''
  const model = modelAt('query', version)
  return model
    ? { model, operation: form.get('Action') ?? '' }
    : refuse('InvalidAction', `The rehearsal cluster knows no service with the version '${version}'.`)
}

export const readRequest = (request: IncomingMessage, body: string): Asked => {
  const target = request.headers['x-amz-target']
  const scope = SCOPE.exec(request.headers.authorization ?? '')
  const which = typeof target === 'string' ? fromTarget(target) : fromForm(body)
  return { ...which, body, region: scope?.[1] ?? 'us-east-1', signed: scope !== null }
}
