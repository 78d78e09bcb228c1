export const routes = (catalog) => ({
  'GET /products': () => ({ products: catalog.list() }),
  'GET /products/:id': ({ parameters }) => catalog.get(parameters.id),
  'POST /search': ({ body }) => ({ products: catalog.search(body) }),
  'GET /searches': () => ({ searches: catalog.searches() }),
  'POST /prices': ({ body }) => catalog.quote(body),
})
