import { describe, expect, test } from '@jest/globals'
import type { StageInputs } from '../../src/catalog/inputs.js'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import { buildFailed, notBuildable } from '../../src/image/failure.js'
import type { Failing } from '../../src/image/problems.js'
import type { ServiceName } from '../../src/words.js'
import { type Files, memoryTree } from '../catalog/memory-tree.js'
import { cases } from './failures/cases.js'
import { outputsOf } from './failures/outputs.js'

const ENGINES = ['docker-20.10', 'buildx-0.36', 'buildctl-0.33']
const OUTPUTS = new Map(ENGINES.map((engine) => [engine, outputsOf(engine)]))
const CART = {
  ...PLAIN,
  name: 'cart' as ServiceName,
  path: 'cart',
  dockerfile: 'cart/Dockerfile',
  context: 'cart',
}

type Title = keyof typeof cases

interface Expected {
  /** What the commit holds beside the Dockerfile. */
  readonly holds?: Files
  readonly line: number | null
  readonly code?: string
  readonly fault?: 'thing' | 'caller' | 'world'
  readonly problem?: string | RegExp
  readonly why?: string | RegExp
  readonly fix: string | RegExp
}

const explain = (engine: string, title: Title, holds: Files = {}, service: Partial<Service> = {}) => {
  const objects = memoryTree({ 'cart/Dockerfile': cases[title].dockerfile, ...holds })
  const lines = OUTPUTS.get(engine)?.get(title) ?? []
  return buildFailed({ service: { ...CART, ...service } }, 'image', lines, { objects, root: objects.root })
}

const NOT_TRACKED =
  /git add --force cart\/dist && git commit[\s\S]*\n {6}- \{ path: cart\/dist, from: \[cart\/src\/\*\*\] \}$/
const copy = (line: number, text: string) => `add before line ${line} of cart/Dockerfile:\n${text}`

