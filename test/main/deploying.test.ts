import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { recordLedger } from '../../src/commands/ledger.js'
import { type ReleaseEntry, releasePath, writeEntry } from '../../src/ledger/entries.js'
import { runCli } from '../../src/main/cli.js'
import { systemClock } from '../../src/platform/clock.js'
import { openGit } from '../../src/platform/git/open.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Digest, Fingerprint, Oid, ServiceName, Version } from '../../src/words.js'
import { type RefusingRegistry, refusingRegistry } from '../cli/registry-server.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { createShop } from '../rehearsal/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'

jest.setTimeout(120_000)

const ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', CI: '', GITHUB_ACTIONS: '' }
const template = (containers = definition('1').containerDefinitions) =>
  JSON.stringify({
    ...definition('1'),
    containerDefinitions: containers?.map((one) => ({
      ...one,
      image: '{image}',
      environment: [{ name: 'VERSION', value: '{version}' }],
    })),
  })

let rehearsal: Rehearsal
let clients: Clients
let registry: RefusingRegistry
let repository: Repository
let before: NodeJS.ProcessEnv

beforeAll(async () => {
  before = { ...process.env }
  Object.assign(process.env, ENVIRONMENT)
  rehearsal = await serveRehearsal({
    progress: { say: () => {}, warn: (line) => void process.stderr.write(`${line}\n`), group: () => {} },
    tasks: 'hollow',
    requestsPerStep: 0,
  })
  clients = clientsOf(rehearsal.endpoint)
  await createShop(clients)
  // What is read there is an image's manifest: the registry has every image.
  registry = await refusingRegistry(200, '{}')
  repository = temporaryRepository()
  repository.commit({
    'stagger.yml': `registry: ${registry.prefix}
environments:
  uat:
    region: eu-central-1
    endpoint: ${rehearsal.endpoint}
    cluster: demo
    service: cart
    taskDefinition: task.json
    bakeMinutes: 0
    pauses: [{ at: [POST_TEST_TRAFFIC_SHIFT] }]
`,
    'task.json': template(),
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': 'cart\n',
  })
}, 60_000)

afterAll(async () => {
  process.env = before
  clients?.destroy()
  await registry?.close()
  await rehearsal?.close()
  repository?.remove()
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command line in this process, with what it prints. */
const stagger = async (...args: readonly string[]): Promise<Ended> => {
  const [out, err]: [string[], string[]] = [[], []]
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ]
  try {
    const code = await runCli([...args, '--repo', repository.directory])
    return { code, out: out.join(''), err: err.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const UAT = ['cart', '--environment', 'uat'] as const
const outcome = ({ out }: Ended) => JSON.parse(out).services[0]

describe('a rollout over several runs of the command line', () => {
  test('is verified, begun by a strategy that is named, paused, and continued', async () => {
    const verified = await stagger('verify', ...UAT, '--strategy', 'blue-green')
    expect(verified.code).toBe(0)
    expect(verified.out).toMatch(/^cart in uat\n├─ \[OK\] {6}image .*\n[\s\S]*└─ \[/)
    expect(verified.out).toMatch(/forwards to (blue \d+, green \d+|green \d+, blue \d+)/)
    const paused = await stagger('deploy', ...UAT, '--strategy', 'blue-green')
    expect(paused.code).toBe(0)
    expect(paused.out).toMatch(/to go on: stagger continue cart --environment uat/)
    const resumed = await stagger('deploy', '--resume', arnIn(paused), '--environment', 'uat', '--json')
    expect(outcome(resumed)).toMatchObject({ outcome: 'paused', pause: { otherwise: 'ROLLBACK' } })
    await release('1.2.0', outcome(resumed).digest)
    const continued = await stagger('continue', ...UAT, '--json')
    expect(continued.code).toBe(0)
    expect(outcome(continued)).toMatchObject({ outcome: 'successful', version: '1.2.0' })
    expect((await stagger('deploy', ...UAT, '--strategy', 'blue-green')).out).toContain(
      '1 service: 1 unchanged.',
    )
  })

  test('is stopped by its ARN alone', async () => {
    repository.commit({ 'task.json': template().replace('"512"', '"1024"') })
    const paused = await stagger('deploy', ...UAT, '--strategy', 'canary')
    expect(paused.out).toContain('1 service: 1 paused.')
    process.env.AWS_ENDPOINT_URL = rehearsal.endpoint
    const stopped = await stagger('stop', '--deployment', arnIn(paused), '--json')
    delete process.env.AWS_ENDPOINT_URL
    expect([stopped.code, outcome(stopped).outcome]).toEqual([0, 'rolled-back'])
  })

  const release = (version: string, digest: Digest) => {
    const entry: ReleaseEntry = {
      schema: 1,
      service: 'cart' as ServiceName,
      version: version as Version,
      digest,
      commit: repository.git('rev-parse', 'HEAD') as Oid,
      run: null,
      time: '2026-01-01T10:00:00Z',
      group: null,
      repository: `${registry.prefix}/cart`,
      fingerprint: `sha256:${'f'.repeat(64)}` as Fingerprint,
    }
    const files = new Map([[releasePath(entry.service, entry.version), writeEntry(entry)]])
    return recordLedger({ git: openGit(repository.directory), clock: systemClock }, files, 'cart 1.2.0')
  }
  const arnIn = ({ out }: Ended): string => /arn:aws:ecs:\S+service-deployment\S+/.exec(out)?.[0] ?? ''
})

describe('what is refused', () => {
  test.each<[readonly string[], string]>([
    [['deploy', ...UAT, '--strategy', 'teleport'], 'there is no strategy "teleport"'],
    [['rollback', ...UAT, '--to', '9.9.9'], 'cart has no version 9.9.9 that can be deployed'],
    [['rollback', ...UAT], 'the ledger knows nothing older that uat ran of cart'],
    [['continue', ...UAT], 'no deployment of cart to uat is under way'],
    [['stop', '--deployment', 'nonsense'], 'nonsense is no service deployment'],
    [['verify', 'cart'], 'no environment was named'],
    [['deploy', 'cart'], 'no environment was named'],
    [['verify', '--policy', 'plan'], 'there is no command "plan"'],
  ])('%j', async (args, problem) => {
    const { code, out, err } = await stagger(...args)
    expect(code).toBe(2)
    expect(out + err).toContain(problem)
  })
})
