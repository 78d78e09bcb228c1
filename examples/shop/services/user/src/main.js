import { start } from '@shop/http'
import { routes } from './routes.js'
import { createUsers } from './users.js'

start(import.meta, routes(createUsers()))
