import { start } from '@shop/http'
import { createInvoices } from './invoices.js'
import { routes } from './routes.js'

start(import.meta, routes(createInvoices()))
