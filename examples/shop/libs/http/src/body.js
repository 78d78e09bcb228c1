import { HttpError } from './error.js'

const LIMIT = 64 * 1024

/** A request's JSON object; an empty body is an empty object. */
export const readJson = async (request) => {
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LIMIT) throw new HttpError(413, `more than ${LIMIT} bytes`)
    chunks.push(chunk)
  }
  return size === 0 ? {} : parse(Buffer.concat(chunks).toString())
}

const parse = (text) => {
  try {
    const value = JSON.parse(text)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value
  } catch {}
  throw new HttpError(400, 'the body is not a JSON object')
}
