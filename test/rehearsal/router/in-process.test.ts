import { createInProcessRouter } from '../../../src/rehearsal/router/in-process.js'
import { routerContract } from './contract.js'

routerContract(async () => createInProcessRouter(), { smooth: true, host: '127.61.0.2' })
