import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Plan } from '../../src/changes/planned.js'
import { recordLedger } from '../../src/commands/ledger.js'
import { type PlanRequest, plan } from '../../src/commands/plan.js'
import { imagePath, writeEntry } from '../../src/ledger/entries.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { systemClock } from '../../src/platform/clock.js'
import { openGit } from '../../src/platform/git/open.js'
import { planHeadline } from '../../src/report/plan/headline.js'
import { planJson } from '../../src/report/plan/json.js'
import { planMarkdown } from '../../src/report/plan/markdown.js'
import { planText } from '../../src/report/plan/text.js'
import { type Digest, type Fingerprint, type Oid, type ServiceName, StaggerError } from '../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

const FILES = {
  'compose.yaml': `services:
  cart: { build: { context: ., dockerfile: cart/Dockerfile } }
  web: { build: { context: ., dockerfile: web/Dockerfile } }
`,
  'cart/Dockerfile': `FROM scratch AS base
COPY libs /libs
COPY cart/src /src
FROM base AS test
COPY cart/test /test
FROM base
`,
  'cart/src/a.js': '1',
  'cart/test/a.test.js': '1',
  'web/Dockerfile': 'FROM scratch\nCOPY web/src /src\n',
  'web/src/b.js': '1',
  'libs/money.js': '1',
  'README.md': 'hello',
}

let repository: Repository
beforeEach(() => {
  repository = temporaryRepository()
  repository.commit(FILES, 'first')
})
afterEach(() => repository.remove())

const planned = async (
  request: Partial<PlanRequest> = {},
  directory = repository.directory,
): Promise<Plan> => {
  const git = openGit(directory)
  try {
    return await plan(
      { git, readConfiguration },
      { head: null, base: null, environment: null, freshLedger: false, ...request },
    )
  } finally {
    await git.close()
  }
}
const affected = ({ services }: Plan) =>
  services.filter((one) => one.affected).map(({ service, needs }) => `${service.name}: ${needs.join(' ')}`)

const DIGEST = `sha256:${'a'.repeat(64)}` as Digest
/** Says of every service of a commit that it is good. */
const markGood = async (revision = 'HEAD'): Promise<void> => {
  const git = openGit(repository.directory)
  const { services, head } = await planned({ head: revision })
  const entries = services.map(
    ({ service, image, test }) =>
      [
        imagePath(service.name),
        writeEntry({
          schema: 1,
          service: service.name,
          fingerprint: image.fingerprint as Fingerprint,
          testFingerprint: test?.fingerprint ?? null,
          repository: `127.0.0.1:5000/shop/${service.name}`,
          digest: DIGEST,
          version: null,
          commit: head,
          run: null,
          time: '2026-01-01T00:00:00Z',
        }),
      ] as const,
  )
  await recordLedger({ git, clock: systemClock }, new Map(entries), 'good')
  await git.close()
}

