import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { runCli } from '../../src/main/cli.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type RefusingRegistry, refusingRegistry } from '../cli/registry-server.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { type CodeDeployShop, createCodeDeployShop, readyFor } from '../rehearsal/codedeploy/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'

jest.setTimeout(120_000)

const ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', CI: '', GITHUB_ACTIONS: '' }
let rehearsal: Rehearsal
let clients: Clients
let shop: CodeDeployShop
let registry: RefusingRegistry
let repository: Repository
let before: NodeJS.ProcessEnv

const template = JSON.stringify(
  definition('x', { image: '{image}', environment: [{ name: 'VERSION', value: '{version}' }] }),
)

beforeAll(async () => {
  before = { ...process.env }
  Object.assign(process.env, ENVIRONMENT)
  const progress = {
    say: () => {},
    warn: (line: string) => void process.stderr.write(`${line}\n`),
    group: () => {},
  }
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createCodeDeployShop(clients, rehearsal.endpoint)
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
    strategy: all-at-once
    codeDeploy: { application: "AppECS-demo-{service}", group: "DgpECS-demo-{service}" }
`,
    'task.json': template,
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': 'cart\n',
  })
}, 60_000)

afterAll(async () => {
  process.env = before
  clients?.destroy()
  shop?.deploying.destroy()
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

const CART = ['cart', '--environment', 'uat'] as const

describe('a service of CodeDeploy, from the command line', () => {
  test('is verified, deployed, and unchanged the second time', async () => {
    const verified = await stagger('verify', ...CART)
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.out).toMatch(/all-at-once: 100%; waits for the tasks alone/)
    const deployed = await stagger('deploy', ...CART, '--json')
    expect(deployed.code).toBe(0)
    expect(JSON.parse(deployed.out).services[0]).toMatchObject({
      strategy: 'all-at-once',
      outcome: 'successful',
      deployment: expect.stringMatching(/^d-[A-Z0-9]{9}$/),
      problem: null,
    })
    expect(deployed.err).toMatch(/cart: .*100% of the traffic/)
    const again = await stagger('deploy', ...CART, '--json')
    expect(JSON.parse(again.out).services[0]).toMatchObject({ outcome: 'unchanged', deployment: null })
  })

  test('waits, and is continued or stopped by its id', async () => {
    await shop.regroup({ blueGreenDeploymentConfiguration: readyFor(60) })
    repository.commit({ 'task.json': template.replace('"512"', '"1024"') })
    const paused = await stagger('deploy', ...CART)
    expect(paused.code).toBe(0)
    expect(paused.out).toMatch(/to go on: stagger continue cart --environment uat/)
    const id = /READY_WAIT of (d-[A-Z0-9]{9})/.exec(paused.out)?.[1] ?? ''
    const stopped = await stagger('stop', ...CART, '--deployment', id)
    expect(stopped).toMatchObject({ code: 0 })
    expect(stopped.err).toMatch(/CodeDeploy rolls back/)
    const over = await stagger('continue', ...CART, '--deployment', id)
    expect(over.code).toBe(2)
    expect(over.err + over.out).toMatch(/waits for no answer/)
  })

  test('the policy has a part of its own for it', async () => {
    const { out } = await stagger('verify', '--policy', 'stop')
    const { Statement } = JSON.parse(out)
    expect(Statement.find(({ Sid }: { Sid: string }) => Sid === 'CodeDeploy').Action).toEqual([
      'codedeploy:BatchGetDeployments',
      'codedeploy:GetDeploymentConfig',
      'codedeploy:GetDeploymentTarget',
      'codedeploy:ListDeployments',
      'codedeploy:StopDeployment',
    ])
  })
})
