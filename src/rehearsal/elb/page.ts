import { refuse } from '../api/fault.js'

const MOST = 400

/** One page of what a Describe… found, and the marker of the next: how far it got. */
export const page = <Item>(
  items: readonly Item[],
  { Marker, PageSize = MOST }: { Marker?: string | undefined; PageSize?: number | undefined },
): readonly [Item[], string | undefined] => {
  if (!Number.isInteger(PageSize) || PageSize < 1 || PageSize > MOST)
    refuse('ValidationError', `Page size '${PageSize}' must be a whole number from 1 to ${MOST}`)
  if (Marker !== undefined && !/^\d+$/.test(Marker)) refuse('ValidationError', `Invalid marker '${Marker}'`)
  const from = Number(Marker ?? 0)
  const to = from + PageSize
  return [items.slice(from, to), to < items.length ? String(to) : undefined]
}
