import * as v from 'valibot'

/** Of valibot's schema, the JSON schema and the page of the documentation: what a person reads in an editor. */
export const told = v.description

const NAME_FORM = 'a name has lower-case letters and digits, joined by one of . _ -, at most 64'
export const name = (what: string) =>
  v.pipe(
    v.string(`${what} must be a text`),
    v.regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/, `${what}: ${NAME_FORM}`),
    v.maxLength(64, `${what}: ${NAME_FORM}`),
  )

/** From the repository's root, and inside of it; with `/` on every system. */
const INSIDE = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/
export const path = (what: string) =>
  v.pipe(
    v.string(`${what} must be a path`),
    v.regex(INSIDE, `${what} is a path from the repository's root, inside of it, with /`),
  )

export const list = <T extends v.GenericSchema>(what: string, item: T) =>
  v.array(item, `${what} must be a list: [a, b]`)

export const value = v.union(
  [v.string(), v.pipe(v.number(), v.integer()), v.boolean()],
  'the value of an argument is a text, a whole number, true or false; put quotes around anything else',
)
