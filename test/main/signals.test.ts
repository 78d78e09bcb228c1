import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SCRIPT = `
import { untilStopped } from '${at('../../src/main/signals.ts')}'

for (let times = 0; times < 3; times += 1) await untilStopped(async () => {})
const listening = process.listenerCount('SIGINT')
if (listening !== 1) throw new Error(listening + ' listen to the process')
process.stdout.write('ended')
for await (const _ of process.stdin);
process.stdout.write(' and told')
`

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a %s between the end of the work and the telling of it: it is told',
  async (name) => {
    const script = ['--import', at('../typescript/register.mjs'), '--input-type=module', '--eval', SCRIPT]
    const child = spawn(process.execPath, script, { stdio: ['pipe', 'pipe', 'inherit'] })
    let told = ''
    child.stdout.on('data', (data) => {
      told += data
      if (told === 'ended') child.kill(name)
      child.stdin.end()
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(told).toBe('ended and told')
  },
)
