import { dirname } from 'node:path'
import { codeOf } from './code.js'
import { createService } from './service.js'

/** Runs the service whose `src/main.js` calls this, until SIGTERM (ECS, Docker) or SIGINT (a terminal). */
export const start = (main, routes, environment = process.env) => {
  const { PORT = '8080', VERSION = 'development', QUIET_MS = '2000' } = environment
  const code = codeOf(dirname(main.dirname))
  const service = createService({ routes, version: VERSION, code, quiet: Number(QUIET_MS) })
  service.server.listen(Number(PORT), () => log('listening', { port: PORT, version: VERSION, code }))
  const onSignal = (signal) => stop(service, signal)
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
}

const stop = async (service, signal) => {
  if (service.stopping()) return
  log('draining', { signal })
  await service.stop()
  log('stopped', {})
}

const log = (event, details) => process.stdout.write(`${JSON.stringify({ event, ...details })}\n`)
