import { HttpError } from './error.js'

/** Finds the handler for a request in a table such as `{ 'GET /products/:id': handler }`. */
export const createRouter = (routes) => {
  const table = Object.entries(routes).map(([route, handler]) => {
    const [method, path] = route.split(' ')
    return { method, segments: path.split('/'), handler }
  })
  return (method, path) => {
    const segments = path.split('/')
    const found = table.filter((route) => matches(route.segments, segments))
    const route = found.find((candidate) => candidate.method === method)
    if (route) return { handler: route.handler, parameters: parameters(route.segments, segments) }
    throw found.length > 0 ? new HttpError(405, `no ${method} here`) : new HttpError(404, 'no such page')
  }
}

const matches = (pattern, segments) =>
  pattern.length === segments.length &&
  pattern.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))

const parameters = (pattern, segments) =>
  Object.fromEntries(
    pattern.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), decode(segments[at])]] : [])),
  )

const decode = (segment) => {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new HttpError(400, 'the path is not valid')
  }
}
