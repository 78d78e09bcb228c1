/** How a registry that answers 401 wants to be asked. */
export type Challenge =
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly realm: string; readonly service: string | null }

interface Offer {
  readonly scheme: string
  readonly parameters: Map<string, string>
}

/** A word, and for a parameter its value: quoted, or up to the next comma. */
const PIECE = /([\w!#$%&'*+.^`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g

/** Several may stand in one header, all parted by commas: a word without a value begins the next one. */
const offersIn = (header: string): readonly Offer[] => {
  const offers: Offer[] = []
  for (const [, word = '', quoted, plain] of header.matchAll(PIECE)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain
    if (value === undefined) offers.push({ scheme: word.toLowerCase(), parameters: new Map() })
    else offers.at(-1)?.parameters.set(word.toLowerCase(), value)
  }
  return offers
}

/** What is taken of a `WWW-Authenticate` header: a token rather than the password with each request. */
export const challengeIn = (header: string | null): Challenge | null => {
  const offers = offersIn(header ?? '')
  for (const { scheme, parameters } of offers) {
    const realm = parameters.get('realm')
    if (scheme === 'bearer' && realm)
      return { kind: 'bearer', realm, service: parameters.get('service') ?? null }
  }
  return offers.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : null
}
