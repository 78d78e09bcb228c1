import pLimit from 'p-limit'

/** As many as a registry answers without throttling, and as a connection pool carries. */
const AT_ONCE = 16

/** In the order of what was asked. After one that fails no more are begun. */
export const inParallel = <Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
  atOnce = AT_ONCE,
): Promise<Answer[]> => {
  const limit = pLimit(atOnce)
  return Promise.all(items.map((item) => limit(() => ask(item)))).catch((error) => {
    limit.clearQueue()
    throw error
  })
}
