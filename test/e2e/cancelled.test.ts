import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type RefusingRegistry, refusingRegistry } from '../cli/registry-server.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { createShop } from '../rehearsal/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'
import { runWorkflow } from './act.js'
import { bareOrigin, type Origin } from './origin.js'
import { ROOT } from './root.js'

jest.setTimeout(240_000)

const FILE = '.github/workflows/release.yml'
const WORKFLOW = `on: push
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: OWNER/stagger/actions/deploy@v1
        with: { service: cart, environment: production }
`

/** A run that is cancelled, by act: the committed bundle's post step sees to what the main step began. */
describe('a workflow that is cancelled', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'stagger-act-'))
  let rehearsal: Rehearsal
  let clients: Clients
  let registry: RefusingRegistry
  let repository: Repository
  let origin: Origin
  beforeAll(async () => {
    const progress = {
      say: () => {},
      warn: (line: string) => void process.stderr.write(`${line}\n`),
      group: () => {},
    }
    rehearsal = await serveRehearsal({ progress, tasks: 'hollow', requestsPerStep: 0 })
    clients = clientsOf(rehearsal.endpoint)
    await createShop(clients)
    registry = await refusingRegistry(200, '{}')
    for (const folder of ['actions', 'dist'])
      cpSync(join(ROOT, folder), join(scratch, 'stagger', folder), { recursive: true })
    repository = temporaryRepository()
    origin = bareOrigin(repository.directory)
    mkdirSync(join(repository.directory, '.github/workflows'), { recursive: true })
    writeFileSync(join(repository.directory, FILE), WORKFLOW)
    repository.commit({
      'stagger.yml': `registry: ${registry.prefix}
environments:
  production:
    region: eu-central-1
    endpoint: ${rehearsal.endpoint}
    cluster: demo
    service: cart
    taskDefinition: task.json
    strategy: blue-green
    bakeMinutes: 60
    onCancel: rollback
`,
      'task.json': JSON.stringify(definition('2', { image: '{image}' })),
      'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
      'cart/app.txt': 'cart\n',
    })
    repository.git('push', '--quiet', 'origin', 'main')
  }, 60_000)
  afterAll(async () => {
    clients?.destroy()
    await registry?.close()
    await rehearsal?.close()
    origin?.remove()
    repository?.remove()
    rmSync(scratch, { recursive: true, force: true })
  })

  const newest = async () =>
    (await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })).serviceDeployments ?? []

  const bakes = async (): Promise<void> => {
    for (;;) {
      const [first, ...older] = await newest()
      const arns = [first?.serviceDeploymentArn ?? '']
      const told = await clients.ecs.describeServiceDeployments({ serviceDeploymentArns: arns })
      if (older.length > 0 && told.serviceDeployments?.[0]?.lifecycleStage === 'BAKE_TIME') return
      await systemClock.sleep(100)
    }
  }

  test('has its deployment rolled back by the post step, which says so', async () => {
    const run = await runWorkflow({
      directory: repository.directory,
      file: FILE,
      event: {
        ref: 'refs/heads/main',
        after: repository.git('rev-parse', 'HEAD'),
        repository: {
          name: 'shop',
          full_name: 'acme/shop',
          default_branch: 'main',
          owner: { login: 'acme' },
        },
      },
      variables: {},
      env: {
        ...{ GITHUB_REPOSITORY: 'acme/shop', ORIGIN: origin.address },
        ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'eu-central-1' },
      },
      standIns: {
        'OWNER/stagger': join(scratch, 'stagger'),
        'actions/checkout': join(ROOT, 'test/e2e/stand-ins/checkout'),
      },
      scratch,
      cancelled: bakes(),
    })
    expect(run.code).not.toBe(0)
    const [last] = await newest()
    if (last?.status !== 'ROLLBACK_SUCCESSFUL') process.stderr.write(`${run.log}\n`)
    expect(last?.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(run.log).toContain('1 service: 1 rolled back.')
  })
})
