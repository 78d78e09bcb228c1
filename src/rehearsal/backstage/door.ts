import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'

/** What a rehearsal has and AWS has not, on the same server: its clock, its faults, its view. */
export const BACKSTAGE = '/_rehearsal/'

/** One of its pages: what it shows, and what can be asked of it. */
export interface Room {
  show?(): unknown
  ask?(wish: unknown): unknown
  clear?(): unknown
}

export type Rooms = Readonly<Record<string, Room>>

interface Answer {
  readonly status: number
  readonly body: unknown
}

const METHODS = { GET: 'show', POST: 'ask', DELETE: 'clear' } as const

const wrong = (status: number, error: string): Answer => ({ status, body: { error } })

const wishIn = async (request: IncomingMessage): Promise<unknown> => {
  const body = await text(request)
  return body === '' ? {} : JSON.parse(body)
}

/** A page in a browser cannot send this without being asked whether it may, and nobody answers that here. */
const isJson = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' || (headers['content-type'] ?? '').startsWith('application/json')

const play = async (rooms: Rooms, request: IncomingMessage): Promise<Answer> => {
  const name = (request.url ?? '').slice(BACKSTAGE.length)
  const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined
  if (!room) return wrong(404, `there is no ${BACKSTAGE}${name}, only ${Object.keys(rooms).join(', ')}`)
  const act = room[METHODS[request.method as keyof typeof METHODS]]
  if (!act) return wrong(405, `${request.method} means nothing to ${BACKSTAGE}${name}`)
  if (!isJson(request)) return wrong(415, 'the content-type must be application/json')
  const body = (await act(await wishIn(request))) ?? {}
  return { status: 200, body }
}

const explain = (error: unknown): Answer => {
  if (error instanceof v.ValiError)
    return wrong(
      400,
      error.issues
        .map((issue: v.BaseIssue<unknown>) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
        .join('; '),
    )
  return wrong(400, (error as Error).message)
}

const send = (response: ServerResponse, { status, body }: Answer): void => {
  const json = `${JSON.stringify(body)}\n`
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
  })
  response.end(json)
}

/** The stage door: what is meant for backstage goes there, everything else to `front`. Each answer has the cluster's time. */
export const stageDoor =
  (front: RequestListener, rooms: Rooms, now: () => number): RequestListener =>
  (request, response) => {
    response.setHeader('date', new Date(now()).toUTCString())
    if (request.url?.startsWith(BACKSTAGE) !== true) return front(request, response)
    void play(rooms, request).then(
      (answer) => send(response, answer),
      (error) => send(response, explain(error)),
    )
  }
