import { refuse } from '../api/fault.js'

/** One page of a list, and the token of the next: how far it got. */
export const page = <Item>(
  items: readonly Item[],
  { nextToken, maxResults = 100 }: { nextToken?: string | undefined; maxResults?: number | undefined },
): readonly [Item[], string | undefined] => {
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 100)
    refuse('InvalidParameterException', `maxResults ${maxResults} must be from 1 to 100.`)
  if (nextToken !== undefined && !/^\d+$/.test(nextToken))
    refuse('InvalidParameterException', 'Invalid token in nextToken.')
  const from = Number(nextToken ?? 0)
  const to = from + maxResults
  return [items.slice(from, to), to < items.length ? String(to) : undefined]
}