const table: readonly (readonly [Title, string, Expected])[] = [
  [
    'copy-one',
    'git does not track it',
    { line: 3, problem: 'cart could not be built: cart/dist is not in the commit', fix: NOT_TRACKED },
  ],
  [
    'copy-one',
    'an ignore file hides it',
    {
      holds: { 'cart/dist/a.js': '', 'cart/.dockerignore': '# made\n**/node_modules\ndist\n' },
      line: 3,
      problem: 'cart could not be built: cart/dist is left out of its context',
      why: 'cart/.dockerignore:3 leaves it out: dist',
      fix: 'add this line at the end of cart/.dockerignore:\n!dist',
    },
  ],
  [
    'copy-one',
    'an ignore file of the Dockerfile’s own hides all that is in it',
    {
      holds: {
        'cart/dist/a.js': '',
        'cart/.dockerignore': '',
        'cart/Dockerfile.dockerignore': '**/*.js\n!main.js\n',
      },
      line: 3,
      why: 'cart/Dockerfile.dockerignore:1 leaves it out: **/*.js',
      fix: 'add this line at the end of cart/Dockerfile.dockerignore:\n!dist/a.js',
    },
  ],
  [
    'copy-one',
    'it is called otherwise',
    { holds: { 'cart/Dist/a': '' }, line: 3, fix: /^did you mean Dist\? / },
  ],
  [
    'copy-several',
    'it stands elsewhere',
    { holds: { 'cart/lib/lib.js': '' }, line: 3, fix: /^did you mean lib\/lib\.js\? / },
  ],
  [
    'copy-several',
    'its first letter is missing',
    { holds: { 'cart/rc/lib.js': '' }, line: 3, fix: /^did you mean rc\/lib\.js\? / },
  ],
  [
    'copy-pattern',
    'nothing matches',
    { line: 2, problem: /cart\/build is not in the commit/, fix: /git add --force cart\/build/ },
  ],
  [
    'copy-folder-and-slash',
    'the folder is not tracked',
    { line: 2, problem: /cart\/web\/public is not/, fix: /path: cart\/web\/public,/ },
  ],
  [
    'add-one',
    'git does not track it',
    { line: 2, problem: /cart\/conf\.tar\.gz is not/, fix: /git add --force cart\/conf\.tar\.gz/ },
  ],
  [
    'bind-mount',
    'its source is not tracked',
    {
      line: 3,
      problem: /cart\/conf\/settings\.json is not/,
      fix: /git add --force cart\/conf\/settings\.json/,
    },
  ],
  [
    'copy-from-stage',
    'a stage does not make it',
    {
      line: 4,
      problem: 'cart could not be built: build holds no /out/server',
      fix: /^docker build --file cart\/Dockerfile --target build cart {3}shows/,
    },
  ],
  [
    'run-cat',
    'nobody copies it',
    {
      holds: { 'cart/lib/data.txt': '' },
      line: 3,
      problem: 'cart/lib/data.txt is not in the context of cart',
      fix: copy(3, 'COPY lib/data.txt lib/data.txt'),
    },
  ],
  [
    'run-shell-script',
    'nobody copies it',
    {
      holds: { 'cart/scripts/build.sh': '' },
      line: 4,
      fix: copy(4, 'COPY scripts/build.sh scripts/build.sh'),
    },
  ],
  [
    'run-exec-form',
    'nobody copies it',
    {
      holds: { 'cart/scripts/build.sh': '' },
      line: 3,
      fix: copy(3, 'COPY scripts/build.sh scripts/build.sh'),
    },
  ],
  [
    'run-sh-open',
    'nobody copies it',
    {
      holds: { 'cart/scripts/build.sh': '' },
      line: 3,
      fix: copy(3, 'COPY scripts/build.sh scripts/build.sh'),
    },
  ],
  [
    'run-source',
    'nobody copies it',
    { holds: { 'cart/scripts/env.sh': '' }, line: 3, fix: copy(3, 'COPY scripts/env.sh scripts/env.sh') },
  ],
  [
    'run-node-require',
    'nobody copies it',
    { holds: { 'cart/lib.js': '' }, line: 5, fix: copy(5, 'COPY lib.js lib.js') },
  ],
  [
    'run-node-import',
    'nobody copies it',
    { holds: { 'cart/lib/part.mjs': '' }, line: 4, fix: copy(4, 'COPY lib/part.mjs lib/part.mjs') },
  ],
  [
    'run-node-script',
    'nobody copies it',
    { holds: { 'cart/main.js': '' }, line: 3, fix: copy(3, 'COPY main.js main.js') },
  ],
  [
    'run-node-read',
    'nobody copies it',
    { holds: { 'cart/config/app.json': '' }, line: 4, fix: copy(4, 'COPY config/app.json config/app.json') },
  ],
  [
    'run-python-open',
    'nobody copies it',
    { holds: { 'cart/data/words.txt': '' }, line: 4, fix: copy(4, 'COPY data/words.txt data/words.txt') },
  ],
  [
    'run-python-import',
    'a module that is a folder',
    {
      holds: { 'cart/shop/__init__.py': '' },
      line: 4,
      fix: copy(4, 'COPY shop/__init__.py shop/__init__.py'),
    },
  ],
  [
    'run-python-import',
    'a package without a beginning',
    { holds: { 'cart/shop/prices.py': '' }, line: 4, fix: copy(4, 'COPY shop shop/') },
  ],
  [
    'run-python-script',
    'nobody copies it',
    { holds: { 'cart/main.py': '' }, line: 3, fix: copy(3, 'COPY main.py main.py') },
  ],
  [
    'run-make',
    'nobody copies it',
    { holds: { 'cart/src/main.c': '' }, line: 4, fix: copy(4, 'COPY src/main.c src/main.c') },
  ],
  [
    'run-continued',
    'a command over two lines',
    { holds: { 'cart/lib/data.txt': '' }, line: 6, fix: copy(6, 'COPY lib/data.txt lib/data.txt') },
  ],
  [
    'run-in-subshell',
    'from another folder',
    {
      holds: { 'cart/web/package.json': '' },
      line: 3,
      fix: copy(3, 'COPY web/package.json web/package.json'),
    },
  ],
  [
    'run-cat',
    'nobody copies it, and an ignore file hides it',
    {
      holds: { 'cart/lib/data.txt': '', 'cart/.dockerignore': 'lib' },
      line: 3,
      fix: `${copy(3, 'COPY lib/data.txt lib/data.txt')}\nadd at the end of cart/.dockerignore:\n!lib/data.txt`,
    },
  ],
  [
    'run-cat',
    'nobody has it',
    { line: 3, problem: 'cart could not be built', fix: /^docker build --file cart\/Dockerfile/ },
  ],
  [
    'run-fails',
    'on its own account',
    { line: 2, problem: 'cart could not be built', why: '2 is not 3', fix: /^docker build/ },
  ],
  [
    'run-missing-program',
    'for want of a program',
    { holds: { 'cart/gradle/x': '' }, line: 2, problem: 'cart could not be built', fix: /^docker build/ },
  ],
  [
    'exec-format',
    '',
    { line: 4, code: 'platform-not-runnable', fault: 'caller', fix: /docker\/setup-qemu-action/ },
  ],
  [
    'exec-format-shell',
    '',
    { line: 4, code: 'platform-not-runnable', fault: 'caller', fix: /docker\/setup-qemu-action/ },
  ],
  [
    'secret-required',
    '',
    {
      line: 3,
      code: 'secret-not-given',
      fault: 'caller',
      problem: /the secret npm_token$/,
      fix: /services: \{ cart: \{ secrets: \{ npm_token: \{ env: NPM_TOKEN \} \} \} \}/,
    },
  ],
  ['secret-not-given', '', { line: 2, code: 'secret-not-given', fault: 'caller', fix: /npm_token/ }],
  [
    'base-unknown',
    '',
    {
      line: 1,
      code: 'base-image-not-pulled',
      fault: 'caller',
      problem: /127\.0\.0\.1:5999\/shop\/base:1 could not be pulled$/,
      fix: /correct the name or the tag in FROM/,
    },
  ],
  [
    'base-unauthorised',
    '',
    { line: 1, code: 'base-image-not-pulled', fault: 'world', fix: /^docker login 127\.0\.0\.1:5998/ },
  ],
  [
    'base-host-unknown',
    '',
    {
      line: 1,
      code: 'base-image-not-pulled',
      fault: 'world',
      fix: /^check that registry\.invalid is reached/,
    },
  ],
  [
    'base-refused',
    '',
    { line: 1, code: 'base-image-not-pulled', fault: 'world', fix: /^check that 127\.0\.0\.1:1 is reached/ },
  ],
  ['disk-full', '', { line: 2, code: 'disk-full', fault: 'world', fix: /^docker builder prune/ }],
  [
    'network-wget',
    '',
    {
      line: 2,
      code: 'network-in-build',
      fault: 'world',
      why: "bad address 'deb.invalid'",
      fix: /run it again/,
    },
  ],
  [
    'network-node',
    '',
    {
      line: 2,
      code: 'network-in-build',
      fault: 'world',
      why: 'ENOTFOUND registry.invalid',
      fix: /run it again/,
    },
  ],
  [
    'network-refused',
    '',
    { line: 2, code: 'network-in-build', fault: 'world', why: 'ECONNREFUSED', fix: /run it again/ },
  ],
]

