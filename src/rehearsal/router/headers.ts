/** Headers that speak of one connection and end with it (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const namedByConnection = (raw: readonly string[]): ReadonlySet<string> =>
  new Set(
    pairs(raw)
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(',').map((token) => token.trim().toLowerCase())),
  )

const pairs = (raw: readonly string[]): readonly (readonly [string, string])[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))

/** What goes on to the other side, in its order and spelling, as Node's raw list. */
export const endToEnd = (raw: readonly string[]): string[] => {
  const named = namedByConnection(raw)
  return pairs(raw)
    .filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()) && !named.has(name.toLowerCase()))
    .flat()
}

/** What an application load balancer adds to a request. */
export const forwarded = (raw: readonly string[], client: string, port: number): string[] => {
  const before = pairs(raw).find(([name]) => name.toLowerCase() === 'x-forwarded-for')?.[1]
  const rest = pairs(raw)
    .filter(([name]) => !/^x-forwarded-(for|proto|port)$/i.test(name))
    .flat()
  const chain = before === undefined ? client : `${before}, ${client}`
  return [...rest, 'X-Forwarded-For', chain, 'X-Forwarded-Proto', 'http', 'X-Forwarded-Port', String(port)]
}
