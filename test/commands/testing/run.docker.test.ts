import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { PlannedService } from '../../../src/changes/planned.js'
import { plan } from '../../../src/commands/plan.js'
import { runTests, type TestStage } from '../../../src/commands/testing/run.js'
import { contextFiles } from '../../../src/image/context.js'
import { withReportsStage } from '../../../src/image/testing/reports-stage.js'
import type { TestVerdict } from '../../../src/image/testing/verdict.js'
import { readConfiguration } from '../../../src/main/configuration.js'
import { openCompose } from '../../../src/platform/compose.js'
import { openContainers } from '../../../src/platform/containers.js'
import { type Docker, openDocker } from '../../../src/platform/docker.js'
import { files } from '../../../src/platform/files.js'
import { openGit } from '../../../src/platform/git/open.js'
import { openReportFolder } from '../../../src/platform/reports.js'
import { type Ground, layGround } from '../../../src/rehearsal/ground/ground.js'
import { type Content, type Repository, temporaryRepository } from '../../platform/repository.js'
import { docker as dockerClient } from '../../rehearsal/ground/docker.js'

const NODE = 'node:24-slim'
/** Without a shell: the base image may have none. */
const run = (...argv: string[]) => `RUN ${JSON.stringify(argv)}`
const JUNIT = ['--test', '--test-reporter=junit', '--test-reporter-destination=/reports/junit.xml']

let ground: Ground
let docker: Docker
let repository: Repository
/** What a run that was killed left in an engine that others use as well. */
let there: ReadonlySet<string>
beforeAll(async () => {
  ground = await layGround({ say: () => {}, warn: () => {}, group: () => {} })
  docker = openDocker(options())
  there = new Set(await containers())
}, 180_000)
afterAll(() => ground.stop(), 60_000)
afterEach(() => repository.remove())

const options = () => ({ client: ground.engine.client, environment: ground.engine.environment })

/** Tests each service of a repository, with its image built before; as a build flow would. */
const tested = async (contents: Readonly<Record<string, Content>>, name = 'cart') => {
  repository = temporaryRepository()
  repository.commit(contents)
  const git = openGit(repository.directory)
  const lines: string[] = []
  const unique = files.unique()
  const imageOf = (service: string) => `stagger-tests/${service}:${unique}`
  try {
    const request = { head: null, base: null, environment: null, freshLedger: false }
    const { services } = await plan({ git, readConfiguration }, request)
    const planned = services.find(({ service }) => service.name === name) as PlannedService
    const build = async (
      { service }: PlannedService,
      { target, inputs, reports }: TestStage,
      tag?: string,
    ) => {
      const text = String(contents[service.dockerfile])
      const taking = reports && withReportsStage(text, target, reports.path)
      const given = await contextFiles(git, service, inputs.inputs)
      const folder = await files.buildFolder(taking?.dockerfile ?? text, given, (oid) => git.blob(oid))
      const built = await docker.build([
        'build',
        '--progress=plain',
        `--file=${folder.dockerfile}`,
        // A stage without a name is built as the last one.
        ...(/^\d+$/.test(target) ? [] : [`--target=${taking?.target ?? target}`]),
        ...(reports ? [`--output=type=local,dest=${reports.into}`] : []),
        ...(tag ? [`--tag=${tag}`] : []),
        folder.context,
      ])
      await folder.remove()
      return built
    }
    for (const one of services) {
      const stage = { target: one.image.inputs.target, inputs: one.image.inputs, reports: null }
      expect(await build(one, stage, imageOf(one.service.name))).toEqual({ kind: 'built', digest: null })
    }
    const world = {
      git,
      files,
      content: git.blob,
      containers: openContainers(options()),
      compose: openCompose(options()),
      reportFolder: openReportFolder,
    }
    const verdicts = await runTests(world, {
      planned,
      services,
      imageOf,
      buildStage: (stage) => build(planned, stage),
      onLine: (line) => lines.push(line),
    })
    for (const { service } of services) await docker.forget(imageOf(service.name))
    return { verdicts, lines: lines.join('\n') }
  } finally {
    await git.close()
  }
}