describe.each(ENGINES)('a build that failed, as %s tells it', (engine) => {
  test.each(table)(
    '%s: %s',
    async (title, _, { holds, line, code = 'build-failed', fault = 'thing', ...expected }) => {
      const found = await explain(engine, title, holds)
      expect({ code: found.code, fault: found.fault, line: found.at?.line }).toEqual({
        code,
        fault,
        line: line ?? undefined,
      })
      for (const key of ['problem', 'why', 'fix'] as const) {
        const text = expected[key]
        if (typeof text === 'string' && key === 'why') expect(found.why).toContain(text)
        else if (typeof text === 'string') expect(found[key]).toBe(text)
        else if (text) expect(found[key]).toMatch(text)
      }
      expect(found.problem).not.toContain('\n')
      expect(found.why).toMatch(/(?:the stage|the last stage)[\s\S]* ended with:\n./)
      expect(found.at?.file).toBe('cart/Dockerfile')
      expect(cases[title].dockerfile.split('\n')[(found.at?.line ?? 0) - 1]).toBe(found.at?.text)
    },
  )

  test('every case is one that is expected here', () => {
    expect([...(OUTPUTS.get(engine)?.keys() ?? [])].sort()).toEqual(Object.keys(cases).sort())
    expect(new Set(table.map(([title]) => title))).toEqual(new Set(Object.keys(cases)))
  })

  test('a context that is a folder beside the service’s own is named', async () => {
    const holds = { Dockerfile: cases['copy-one'].dockerfile, 'cart/dist/a.js': '' }
    const found = await explain(engine, 'copy-one', holds, {
      context: '.',
      dockerfile: 'Dockerfile',
      path: '.',
    })
    expect(found.fix).toMatch(/^did you mean cart\/dist\?/)
  })

  test('tests that could not reach something failed, and nothing else is known', async () => {
    const objects = memoryTree({ 'cart/Dockerfile': cases['network-node'].dockerfile })
    const lines = OUTPUTS.get(engine)?.get('network-node') ?? []
    const found = await buildFailed({ service: CART }, 'test', lines, { objects, root: objects.root })
    expect(found).toMatchObject({ code: 'tests-failed', fault: 'thing', at: { line: 2 } })
  })

  test('a Dockerfile in a compose file: the line is that file’s', async () => {
    const inline = cases['run-cat'].dockerfile
    const compose = `services:\n  cart:\n    build:\n      dockerfile_inline: |\n${inline.replace(/^/gm, '        ')}`
    const found = await explain(
      engine,
      'run-cat',
      { 'compose.yaml': compose, 'cart/lib/data.txt': '' },
      { inline, dockerfile: 'compose.yaml' },
    )
    expect(found.at).toMatchObject({ file: 'compose.yaml', line: 7 })
  })
})

