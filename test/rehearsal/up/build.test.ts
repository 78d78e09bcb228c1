import { afterAll, beforeAll, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { buildUp } from '../../../src/rehearsal/up/build.js'
import { readUpFile } from '../../../src/rehearsal/up/file.js'

let rehearsal: Rehearsal

beforeAll(async () => {
  const progress = { say: () => {}, warn: () => {}, group: () => {} }
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
})
afterAll(() => rehearsal.close())

const FILE = `
services:
  user: { environment: { VERSION: of-awsvpc } }
  catalog: { network: bridge, strategy: canary, environment: { VERSION: of-bridge } }
`

test('services of both network modes answer at their load balancers', async () => {
  const made = await buildUp(rehearsal.endpoint, readUpFile(FILE, 'rehearsal.yaml'))
  const ask = async (url = ''): Promise<string> => (await fetch(url, { method: 'POST' })).text()
  while ((await ask(made.user?.url)) !== 'of-awsvpc') await new Promise((resolve) => setTimeout(resolve, 50))
  while ((await ask(made.catalog?.url)) !== 'of-bridge')
    await new Promise((resolve) => setTimeout(resolve, 50))
}, 30_000)