describe('compared with a base', () => {
  test.each<[string, Record<string, Content>, string[]]>([
    ['documentation that no Dockerfile reads', { 'README.md': 'new' }, []],
    ['a source', { 'web/src/b.js': '2' }, ['web: build']],
    ['a shared folder', { 'libs/money.js': '2' }, ['cart: build test']],
    ['a file that only the tests read', { 'cart/test/a.test.js': '2' }, ['cart: test']],
    ['chmod only', { 'web/src/b.js': { executable: '1' } }, ['web: build']],
    ['a file becomes a link', { 'web/src/b.js': { link: '1' } }, ['web: build']],
    ['a comment in the Dockerfile', { 'web/Dockerfile': '# why\nFROM scratch\nCOPY web/src /src\n' }, []],
    ['an instruction', { 'web/Dockerfile': 'FROM scratch\nCOPY web/src /source\n' }, ['web: build']],
    ['a file moved inside a folder', { 'web/src/b.js': null, 'web/src/c.js': '1' }, ['web: build']],
    ['a file of another service', { 'cart/src/a.js': '2' }, ['cart: build test']],
  ])('%s', async (_, files, expected) => {
    repository.commit(files)
    expect(affected(await planned({ base: 'HEAD~1' }))).toEqual(expected)
  })

  test('says why: the file, the instruction, the line', async () => {
    repository.commit({ 'libs/money.js': '2', 'libs/more/x.js': '1' })
    const [cart] = (await planned({ base: 'HEAD~1' })).services
    expect(cart?.reasons).toEqual([
      { kind: 'input', path: 'libs/money.js', change: 'modified', instruction: 'COPY', line: 2 },
      { kind: 'input', path: 'libs/more', change: 'added', instruction: 'COPY', line: 2 },
    ])
  })

  test('24: a file that moved from one service to another changes both', async () => {
    repository.commit({ 'cart/src/stays.js': '1' })
    repository.commit({ 'cart/src/a.js': null, 'web/src/a.js': '1' })
    const result = await planned({ base: 'HEAD~1' })
    expect(affected(result)).toEqual(['cart: build test', 'web: build'])
    expect(result.services.flatMap(({ reasons }) => reasons)).toMatchObject([
      { path: 'cart/src/a.js', change: 'removed' },
      { path: 'web/src/a.js', change: 'added' },
    ])
  })

  test('33: among more than 3,000 changed files the one that counts is found', async () => {
    const many = Array.from({ length: 3_001 }, (_, n): [string, string] => [`docs/${n}.md`, '1'])
    repository.commit({ ...Object.fromEntries(many), 'web/src/b.js': '2' })
    expect(affected(await planned({ base: 'HEAD~1' }))).toEqual(['web: build'])
  })

  test('tells what only the tests read also where the image needs a build', async () => {
    repository.commit({ 'cart/src/a.js': '2', 'cart/test/a.test.js': '2' })
    const [cart] = (await planned({ base: 'HEAD~1' })).services
    expect(cart?.reasons.map((reason) => ('path' in reason ? [reason.kind, reason.path] : []))).toEqual([
      ['input', 'cart/src/a.js'],
      ['tests', 'cart/test/a.test.js'],
    ])
  })

  test.each([
    [50, 50],
    [51, 51],
    [60, 51],
  ])('of %d changed files, it lists 50 and says that there are more', async (count, reasons) => {
    repository.commit(
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`web/src/${n}.js`, `${n}`])),
    )
    const [, web] = (await planned({ base: 'HEAD~1' })).services
    expect(web?.reasons).toHaveLength(reasons)
    expect(web?.reasons.at(-1)?.kind).toBe(count > 50 ? 'more' : 'input')
  })

  test('a service added, and one removed', async () => {
    repository.commit({
      'compose.yaml':
        'services:\n  web: { build: { context: ., dockerfile: web/Dockerfile } }\n  new: { build: web, image: x }\n',
      'web/Dockerfile': 'FROM scratch\n',
    })
    const result = await planned({ base: 'HEAD~1' })
    expect(result.services.map(({ service, change }) => `${service.name} ${change}`)).toEqual([
      'web modified',
      'new added',
    ])
    expect(result.removed.map(({ name }) => name)).toEqual(['cart'])
  })

  test('a base that does not parse makes everything count as changed, not fail', async () => {
    repository.commit({ 'web/Dockerfile': 'FRM scratch' })
    repository.commit({ 'web/Dockerfile': 'FROM scratch\nCOPY web/src /src\n' })
    const result = await planned({ base: 'HEAD~1' })
    expect(affected(result)).toEqual(['web: build'])
    expect(result.services[1]?.reasons[0]?.kind).toBe('not-comparable')
  })
})

