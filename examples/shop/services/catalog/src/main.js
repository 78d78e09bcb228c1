import { start } from '@shop/http'
import { createCatalog } from './catalog.js'
import { products } from './products.js'
import { routes } from './routes.js'

start(import.meta, routes(createCatalog(products)))
