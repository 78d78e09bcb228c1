import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Answer } from './tally.js'

/** Waits for the end of a request. `released` is called in that very event, before the socket tells more. */
export const outcome = (
  post: ClientRequest,
  timeout: number,
  released: (ends: boolean) => void,
): Promise<Answer> =>
  new Promise((resolve) => {
    let settled = false
    const settle = (answer: Answer, ends: boolean): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      released(ends)
      resolve(answer)
    }
    const fail = (error: Error): void => settle(failureOf(error), true)
    const timer = setTimeout(() => {
      settle({ kind: 'failure', reason: 'timeout', broke: false }, true)
      post.destroy()
    }, timeout)

    post.on('error', fail)
    post.once('response', (response) => {
      response.on('error', fail)
      response.once('end', () => settle(answerOf(response), !post.shouldKeepAlive))
      response.resume()
    })
  })

/** Where nothing answers there was no connection that could break. */
const failureOf = (error: NodeJS.ErrnoException): Answer => ({
  kind: 'failure',
  reason: error.code ?? error.message,
  broke: error.syscall !== 'connect',
})

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): Answer => ({
  kind: 'answer',
  status: statusCode,
  ...header('version', headers['x-version']),
  ...header('code', headers['x-code']),
})

const header = (name: 'version' | 'code', value: string | string[] | undefined) =>
  typeof value === 'string' ? { [name]: value } : {}
