import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { scanImage, signImage } from '../../src/commands/building/check.js'
import { openTools } from '../../src/platform/tools.js'

const IMAGE = `127.0.0.1:5000/shop/cart@sha256:${'ab'.repeat(32)}`
const tools = openTools()
const node = (script: string, ...args: readonly string[]): readonly [string, ...string[]] => [
  process.execPath,
  ...['-e', `const [image, report] = process.argv.slice(1); ${script}`, '--', ...args],
]
const REPORT = `JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'scan' } },
  results: [{ level: 'error', ruleId: 'CVE-1', message: { text: image } }] }] })`

describe('a scanner', () => {
  test('writes its report to a file, which is gone afterwards', async () => {
    const script = `fs.writeFileSync(report, ${REPORT}); console.log(report)`
    const lines: string[] = []
    const { findings, problem } = await scanImage(tools, node(script, '{image}', '{report}'), IMAGE, (line) =>
      lines.push(line),
    )
    expect(findings?.counts.error).toBe(1)
    expect(problem?.why).toBe(`error CVE-1: ${IMAGE}`)
    expect(problem?.fix).toMatch(/ report\.sarif$/)
    expect(existsSync(dirname(lines[0] as string))).toBe(false)
  })

  test('prints its report', async () => {
    expect((await scanImage(tools, node(`console.log(${REPORT})`, '{image}'), IMAGE)).problem).not.toBeNull()
  })

  test('may only end well', async () => {
    expect(await scanImage(tools, node('', '{image}'), IMAGE)).toEqual({ findings: null, problem: null })
  })

  test('that is not installed is told by name', async () => {
    await expect(scanImage(tools, ['no-such-scanner', '{image}'], IMAGE)).rejects.toThrow(
      'no-such-scanner cannot be run',
    )
  })
})

test('a signer signs, or fails', async () => {
  await signImage(tools, node(`process.exit(image.includes('@sha256:') ? 0 : 1)`, '{image}'), IMAGE)
  await expect(
    signImage(tools, node(`console.error('no key'); process.exit(1)`, '{image}'), IMAGE),
  ).rejects.toThrow(/was not signed: .*ended with 1:\nno key/)
})
