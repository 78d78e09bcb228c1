import { type IncomingMessage, request } from 'node:http'

/** What came back of a call: an answer, or why there is none. */
export type Reply =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'silent'; readonly why: string }
  | { readonly kind: 'unreachable'; readonly why: string }

/** What Lambda takes as an answer at most. */
const MOST_BYTES = 6 * 1024 * 1024

const bodyOf = async (answer: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new Error(`the answer has more than ${MOST_BYTES} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const answerOf = (url: URL, body: string, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    // A connection of its own: nothing is sent twice, and none is found to be closed already.
    const call = request(url, { agent: false, method: 'POST', headers, signal })
    call.once('response', resolve).once('error', reject)
    call.end(body)
  })

const REFUSED = ['ECONNREFUSED', 'ENOTFOUND', 'EADDRNOTAVAIL']

const lost = (error: NodeJS.ErrnoException): Reply =>
  REFUSED.includes(error.code ?? '')
    ? { kind: 'unreachable', why: error.message }
    : { kind: 'silent', why: error.message }

/** One call of Lambda's Invoke, with an event. It never fails: what went wrong is a reply, too. */
export const invoke = async (url: URL, event: unknown, signal: AbortSignal): Promise<Reply> => {
  try {
    const answer = await answerOf(url, JSON.stringify(event), signal)
    return { kind: 'answered', status: answer.statusCode ?? 0, body: await bodyOf(answer) }
  } catch (error) {
    return lost(error as NodeJS.ErrnoException)
  }
}