describe('a file that a step misses', () => {
  const missed = async (instructions: string, said: string, holds: Files) => {
    const dockerfile = `FROM base\n${instructions}\nRUN ./run\n`
    const objects = memoryTree({ 'cart/Dockerfile': dockerfile, ...holds })
    const lines = [
      '#5 [3/3] RUN ./run',
      `#5 0.1 ${said}`,
      '#5 ERROR: process "/bin/sh -c ./run" did not complete successfully: exit code: 1',
    ]
    const { fix } = await buildFailed({ service: CART }, 'image', lines, { objects, root: objects.root })
    return fix.split('\n')[1] ?? fix
  }

  test.each<[string, string, string, Files, string]>([
    [
      'in a folder that was copied under another name',
      'COPY web/src /app/src',
      'open /app/public/a.html: no such file or directory',
      { 'cart/web/src/a': '', 'cart/public/a.html': '' },
      'docker build',
    ],
    [
      'beside a file that was copied under another path',
      'COPY web/package.json /app/',
      "ENOENT: no such file or directory, open '/app/tsconfig.json'",
      { 'cart/web/tsconfig.json': '' },
      'COPY web/tsconfig.json /app/tsconfig.json',
    ],
    [
      'below the folder that a variable names',
      'ENV HOME=/srv\nWORKDIR $HOME/app',
      'cat: /srv/app/a.txt: No such file or directory',
      { 'cart/a.txt': '' },
      'COPY a.txt a.txt',
    ],
    [
      'below folders that stand in each other',
      'WORKDIR /srv\nWORKDIR app',
      'cat: /srv/app/a.txt: No such file or directory',
      { 'cart/a.txt': '' },
      'COPY a.txt a.txt',
    ],
    [
      'where the base image alone knows the folder',
      'RUN true',
      'cat: conf/a.txt: No such file or directory',
      { 'cart/conf/a.txt': '' },
      'COPY conf/a.txt conf/a.txt',
    ],
    [
      'with a blank in its name',
      'WORKDIR /app',
      "cat: can't open 'my file.txt': No such file or directory",
      { 'cart/my file.txt': '' },
      'COPY ["my file.txt","my file.txt"]',
    ],
    [
      'that is a folder',
      'WORKDIR /app',
      "ls: cannot access 'conf': No such file or directory",
      { 'cart/conf/a': '' },
      'COPY conf conf/',
    ],
    [
      'above the context',
      'WORKDIR /app',
      'cat: ../shared/a.txt: No such file or directory',
      { 'shared/a.txt': '' },
      'docker build',
    ],
    [
      'that was copied, and removed again',
      'WORKDIR /app\nCOPY a.txt .\nRUN rm a.txt',
      'cat: a.txt: No such file or directory',
      { 'cart/a.txt': '' },
      'docker build',
    ],
    [
      'that COPY . takes along but for an ignore file',
      'WORKDIR /app\nCOPY . .',
      'cat: a.txt: No such file or directory',
      { 'cart/a.txt': '', 'cart/.dockerignore': '*.txt' },
      '!a.txt',
    ],
  ])('%s', async (_, instructions, said, holds, line) => {
    const found = await missed(instructions, said, holds)
    expect(line === 'docker build' ? found.slice(0, 12) : found).toBe(line)
  })
})