describe('compared with the ledger', () => {
  test('without one, everything is affected; with one, what differs', async () => {
    expect(affected(await planned())).toEqual(['cart: build test', 'web: build'])
    await markGood()
    expect(affected(await planned())).toEqual([])
    repository.commit({ 'web/src/b.js': '2' })
    const result = await planned()
    expect(affected(result)).toEqual(['web: build'])
    expect(result.services[1]?.reasons).toMatchObject([{ kind: 'input', path: 'web/src/b.js' }])
  })

  test('a run that was cancelled loses nothing', async () => {
    await markGood()
    repository.commit({ 'web/src/b.js': '2' })
    repository.commit({ 'README.md': 'more' })
    expect(affected(await planned())).toEqual(['web: build'])
  })

  test('a revert needs nothing', async () => {
    await markGood()
    repository.commit({ 'web/src/b.js': '2' })
    repository.commit({ 'web/src/b.js': '1' })
    expect(affected(await planned())).toEqual([])
  })

  test('an entry whose commit is not here is fetched to say why; where that fails, it still decides', async () => {
    repository.commit({ 'web/src/b.js': '2' })
    await markGood('HEAD~1')
    const clone = mkdtempSync(join(tmpdir(), 'stagger-shallow-'))
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.directory}`, clone])
    execFileSync('git', ['-C', clone, 'fetch', '--quiet', 'origin', '+refs/stagger/*:refs/stagger/*'])
    const origin = (address: string) =>
      execFileSync('git', ['-C', clone, 'remote', 'set-url', 'origin', address])
    origin(join(clone, 'gone'))
    const alone = await planned({}, clone)
    expect(affected(alone)).toEqual(['web: build'])
    expect(alone.services[1]?.reasons).toMatchObject([{ kind: 'not-comparable' }])
    origin(`file://${repository.directory}`)
    const result = await planned({}, clone)
    expect(affected(result)).toEqual(['web: build'])
    expect(result.services[1]?.reasons).toMatchObject([{ kind: 'input', path: 'web/src/b.js' }])
    rmSync(clone, { recursive: true, force: true })
  })

  test('an entry that cannot be read counts as none', async () => {
    const git = openGit(repository.directory)
    const path = imagePath('web' as ServiceName)
    await recordLedger({ git, clock: systemClock }, new Map([[path, '{"schema": 7}']]), 'from the future')
    await git.close()
    expect(affected(await planned())).toEqual(['cart: build test', 'web: build'])
  })

  test('eight writers at once lose nothing', async () => {
    const names = Array.from({ length: 8 }, (_, number) => `s${number}`)
    await Promise.all(
      names.map(async (name) => {
        const git = openGit(repository.directory)
        await recordLedger({ git, clock: systemClock }, new Map([[`images/${name}.json`, '{}']]), name)
        await git.close()
      }),
    )
    const held = repository.git('ls-tree', '-r', '--name-only', 'refs/stagger/ledger').split('\n')
    expect(held.sort()).toEqual(names.map((name) => `images/${name}.json`).sort())
  }, 60_000)
})

describe('an untracked artifact', () => {
  test('leaves the service without a fingerprint, always affected', async () => {
    repository.commit({ 'web/Dockerfile': 'FROM scratch\nCOPY dist/app.js /\n' })
    repository.commit({ 'README.md': 'x' })
    const result = await planned({ base: 'HEAD~1' })
    expect(affected(result)).toEqual(['web: build'])
    expect(result.services[1]).toMatchObject({
      image: { fingerprint: null },
      reasons: [{ kind: 'untracked', path: 'dist/app.js' }],
    })
  })
})

describe('a service built from another one’s image', () => {
  const chain = (web: string, cart = 'FROM scratch\nCOPY cart/src /src\n') => ({
    'compose.yaml': `services:
  web: { build: { context: ., dockerfile: web/Dockerfile } }
  cart: { image: "acme/cart:1", build: { context: ., dockerfile: cart/Dockerfile } }
  edge: { build: { context: ., dockerfile: edge/Dockerfile, target: x } }
`,
    'web/Dockerfile': web,
    'cart/Dockerfile': cart,
    'edge/Dockerfile': 'FROM scratch AS x\nCOPY web/src /\n',
  })

  test('changes with it, and says the way', async () => {
    repository.commit(chain('FROM acme/cart:1\nCOPY web/src /src\n'))
    expect(affected(await planned({ base: 'HEAD' }))).toEqual([])
    repository.commit({ 'cart/src/a.js': '2' })
    const result = await planned({ base: 'HEAD~1' })
    expect(affected(result)).toEqual(['web: build', 'cart: build'])
    expect(result.services[0]?.reasons).toEqual([
      { kind: 'service', service: 'cart', instruction: 'FROM', line: 1, change: 'modified', path: ['cart'] },
    ])
    expect(planText(result)).toContain('web ← cart ← cart/src/a.js modified')
  })

  test.each<[string, string, string, Record<string, string>]>([
    [
      'a tag of the build',
      'cart: { image: acme/c, build: { context: cart, tags: ["acme/c:2"] } }',
      'acme/c:2',
      {},
    ],
    ['compose’s own name for it', 'cart: { build: cart }', 'shop-cart', {}],
    ['a tag that no variable fills', 'cart: { image: "acme/c:${NOWHERE}", build: cart }', 'acme/c', {}],
    [
      'a service that is left out',
      'cart: { image: acme/c, build: cart }',
      'acme/c',
      { 'stagger.yml': 'services: { cart: false }\n' },
    ],
    [
      'one that cannot be read',
      'cart: { image: acme/c, build: { context: cart, target: "${X:?no}" } }',
      'acme/c',
      {},
    ],
  ])('is never missed: %s', async (_, cart, image, more) => {
    repository.commit({
      'compose.yaml': `name: shop\nservices:\n  web: { build: web }\n  ${cart}\n`,
      'web/Dockerfile': `FROM ${image}\n`,
      'cart/Dockerfile': 'FROM scratch AS x\nCOPY src /src\n',
      ...more,
    })
    repository.commit({ 'cart/src/a.js': '2' })
    expect(affected(await planned({ base: 'HEAD~1' }))).toContain('web: build')
  })

  test('has no fingerprint where that one has none', async () => {
    repository.commit(chain('FROM acme/cart:1\n', 'FROM scratch\nCOPY dist/a.js /\n'))
    const result = await planned({ base: 'HEAD' })
    expect(affected(result)).toEqual(['web: build', 'cart: build'])
    expect(result.services[0]).toMatchObject({
      image: { fingerprint: null },
      reasons: [{ change: 'undecided' }],
    })
  })

  test('in a circle is refused, and the circle is told once', async () => {
    const files = chain('FROM acme/cart:1\n', 'FROM acme/web\n')
    const compose = files['compose.yaml'].replace('web: { build', 'web: { image: acme/web, build')
    repository.commit({ ...files, 'compose.yaml': compose })
    const error = await planned().catch((thrown: StaggerError) => thrown)
    expect((error as StaggerError).problems.map(({ problem }) => problem)).toEqual([
      "services are built from each other's images: cart → web → cart",
    ])
  })
})

