import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { createNginxRouter } from '../../../src/rehearsal/router/nginx/router.js'
import { routerContract } from './contract.js'

let folder = ''
const bug = (error: unknown): never => {
  throw error
}

routerContract(
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-'))
    return createNginxRouter({ folder, bug })
  },
  { smooth: false, host: '127.61.0.3', restarts: async () => createNginxRouter({ folder, bug }) },
)

afterEach(() => rmSync(folder, { recursive: true, force: true }))
