export const routes = (invoices) => ({
  'POST /invoices': ({ body }) => ({ status: 201, body: invoices.create(body) }),
  'GET /invoices/:number': ({ parameters }) => invoices.get(parameters.number),
})
