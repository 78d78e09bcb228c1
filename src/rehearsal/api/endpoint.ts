import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { checkInput } from './check.js'
import { ApiFault, refuse } from './fault.js'
import { toJson } from './json.js'
import { errorOf, MODELS, type Model, operationOf } from './model.js'
import { fromQuery } from './query.js'
import { FREE, type Toll } from './rates.js'
import { type Asked, readRequest } from './request.js'
import { errorXml, toXml } from './xml.js'

/** What plays one operation: its input as the model has it in, its output as the model has it out. */
export type Operation = (input: never, region: string) => unknown
export type Operations = Readonly<Record<Model['name'], Readonly<Record<string, Operation>>>>

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const unsigned = ({ protocol }: Model): never =>
  refuse(
    protocol === 'json' ? 'MissingAuthenticationTokenException' : 'MissingAuthenticationToken',
    'Missing Authentication Token',
  )

const unplayed = (model: Model, operation: string, played: readonly string[]): never =>
  refuse(
    model.protocol === 'json' ? 'UnknownOperationException' : 'InvalidAction',
    `The rehearsal cluster does not play ${model.name}:${operation}. It plays: ${played.join(', ')}.`,
  )

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body === '' ? '{}' : body)
  } catch {
    return refuse('SerializationException', 'The body is not JSON.')
  }
}

/** Comes between a request and its answer, on purpose: it may play other operations, throw, or cut the connection. */
export type Meddle = (
  asked: Asked,
  play: (operations?: Operations) => Promise<Answer>,
) => Promise<Answer | 'cut'>

const HONEST: Meddle = (_, play) => play()

interface House {
  readonly operations: Operations
  readonly toll: Toll
  readonly meddle: Meddle
}

const play = async (
  { operations, toll }: Omit<House, 'meddle'>,
  asked: Asked,
  requestId: string,
): Promise<Answer> => {
  const { model, operation, region } = asked
  if (!asked.signed) unsigned(model)
  const shape = operationOf(model, operation)
  const played = operations[model.name]
  const handler = Object.hasOwn(played, operation) ? played[operation] : undefined
  if (!shape || !handler) return unplayed(model, operation, Object.keys(played))
  const given =
    model.protocol === 'json' ? parse(asked.body) : fromQuery(shape.input, new URLSearchParams(asked.body))
  const leave = await toll.enter(model.name, operation, given)
  const answered = async () => handler(checkInput(model, shape.input, given) as never, region)
  const output = (await answered().finally(leave)) ?? {}
  const body =
    model.protocol === 'json'
      ? toJson(shape.output, output)
      : toXml(operation, model.namespace, shape.output, output, requestId)
  return { status: 200, type: model.type, body }
}

const answerFault = (model: Model, fault: ApiFault, requestId: string): Answer => {
  const { code, status } = errorOf(model, fault.shape)
  const body =
    model.protocol === 'json'
      ? JSON.stringify({ __type: code, message: fault.message })
      : errorXml(model.namespace, code, fault.message, requestId)
  return { status, type: model.type, body }
}

const isJson = (request: IncomingMessage): boolean => request.headers['x-amz-target'] !== undefined
const fallback = (request: IncomingMessage): Model =>
  MODELS.find(({ protocol }) => protocol === (isJson(request) ? 'json' : 'query')) as Model

const send = (response: ServerResponse, { status, type, body }: Answer, requestId: string): void => {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': requestId,
  })
  response.end(body)
}

const handle = async (
  house: House,
  request: IncomingMessage,
  requestId: string,
  bug: (error: unknown) => void,
): Promise<Answer | 'cut'> => {
  let model = fallback(request)
  try {
    const asked = readRequest(request, await text(request))
    model = asked.model
    return await house.meddle(asked, (operations = house.operations) =>
      play({ ...house, operations }, asked, requestId),
    )
  } catch (error) {
    if (error instanceof ApiFault) return answerFault(model, error, requestId)
    bug(error)
    return answerFault(model, new ApiFault('InternalFailure', String(error)), requestId)
  }
}

/** The one door for every service of AWS that is played here. */
export const createEndpoint =
  (
    operations: Operations,
    bug: (error: unknown) => void,
    toll: Toll = FREE,
    meddle: Meddle = HONEST,
  ): RequestListener =>
  (request, response) => {
    const requestId = randomUUID()
    void handle({ operations, toll, meddle }, request, requestId, bug).then((answer) => {
      if (answer === 'cut') request.socket.destroy()
      else send(response, answer, requestId)
    })
  }
