import { HttpError } from '@shop/http'
import { compare, format, money, sum, times } from '@shop/money'

export const createCatalog = (products) => {
  const byId = new Map(products.map((product) => [product.id, product]))
  const searches = new Map()

  const find = (id) => {
    const product = byId.get(id)
    if (!product) throw new HttpError(404, `no product ${id}`)
    return product
  }

  return {
    list: () => products.map(show),
    get: (id) => show(find(id)),

    /** What people look for is counted, so a search sent twice is counted twice. */
    search: ({ text = '', below }) => {
      const word = String(text).trim().toLowerCase()
      searches.set(word, (searches.get(word) ?? 0) + 1)
      const limit = below === undefined ? undefined : amount(below)
      return products
        .filter((product) => matches(product, word) && (!limit || compare(product.price, limit) < 0))
        .map(show)
    },

    searches: () =>
      [...searches]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count)
        .slice(0, 10),

    /** Today's prices for the lines of a basket. */
    quote: ({ lines }) => {
      if (!Array.isArray(lines)) throw new HttpError(400, 'lines: a list of { product, quantity }')
      const priced = lines.map((line) => price(find(line?.product), line?.quantity))
      return {
        lines: priced.map((line) => ({ ...line, price: format(line.price), total: format(line.total) })),
        total: format(sum(priced.map((line) => line.total))),
      }
    },
  }
}

const matches = ({ name, tags }, word) => name.toLowerCase().includes(word) || tags.includes(word)

const price = (product, quantity) => {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 1_000) {
    throw new HttpError(400, `${product.id}: quantity must be a whole number from 1 to 1000`)
  }
  return { product: product.id, quantity, price: product.price, total: times(product.price, quantity) }
}

const amount = (text) => {
  try {
    return money(text)
  } catch (error) {
    throw new HttpError(400, error.message)
  }
}

const show = (product) => ({ ...product, price: format(product.price) })
