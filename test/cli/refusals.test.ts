import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { type RefusingRegistry, refusingRegistry } from './registry-server.js'
import { type Ended, expectRefusal, jsonOf, type Surroundings, stagger, toldIn } from './stagger.js'

const TEMPLATE = JSON.stringify({
  family: '{service}',
  containerDefinitions: [{ name: 'app', image: '{image}', memory: 64 }],
})
const SETTINGS = `environments:
  production:
    region: eu-west-1
    cluster: shop
    taskDefinition: task.json
`
const FILES = {
  'stagger.yml': SETTINGS,
  'task.json': TEMPLATE,
  'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'cart/app.txt': 'cart\n',
  'user/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'user/app.txt': 'user\n',
}
const DEAD_ENGINE = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' }

let shop: Repository
let before: string
const references = () => shop.git('for-each-ref')
const run = (args: readonly string[], env: Surroundings['env'] = {}): Promise<Ended> =>
  stagger(args, { cwd: shop.directory, env: { ...DEAD_ENGINE, ...env } })

beforeEach(() => {
  shop = temporaryRepository()
  shop.commit(FILES)
  before = references()
})

/** Whatever was refused: no version was given, the ledger was not written. */
const changeTheShop = (files: Parameters<Repository['commit']>[0]) => {
  shop.commit(files)
  before = references()
}

afterEach(() => {
  const after = references()
  shop.remove()
  expect(after).toBe(before)
})