test('a bare repository gives the same plan', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'stagger-bare-'))
  execFileSync('git', ['clone', '--quiet', '--bare', repository.directory, bare])
  expect(planJson(await planned({ base: 'HEAD' }, bare))).toEqual(planJson(await planned({ base: 'HEAD' })))
  rmSync(bare, { recursive: true, force: true })
})

test('all problems of all services are told at once', async () => {
  repository.commit({ 'web/Dockerfile': 'FRM x', 'cart/Dockerfile': 'FROM a\nCOPY\n' })
  const error = (await planned().catch((thrown) => thrown)) as StaggerError
  expect(error).toBeInstanceOf(StaggerError)
  expect(error.problems.map(({ at }) => `${at?.file}:${at?.line}`)).toEqual([
    'cart/Dockerfile:2',
    'web/Dockerfile:1',
  ])
})

describe('as people and programs read it', () => {
  test('the JSON has the documented shape, its matrix only checked names', async () => {
    repository.commit({ 'web/src/b.js': '2', 'web/src/$(rm -rf)\n': 'x' })
    const json = JSON.parse(JSON.stringify(planJson(await planned({ base: 'HEAD~1' }))))
    expect(json).toMatchObject({
      schema: 1,
      services: [
        { name: 'cart', affected: false, change: 'unchanged', needs: [] },
        { name: 'web', affected: true, target: null },
      ],
      matrix: { include: [{ service: 'web', needs: 'build' }] },
      warnings: [],
    })
    expect(JSON.stringify(json.matrix)).not.toContain('rm -rf')
    expect(json.services[1].previous).toMatch(/^sha256:/)
  })

  test('nothing to do is a cheerful success', async () => {
    const result = await planned({ base: 'HEAD' })
    expect(planHeadline(result)).toBe('Nothing to do: none of 2 services changed')
    expect(planText(result)).toContain('cart')
    expect(planMarkdown(result)).toContain('**Nothing to do')
  })

  test('names that would break a terminal or a page stay text', async () => {
    repository.commit({ 'web/src/a|<b>\n\u001b[31m': 'x' })
    const result = await planned({ base: 'HEAD~1' })
    expect(planText(result)).not.toContain('\u001b')
    expect(planMarkdown(result)).not.toContain('<b>')
  })
})

test('an unknown base is the caller’s fault', async () => {
  const error = (await planned({ base: 'nope' as Oid }).catch((thrown) => thrown)) as StaggerError
  expect(error.problems[0]).toMatchObject({ code: 'unknown-revision', fault: 'caller' })
})
