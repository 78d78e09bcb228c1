export const routes = (users) => ({
  'POST /users': ({ body }) => ({ status: 201, body: users.register(body) }),
  'GET /users/:id': ({ parameters }) => users.get(parameters.id),
})