describe('the repository', () => {
  test('a folder that is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stagger-test-'))
    try {
      expectRefusal(await stagger(['plan', '--json'], { cwd: folder }), 2, {
        problem: '. is not a git repository',
        why: expect.stringContaining('not a git repository'),
        fix: expect.stringContaining('--repo DIR'),
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('a folder that is not there', async () => {
    expectRefusal(await run(['plan', '--repo', 'nowhere']), 2, {
      problem: 'nowhere is not a git repository',
      why: expect.stringContaining('No such file or directory'),
    })
  })

  test('one without a commit: the fix makes one', async () => {
    const empty = temporaryRepository()
    try {
      empty.write(FILES)
      const ended = await stagger(['plan'], { cwd: empty.directory })
      expectRefusal(ended, 2, { problem: 'there is no commit in . yet' })
      expect(toldIn(ended.stderr)[0]?.fix).toBe('git -C . add --all && git -C . commit')
    } finally {
      empty.remove()
    }
  })

  test.each([['--head'], ['--base']])('an unknown revision for %s', async (flag) => {
    expectRefusal(await run(['plan', flag, 'v9', '--json']), 2, {
      problem: 'there is no commit "v9" in .',
      why: 'it is misspelt, or this clone is shallow and does not hold it',
      fix: 'fetch it: git -C . fetch origin v9\nor name another: git -C . log --oneline --all',
    })
  })
})

describe('a Dockerfile that does not parse', () => {
  test.each([
    ['plan'],
    ['build'],
    ['tag'],
    ['inputs', 'cart'],
    ['deploy', 'cart', '--environment', 'production'],
  ])('stops %s, with the place and a caret', async (...args) => {
    changeTheShop({ 'cart/Dockerfile': 'FROM scratch\n  COPPY app.txt /\n' })
    expectRefusal(await run([...args, '--json']), 2, {
      problem: 'unknown instruction COPPY',
      place: 'cart/Dockerfile:2:3',
      snippet: '  2 |   COPPY app.txt /\n    |   ^',
      why: expect.stringContaining('ADD, ARG, CMD, COPY'),
      fix: expect.stringContaining('correct the word'),
    })
  })

  test('in two services: both are told', async () => {
    changeTheShop({ 'cart/Dockerfile': 'FROM\n', 'user/Dockerfile': 'FROM scratch\nCOPY\n' })
    expectRefusal(await run(['plan']), 2, { place: 'cart/Dockerfile:1:1' }, { place: 'user/Dockerfile:2:1' })
  })
})

describe('names', () => {
  test.each([
    ['build', 'crat'],
    ['build', 'crat', '--push', '--registry', '127.0.0.1:9/shop'],
    ['tag', 'crat'],
    ['inputs', 'crat'],
    ['deploy', 'crat', '--environment', 'production'],
  ])('an unknown service for %s', async (...args) => {
    expectRefusal(await run([...args, '--json']), 2, {
      problem: 'there is no service "crat"',
      why: 'there are: cart, user',
      fix: 'did you mean cart?',
    })
  })

  test('all unknown services at once', async () => {
    expectRefusal(
      await run(['build', 'crat', 'cart', 'zzzzzzzz']),
      2,
      { fix: 'did you mean cart?' },
      { problem: 'there is no service "zzzzzzzz"', fix: 'name one of them' },
    )
  })

  test.each([
    ['plan', '--environment', 'prduction'],
    ['deploy', 'cart', '--environment', 'prduction'],
  ])('an unknown environment for %s', async (...args) => {
    expectRefusal(await run([...args, '--json']), 2, {
      problem: 'there is no environment "prduction"',
      why: 'there are: production',
      fix: 'did you mean production?',
    })
  })

  test('an environment where none is described', async () => {
    changeTheShop({ 'stagger.yml': null })
    expectRefusal(await run(['deploy', 'cart', '--environment', 'uat']), 2, {
      why: 'there is no environment at all',
      fix: expect.stringContaining('stagger.yml: environments: { uat: {'),
    })
  })
})

describe('the command line', () => {
  test.each<[string, string[], string, string]>([
    ['unknown option', ['plan', '--nope'], "unknown option '--nope'", 'stagger plan [options]'],
    ['unknown command', ['rehearse', 'x'], "unknown command 'x'", 'stagger rehearse [options] [command]'],
    [
      'missing argument',
      ['inputs'],
      "missing required argument 'service'",
      'stagger inputs [options] <service>',
    ],
    [
      'missing option',
      ['rollback', 'cart'],
      "required option '--environment <env>' not specified",
      'stagger rollback [options] <services...>',
    ],
    [
      'argument too many',
      ['plan', 'cart'],
      "too many arguments for 'plan'. Expected 0 arguments but got 1.",
      'stagger plan [options]',
    ],
  ])('%s', async (_, args, problem, usage) => {
    const ended = await run(args)
    const words = usage.split(' [')[0]
    expectRefusal(ended, 2, { problem, why: `the usage is ${usage}`, fix: `${words} --help` })
    expect(
      (await run([...args.filter((arg) => words?.split(' ').includes(arg)), '--help'])).stdout,
    ).toContain(`Usage: ${usage}`)
  })

  test.each(['plann', 'deplo'])('a command that is near to one: %s', async (command) => {
    const { code, stdout, stderr } = await run([command])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(toldIn(stderr)[0]?.fix).toMatch(/^did you mean (?:plan|deploy)\? All there is: stagger --help$/)
  })

  test.each([
    [['plan', '--jso'], '--json', 'stagger plan'],
    [['images', 'gc', '--older', '3'], '--older-than', 'stagger images gc'],
  ])('an option that is near to one: %j', async (args, near, command) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(toldIn(stderr)[0]?.fix).toBe(`did you mean ${near}? All there is: ${command} --help`)
  })
})

describe('stagger.yml', () => {
  test('every error at once, from top to bottom, each with its place and what is valid', async () => {
    changeTheShop({
      'stagger.yml': `registri: 127.0.0.1:5000/shop
environments:
  uat:
    cluster: 5
    taskDefinitio: x.json
    strategy: canari
`,
    })
    expectRefusal(
      await run(['deploy', 'cart', '--environment', 'uat', '--json']),
      2,
      {
        problem: 'registri is not a setting',
        place: 'stagger.yml:1:1',
        snippet: '  1 | registri: 127.0.0.1:5000/shop\n    | ^',
        why: 'what may stand here: registry, build, discover, services, version, environments',
        fix: 'did you mean registry?',
      },
      {
        problem: 'environments.uat.cluster is not valid',
        place: 'stagger.yml:4:5',
        why: 'cluster must be a text',
      },
      {
        problem: 'environments.uat.taskDefinitio is not a setting',
        place: 'stagger.yml:5:5',
        snippet: '  5 |     taskDefinitio: x.json\n    |     ^',
        fix: 'did you mean taskDefinition?',
      },
      {
        place: 'stagger.yml:6:5',
        why: expect.stringContaining('strategy must be one of rolling, blue-green'),
      },
    )
  })

  test('what is no YAML', async () => {
    changeTheShop({ 'stagger.yml': 'environments: [\n  - }\n' })
    expectRefusal(await run(['tag']), 2, {
      problem: 'stagger.yml is no valid YAML',
      place: 'stagger.yml:2:3',
    })
  })
})

/** The programs of the machine but `docker`. */
const withoutDocker = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'stagger-test-'))
  symlinkSync(execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim(), join(path, 'git'))
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

