import { request } from 'node:http'
import type { HealthCheck, Probe } from './health.js'

const HEADERS = { 'user-agent': 'ELB-HealthChecker/2.0', connection: 'close' }

/** One health check: a GET on a connection of its own. Never throws: no answer is an answer. */
export const probe = (address: string, port: number, check: HealthCheck): Promise<Probe> =>
  new Promise((resolve) => {
    const signal = AbortSignal.timeout(check.timeoutSeconds * 1000)
    const asked = request({ host: address, port, path: check.path, headers: HEADERS, agent: false, signal })
    asked.on('response', (answer) => {
      answer.resume()
      answer.on('error', () => {})
      resolve({ kind: 'status', status: answer.statusCode ?? 0 })
    })
    asked.on('error', () => resolve({ kind: signal.aborted ? 'timeout' : 'refused' }))
    asked.end()
  })
