import { refuse } from '../api/fault.js'

/** One page of what was found, and the token of the next: how far it got. */
export const tokenPage = <Item>(
  items: readonly Item[],
  token: string | undefined,
  size: number,
  most: number,
): readonly [Item[], string | undefined] => {
  if (!Number.isInteger(size) || size < 1 || size > most)
    refuse('ValidationError', `The number of results ${size} must be a whole number from 1 to ${most}.`)
  if (token !== undefined && !/^\d+$/.test(token)) refuse('InvalidNextToken', 'The next token is not valid.')
  const from = Number(token ?? 0)
  const to = from + size
  return [items.slice(from, to), to < items.length ? String(to) : undefined]
}