test('a service that copies what git does not track is told where, and what to declare', async () => {
  const objects = memoryTree({
    'cart/Dockerfile': 'FROM base\nCOPY dist/app.js /\n',
    'cart/.dockerignore': '',
  })
  const untracked = [{ reason: 'untracked-source', detail: 'dist/app.js', line: 2 }]
  const image = { inputs: { untracked } } as unknown as Parameters<typeof notBuildable>[0]['image']
  expect(await notBuildable({ service: CART, image }, { objects, root: objects.root })).toMatchObject({
    code: 'untracked-source',
    fault: 'caller',
    fix: expect.stringContaining('- { path: cart/dist/app.js, from: [cart/src/**] }'),
    at: { file: 'cart/Dockerfile', line: 2, text: 'COPY dist/app.js /' },
  })
})

describe('a stage for tests', () => {
  const tests = (...kinds: readonly { readonly stage: string; readonly reports: string | null }[]) => ({
    fingerprint: null,
    kinds: kinds.map((one) => ({ kind: 'stage' as const, stageInputs: {} as StageInputs, ...one })),
  })
  const objects = memoryTree({ 'cart/Dockerfile': 'FROM scratch AS unit\n' })
  const ended = (planned: object, lines: readonly string[]) =>
    buildFailed({ service: CART, ...planned } as Failing, 'test', lines, { objects, root: objects.root })

  test.each([
    ['today', 'failed to calculate checksum of ref abc::def: "/reports": not found'],
    ['with docker 20.10', '"/reports" not found: not found'],
  ])('that leaves no folder for its reports is told so, %s', async (_, error) => {
    const problem = await ended({ test: tests({ stage: 'unit', reports: '/reports' }) }, [
      '#6 [stagger-reports 1/1] COPY --from=0 [/reports, /]',
      `#6 ERROR: ${error}`,
    ])
    expect(problem).toMatchObject({
      code: 'test-reports',
      problem: "nobody can say whether cart's tests passed",
    })
    expect(problem.why).toBe('reports names /reports, and the stage unit left no JUnit XML there')
    expect(problem.fix).not.toMatch(/git add/)
  })

  test.each([
    [[], 'test'],
    [['unit'], 'unit'],
    [['lint', 'unit'], 'unit'],
    [['lint', 'types'], 'lint'],
  ])('is told by its name: of %j it is %s', async (stages, name) => {
    const kinds = stages.map((stage) => ({ stage, reports: null }))
    const problem = await ended({ test: tests(...kinds) }, [
      '#6 [unit 2/2] RUN npm test',
      '#6 ERROR: exit code: 1',
    ])
    expect(problem.why).toMatch(`the stage ${name} of cart/Dockerfile ended with:`)
    expect(problem.fix).toMatch(`--target ${name} `)
  })
})