const containers = async () =>
  (await dockerClient(ground.engine, 'ps', '--all', '--format', '{{.Names}}'))
    .split('\n')
    .filter((name) => name.startsWith('stagger-test-'))

const left = async () => (await containers()).filter((name) => !there.has(name))

const why = ({ problem }: TestVerdict | undefined = {} as TestVerdict) => problem?.why
const PASSING = "require('node:test')('adds', () => {})\n"
const FAILING = "require('node:test')('adds', () => { throw new Error('one and one are three') })\n"
const IMAGE = `FROM ${NODE}\nCOPY app.js /app/\n`

describe('tests in a stage', () => {
  const dockerfile = (last: string) =>
    `FROM ${NODE} AS source\nWORKDIR /app\nCOPY app.js ./\nFROM source AS test\nCOPY test test\n${last}\nFROM source`
  const shop = (last: string, check: string, reports = 'test: { reports: /reports }') => ({
    'stagger.yml': `services: { cart: { ${reports} } }\n`,
    'cart/Dockerfile': dockerfile(last),
    'cart/app.js': '1',
    'cart/test/app.test.js': check,
  })
  /** What a shell would say as: node --test …; echo $? > /reports/exit-code */
  const RECIPE = run(
    'node',
    '-e',
    `const fs = require('fs'); fs.mkdirSync('/reports'); const { status } = require('child_process').spawnSync('node', ${JSON.stringify([...JUNIT, 'test/app.test.js'])}); fs.writeFileSync('/reports/exit-code', String(status))`,
  )

  test('whose reports are taken out pass, and say how many', async () => {
    const { verdicts } = await tested(shop(RECIPE, PASSING))
    expect(verdicts).toMatchObject([{ passed: true, problem: null, report: { tests: 1, passed: 1 } }])
  })

  test('that fail are told one by one, where they stand in the repository', async () => {
    const { verdicts } = await tested(shop(RECIPE, FAILING))
    expect(verdicts).toMatchObject([
      {
        passed: false,
        report: { failures: 1 },
        problem: { code: 'tests-failed', at: { file: 'cart/test/app.test.js', line: 1 } },
      },
    ])
    expect(why(verdicts[0])).toContain('one and one are three')
  })

  test('that leave no report fail, also where the stage could be built', async () => {
    const { verdicts } = await tested(shop('RUN ["node", "-e", "fs.mkdirSync(\'/reports\')"]', PASSING))
    expect(verdicts).toMatchObject([{ passed: false, report: null, problem: { code: 'test-reports' } }])
  })

  test('whose stage fails, fail with what it printed', async () => {
    const { verdicts } = await tested(
      shop(run('node', '-e', 'console.log("broke down"); process.exit(3)'), PASSING),
    )
    expect(verdicts).toMatchObject([{ passed: false, problem: { code: 'tests-failed' } }])
    expect(why(verdicts[0])).toContain('broke down')
  })
})

