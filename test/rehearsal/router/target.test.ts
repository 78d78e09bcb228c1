import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createTarget, dropStale } from '../../../src/rehearsal/router/target.js'

describe('idle connections to a target', () => {
  const server = createServer((_, response) => response.end())
  let connections = 0

  beforeEach(async () => {
    connections = 0
    server.on('connection', () => {
      connections += 1
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(() => {
    server.close()
    server.closeAllConnections()
  })

  test('are used again, and after a while not, though no timer has told yet', async () => {
    const { port } = server.address() as AddressInfo
    const target = createTarget('127.0.0.1', port)
    const ask = async (): Promise<void> => {
      const asked = request({ host: '127.0.0.1', port, method: 'POST', agent: target.agent }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      answer.resume()
      await once(target.agent, 'free')
    }
    await ask()
    dropStale(target, performance.now())
    await ask()
    expect(connections).toBe(1)
    dropStale(target, performance.now() + 1500)
    await ask()
    expect(connections).toBe(2)
    target.agent.destroy()
  })
})