describe('the engine', () => {
  test.each([[[]], [['--json']]])('none answers %j', async (args) => {
    expectRefusal(await run(['build', ...args]), 2, {
      problem: 'no Docker engine answers',
      why: expect.stringContaining('unix:///nonexistent/docker.sock'),
      fix: expect.stringContaining('DOCKER_HOST'),
    })
  })

  test('none answers, and there is a registry: nothing is pushed', async () => {
    const registry = await refusingRegistry(404)
    try {
      const ended = await run(['build', '--push', '--yes', '--registry', registry.prefix])
      expectRefusal(ended, 2, { problem: 'no Docker engine answers' })
      expect(registry.writes).toEqual([])
    } finally {
      await registry.close()
    }
  })

  test('there is no client', async () => {
    const place = withoutDocker()
    try {
      expectRefusal(await run(['build', '--json'], { PATH: place.path }), 2, {
        problem: 'the program docker is not installed',
        fix: expect.stringContaining('apt-get install docker.io'),
      })
    } finally {
      place.remove()
    }
  })
})

describe('the registry', () => {
  let registry: RefusingRegistry
  afterEach(async () => {
    await registry?.close()
  })

  const REFUSALS: [number, number, RegExp, RegExp][] = [
    [401, 2, /no credentials for 127\.0\.0\.1/, /^docker login 127\.0\.0\.1:\d+ /],
    [403, 2, /may not read there/, /--registry/],
    [500, 3, /registry itself failed/, /run it again/],
  ]

  test.each(REFUSALS)(
    'answers %i: each service has its problem, and the exit code tells whose it is',
    async (status, code, why, fix) => {
      registry = await refusingRegistry(status)
      const env = { STAGGER_REGISTRY: registry.prefix }
      for (const args of [
        ['build', '--push', '--yes'],
        ['tag', '--yes'],
      ]) {
        const ended = await run([...args, '--json'], env)
        const { services } = jsonOf(ended)
        expect(services.map(({ name }: { name: string }) => name)).toEqual(['cart', 'user'])
        for (const service of services)
          expect(service).toMatchObject({
            outcome: 'failed',
            digest: null,
            version: null,
            problem: {
              code: 'registry-refused',
              why: expect.stringMatching(why),
              fix: expect.stringMatching(fix),
            },
          })
        expect(ended.code).toBe(code)
        expect(registry.writes).toEqual([])
      }
    },
  )

  test.each(REFUSALS)('answers %i: deploy begins nothing', async (status, code, why, fix) => {
    registry = await refusingRegistry(status)
    const args = ['deploy', 'cart', '--environment', 'production', '--yes', '--registry', registry.prefix]
    expectRefusal(await run(args), code, {
      problem: `the registry refuses to read ${registry.prefix}/cart`,
      why: expect.stringMatching(why),
      fix: expect.stringMatching(fix),
    })
  })

  test('nothing listens: told once, whatever was asked', async () => {
    registry = await refusingRegistry(200)
    await registry.close()
    const host = registry.prefix.split('/')[0]
    const told = {
      problem: `the registry ${host} cannot be reached`,
      why: 'nothing listens there',
      fix: expect.stringContaining('--registry'),
    }
    for (const args of [
      ['build', '--push', '--yes'],
      ['tag', '--yes'],
    ]) {
      const ended = await run([...args, '--json'], { STAGGER_REGISTRY: registry.prefix })
      expect(jsonOf(ended).services).toHaveLength(2)
      expect(toldIn(ended.stderr)).toEqual([expect.objectContaining(told)])
      expect(ended.code).toBe(3)
    }
    registry = await refusingRegistry(200)
  })

  test('none is named', async () => {
    expectRefusal(await run(['build', '--push', '--yes']), 2, {
      problem: 'there is no registry to push to',
      why: expect.stringContaining('STAGGER_REGISTRY'),
      fix: expect.stringContaining('stagger build --push --registry ghcr.io/OWNER/REPOSITORY'),
    })
    const why = 'the ledger knows none with its inputs, and no registry is named where one could be'
    const fix = (name: string) => `stagger build ${name} --push --yes --registry ghcr.io/OWNER/REPOSITORY`
    const tagged = await run(['tag', '--yes', '--json'])
    expect(jsonOf(tagged).services.map(({ problem }: { problem: object }) => problem)).toEqual([
      expect.objectContaining({ code: 'no-image', why, fix: fix('cart') }),
      expect.objectContaining({ code: 'no-image', why, fix: fix('user') }),
    ])
    expect(tagged.code).toBe(2)
    expectRefusal(await run(['deploy', 'cart', '--environment', 'production', '--yes']), 2, {
      problem: 'cart has no image of this commit',
      why,
      fix: fix('cart'),
    })
  })

  test.each([['https://ghcr.io/acme'], ['acme'], ['ghcr.io/Acme']])(
    'a name that is none: %s',
    async (name) => {
      expectRefusal(await run(['build', '--push', '--registry', name]), 2, {
        problem: `${JSON.stringify(name)} is not where images can go`,
        fix: expect.stringContaining('--registry ghcr.io/OWNER/REPOSITORY'),
      })
    },
  )
})