describe('tests by a command in the built image', () => {
  const shop = (settings: string, more = {}) => ({
    'stagger.yml': `services: { cart: { test: { ${settings} } } }\n`,
    'cart/Dockerfile': `${IMAGE}ENTRYPOINT ["node", "-e", "throw 1"]\n`,
    'cart/app.js': 'module.exports = 2',
    'cart/test/app.test.js': PASSING,
    ...more,
  })
  const COMMAND = `command: [node, ${[...JUNIT, '/stagger/tests/cart/test/app.test.js'].map((word) => `"${word}"`).join(', ')}]`
  const MAKE = 'fs.mkdirSync("/reports")'

  test('get their files and their variables, and nothing else of the repository', async () => {
    const script =
      'console.log(process.env.GREETING, process.env.STAGGER_TESTS, fs.readdirSync("/stagger/tests/cart"), fs.readFileSync("/app/app.js", "utf8"))'
    const { verdicts, lines } = await tested(
      shop(`command: [node, -e, '${script}'], env: { GREETING: "hello you" }, inputs: [cart/test/**]`),
    )
    expect(verdicts).toMatchObject([{ kind: 'command', passed: true, report: null }])
    expect(lines).toBe("hello you /stagger/tests [ 'test' ] module.exports = 2")
    expect(await left()).toEqual([])
  })

  test('miss loudly what their inputs forget', async () => {
    const { verdicts } = await tested(shop(`command: [node, /stagger/tests/cart/test/app.test.js]`))
    expect(verdicts).toMatchObject([{ passed: false, problem: { code: 'tests-failed' } }])
    expect(why(verdicts[0])).toContain('Cannot find module')
  })

  test('give their reports', async () => {
    const image = { 'cart/Dockerfile': `${IMAGE}${run('node', '-e', MAKE)}\n` }
    const { verdicts } = await tested(shop(`${COMMAND}, inputs: [cart/test/**], reports: /reports`, image))
    expect(verdicts).toMatchObject([{ passed: true, report: { tests: 1 } }])
    const failing = { ...image, 'cart/test/app.test.js': FAILING }
    const { verdicts: failed } = await tested(
      shop(`${COMMAND}, inputs: [cart/test/**], reports: /reports`, failing),
    )
    expect(failed).toMatchObject([
      { passed: false, report: { failures: 1 }, problem: { at: { file: 'cart/test/app.test.js' } } },
    ])
    expect(await left()).toEqual([])
  })

  test.each([
    ['is not there', '[no-such-program, -q]', 'there is no program no-such-program in the image'],
    ['is not there, by its path', '[/opt/none]', 'there is no /opt/none in the image'],
    ['is a folder', '[/app]', '/app may not be run'],
    ['is two words', '["node --version"]', 'there is no'],
  ])('whose program %s are told as not started', async (_, command, lack) => {
    const { verdicts } = await tested(shop(`command: ${command}`))
    expect(verdicts).toMatchObject([{ passed: false, problem: { code: 'test-not-started' } }])
    expect(why(verdicts[0])).toContain(lack)
    expect(await left()).toEqual([])
  })

  test('that end as a program that is not there would, did run', async () => {
    const said = 'exec: "x": executable file not found in $PATH'
    const { verdicts } = await tested(
      shop(`command: [node, -e, 'console.log(${JSON.stringify(said)}); process.exit(127)']`),
    )
    expect(verdicts).toMatchObject([{ passed: false, problem: { code: 'tests-failed' } }])
  })

  test('as a user who may not write, and in the order that is said; the first that fails ends it', async () => {
    const shopFiles = shop(
      'command: [node, -e, "process.exit(process.getuid() === 1000 ? 7 : 0)"], inputs: [cart/test/**]',
      {
        'cart/Dockerfile': `${IMAGE}USER 1000\n`,
      },
    )
    const twice = shopFiles['stagger.yml'].replace(
      /test: (\{.*\}) \} \}/,
      'test: [ $1, { command: [never] } ] } }',
    )
    const { verdicts } = await tested({ ...shopFiles, 'stagger.yml': twice })
    expect(verdicts).toHaveLength(1)
    expect(why(verdicts[0])).toContain('exit code 7')
  })
})

