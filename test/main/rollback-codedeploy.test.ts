import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { allSnapshots, viewCommit } from '../../src/commands/commit-view.js'
import { inputsName } from '../../src/image/names.js'
import { runCli } from '../../src/main/cli.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { systemClock } from '../../src/platform/clock.js'
import { openGit } from '../../src/platform/git/open.js'
import type { Fingerprint } from '../../src/words.js'
import { type ManifestRegistry, manifestRegistry } from '../cli/manifest-registry.js'
import { bakes, type CodeDeployStage, openStage } from '../commands/codedeploy-stage.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { wait } from '../rehearsal/codedeploy/shop.js'
import { definition } from '../rehearsal/stage.js'

jest.setTimeout(180_000)

const ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', CI: '', GITHUB_ACTIONS: '' }
let stage: CodeDeployStage
let registry: ManifestRegistry
let repository: Repository
let before: NodeJS.ProcessEnv

/** A commit whose image is in the registry already: its digest. */
const commit = async (content: string): Promise<string> => {
  const oid = repository.commit({
    'stagger.yml': `registry: ${registry.prefix}
environments:
  uat:
    region: eu-central-1
    endpoint: ${stage.recorder.endpoint}
    cluster: demo
    service: cart
    taskDefinition: task.json
`,
    'task.json': JSON.stringify(definition('x', { image: '{image}' })),
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': content,
  })
  const git = openGit(repository.directory)
  const [cart] = await allSnapshots(await viewCommit(git, oid, readConfiguration))
  await git.close()
  return registry.push('cart', inputsName(cart?.image.fingerprint as Fingerprint), content)
}

beforeAll(async () => {
  before = { ...process.env }
  Object.assign(process.env, ENVIRONMENT)
  // It looks more often than it would.
  const sleep = systemClock.sleep.bind(systemClock)
  jest
    .spyOn(systemClock, 'sleep')
    .mockImplementation((milliseconds, stopped) => sleep(Math.min(milliseconds, 100), stopped))
  stage = await openStage()
  registry = await manifestRegistry()
  repository = temporaryRepository()
}, 60_000)

afterAll(async () => {
  process.env = before
  jest.restoreAllMocks()
  await registry?.close()
  await stage?.close()
  repository?.remove()
})

const stagger = async (...args: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ]
  try {
    const code = await runCli([...args, '--repo', repository.directory, '--json'])
    const { services } = JSON.parse(out.join(''))
    return { code, ...services[0], err: err.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const CART = ['cart', '--environment', 'uat'] as const
const deploy = () => stagger('deploy', ...CART, '--yes')
const rollback = () => stagger('rollback', ...CART, '--yes')

const entry = () => JSON.parse(repository.git('show', 'refs/stagger/ledger:environments/uat/cart.json'))
const registered = () => stage.recorder.passed.get('ecs:RegisterTaskDefinition')

/** The image that serves, by the task set that is PRIMARY. */
const running = async (): Promise<string | undefined> => {
  const primary = (await stage.described())?.taskSets?.find(({ status }) => status === 'PRIMARY')
  const { taskDefinition } = await stage.clients.ecs.describeTaskDefinition({
    taskDefinition: primary?.taskDefinition,
  })
  return taskDefinition?.containerDefinitions?.[0]?.image?.split('@')[1]
}

/** The id of the deployment that both versions run for. */
const baking = async (): Promise<string> => {
  for (;;) {
    const found = await stage.newest()
    if (found.status === 'InProgress' && bakes(found)) return found.deploymentId ?? ''
    await systemClock.sleep(50)
  }
}

test('a service of CodeDeploy goes back: not while one is under way, nor while that goes back, but then', async () => {
  const first = await commit('1')
  expect(await deploy()).toMatchObject({ code: 0, outcome: 'successful' })
  const second = await commit('2')
  expect(await deploy()).toMatchObject({ code: 0, outcome: 'successful' })
  expect(await running()).toBe(second)

  // While another one runs beside it, a second is refused, and the line that ends the first is told.
  await stage.settled()
  await stage.shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
  const ending = stage.bring(stage.target({}, '', 8_000))
  const deploymentId = await baking()
  const before = registered()
  expect(await rollback()).toMatchObject({
    code: 2,
    outcome: null,
    problem: {
      problem: expect.stringMatching(/is under way: d-/),
      fix: expect.stringContaining('stagger stop cart'),
    },
  })
  expect(registered()).toBe(before)

  // CodeDeploy rolls that one back by another deployment, for which a third has to wait.
  await stage.stopped(deploymentId)
  expect(await rollback()).toMatchObject({
    code: 2,
    outcome: null,
    problem: {
      problem: expect.stringMatching(/^CodeDeploy still rolls cart back: d-/),
      fix: expect.stringMatching(/^Wait for it: aws deploy wait /),
    },
  })
  expect(registered()).toBe(before)
  expect(await ending).toMatchObject({ outcome: 'rolled-back', deployment: deploymentId })
  expect(entry()).toMatchObject({ digest: second, outcome: 'successful' })

  await stage.settled()
  await stage.draining(0)
  await stage.shop.regroup({ blueGreenDeploymentConfiguration: wait(0) })
  const back = await rollback()
  expect(back).toMatchObject({ code: 0, outcome: 'successful', digest: first, problem: null })
  expect(back.deployment).toMatch(/^d-[A-Z0-9]{9}$/)
  expect(await running()).toBe(first)
  expect(entry()).toMatchObject({ digest: first, outcome: 'successful' })
})