describe('tests with neighbours', () => {
  const SERVER =
    'require("http").createServer((_, answer) => answer.end(require("fs").readFileSync("/app/app.js"))).listen(80)'
  const CHECK = (expected: string) => `
const ask = async (tries) => {
  try { return await (await fetch('http://cart/')).text() } catch (error) { if (tries === 0) throw error }
  await new Promise((go) => setTimeout(go, 250))
  return ask(tries - 1)
}
require('node:test')('answers', async () => require('node:assert').equal(await ask(40), ${JSON.stringify(expected)}))
`
  const shop = (compose: string, more = {}) => ({
    'stagger.yml':
      'services: { cart: { test: { compose: e2e/compose.yaml, service: tests, reports: /reports } }, api: { test: false } }\n',
    'cart/Dockerfile': IMAGE,
    'cart/app.js': 'cart 1',
    'api/Dockerfile': IMAGE,
    'api/app.js': 'api 1',
    'e2e/compose.yaml': compose,
    'e2e/server.js': SERVER,
    'e2e/tests/check.js': CHECK('cart 1'),
    'e2e/tests/Dockerfile': `FROM ${NODE}\n${run('node', '-e', 'fs.mkdirSync("/reports")')}\nCOPY check.js /\n`,
    ...more,
  })
  const TESTER = `
  tests:
    build: ./tests
    command: ${JSON.stringify(['node', ...JUNIT, '/check.js'])}
    depends_on: [ cart ]`
  const SERVING = 'volumes: [ "./server.js:/server.js:ro" ]\n    command: [ node, /server.js ]'

  test('run the built images, and what compose builds of the files that it names; nothing is left', async () => {
    const { verdicts } = await tested(
      shop(`version: "3.8"
services:${TESTER}
  cart:
    image: \${STAGGER_IMAGE}
    ${SERVING}
    depends_on: [ api ]
  api:
    build: ../api
    ${SERVING}
  other: { image: does.not/exist }
`),
    )
    expect(verdicts).toMatchObject([
      { kind: 'compose', passed: true, report: { tests: 1, passed: 1 }, problem: null },
    ])
    expect(await left()).toEqual([])
    expect(await dockerClient(ground.engine, 'network', 'ls', '--format', '{{.Name}}')).not.toContain(
      'stagger-test-',
    )
  })

  test('one that prepares something and is done ends nothing', async () => {
    const { verdicts } = await tested(
      shop(`
services:${TESTER}
  cart:
    build: ../cart
    ${SERVING}
    depends_on: [ migrations ]
  migrations: { image: "${NODE}", command: [ node, -e, "console.log(1)" ] }
`),
    )
    expect(verdicts).toMatchObject([{ passed: true }])
  })

  test('that fail are told, with where, and what the neighbours said', async () => {
    const { verdicts } = await tested(
      shop(`services:${TESTER}\n  cart:\n    image: $STAGGER_IMAGE\n    ${SERVING}\n`, {
        'e2e/tests/check.js': CHECK('cart 2'),
      }),
    )
    expect(verdicts).toMatchObject([
      {
        passed: false,
        report: { failures: 1 },
        problem: { code: 'tests-failed', at: { file: 'e2e/tests/check.js' } },
      },
    ])
  })

  test('a neighbour that breaks down ends them, by its name and with its last words', async () => {
    const { verdicts } = await tested(
      shop(
        `services:${TESTER}\n  cart: { image: "$STAGGER_IMAGE", command: [ node, -e, "setTimeout(() => { console.log('no memory'); process.exit(9) }, 500)" ] }\n`,
      ),
    )
    expect(verdicts).toMatchObject([{ passed: false }])
    expect(why(verdicts[0])).toMatch(/the neighbour \S*cart\S* ended with exit code 9/)
    expect(why(verdicts[0])).toContain('no memory')
    expect(await left()).toEqual([])
  })

  test('whose program is not there are told as not started', async () => {
    const missing = TESTER.replace(/command: .*/, 'command: [ no-such-program ]')
    const { verdicts } = await tested(
      shop(`services:${missing}\n  cart:\n    image: $STAGGER_IMAGE\n    ${SERVING}\n`),
    )
    expect(verdicts).toMatchObject([{ passed: false, problem: { code: 'test-not-started' } }])
    expect(why(verdicts[0])).toContain('no-such-program')
    expect(await left()).toEqual([])
  })

  test('what cannot be started fails with what compose says', async () => {
    const { verdicts } = await tested(
      shop(
        `services:${TESTER.replace('cart ]', 'cart, gone ]')}\n  cart: { image: "$STAGGER_IMAGE" }\n  gone: { image: "127.0.0.1:1/no/such" }\n`,
      ),
    )
    expect(verdicts).toMatchObject([{ passed: false, problem: { code: 'tests-failed' } }])
    expect(await left()).toEqual([])
  })
})
