// node test/judge/fuzz.mjs [GIT_DIR…] [--minutes N] [--seed S]: whatever the Dockerfile or the ignore file says, reading it
// ends soon, with an answer or with a problem that people can read. Random bytes; Dockerfiles and ignore files by grammar;
// those of the histories of GIT_DIR, broken; and one piece again and again, to find what takes longer than its length.
import '../typescript/register.mjs'
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { sampleCases } from './dockerfiles.mjs'
import { memoryTree } from './memory-tree.mjs'

const { decode } = await import('../../src/catalog/text.js')
const { openContext } = await import('../../src/catalog/context.js')
const { contextReader } = await import('../../src/catalog/context-reader.js')
const { PLAIN } = await import('../../src/catalog/service.js')
const { segmentPattern } = await import('../../src/catalog/match.js')
const { serviceInputs } = await import('../../src/catalog/stage-inputs.js')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: `${Date.now()}` } },
})
const seed = Number(values.seed)
const end = Date.now() + Number(values.minutes) * 60_000

/** What a call may take of the processor, in ms: a part that any call may take, and one for each character. */
const allowed = (length) => 200 + length / 50

const long = (name) => name.repeat(60)
const tree = memoryTree({
  'a.txt': '1',
  'src/x.js': '2',
  'src/deep/y.js': '3',
  [long('a')]: '4',
  [Array(60).fill('a').join('/')]: '5',
  [`${long('ab')}/${long('-')}`]: '6',
  link: { link: 'src' },
  circle: { link: 'circle' },
})

const readDockerfile = async (text, files = tree) => {
  const service = { ...PLAIN, name: 'x', path: '.', dockerfile: 'D', context: '.', inline: text }
  await serviceInputs(service, files, files.root, contextReader(files, files.root))
}
const readIgnores = async (text) => {
  // A tree of its own: what was read once is not read again.
  await openContext({ ...tree }, '.', tree.root, text).all()
}
const match = async (text) => {
  const [pattern = '', name = ''] = text.split('\n')
  segmentPattern(pattern)(name.replaceAll('/', ''))
}
const TARGETS = { dockerfile: readDockerfile, ignore: readIgnores, pattern: match }

const found = []
const calls = Object.fromEntries(Object.keys(TARGETS).map((name) => [name, 0]))
const slowest = { ratio: 0 }
let refused = 0

const attempt = async (target, text, where) => {
  calls[target]++
  const begin = process.cpuUsage()
  try {
    await TARGETS[target](text)
  } catch (error) {
    if (error.name !== 'StaggerError')
      found.push({
        target,
        where,
        error: `${error.stack}`
          .replace(/(.{80}).*/g, '$1')
          .split('\n', 5)
          .join('\n'),
        text,
      })
    else refused++
  }
  const { user, system } = process.cpuUsage(begin)
  const took = (user + system) / 1000
  const ratio = took / allowed(text.length)
  if (ratio > slowest.ratio) Object.assign(slowest, { ratio, target, where, took, length: text.length })
  if (ratio > 1)
    found.push({ target, where, error: `${Math.round(took)} ms for ${text.length} characters`, text })
}

/** Every version of a Dockerfile or an ignore file that a history holds. */
const versionsIn = (directory) => {
  const git = (...args) => execFileSync('git', ['-C', directory, ...args], { maxBuffer: 1 << 30 })
  const listed = git(
    'log',
    '--all',
    '--raw',
    '--no-abbrev',
    '--format=',
    '--',
    '*ockerfile*',
    '*.dockerignore',
  )
  const ids = new Map(
    [...listed.toString().matchAll(/^:\d+ \d+ \w+ (\w+) \w\S*\t(.*)$/gm)].map(([, id, path]) => [id, path]),
  )
  return [...ids]
    .filter(([id]) => !/^0+$/.test(id))
    .map(([id, path]) => [path.includes('dockerignore') ? 'ignore' : 'dockerfile', id, directory])
}
const textOf = ([target, id, directory]) => [
  target,
  decode(execFileSync('git', ['-C', directory, 'cat-file', 'blob', id])),
]

const PIECES = [
  ...[
    '\n',
    '\\\n',
    '`\n',
    '\r\n',
    '\\',
    '"',
    "'",
    '$',
    '${',
    '}',
    '${A:-',
    '${A#',
    '${A//',
    '<<',
    '<<E',
    '<<-E\n',
    'E\n',
  ],
  ...[
    '#',
    '# escape=`\n',
    '[',
    ']',
    '["',
    '",',
    '!',
    '**',
    '**/',
    '*',
    '/',
    '../',
    '/./',
    '--from=',
    '--parents ',
    '\t',
    ' ',
  ],
  ...[
    'FROM a\n',
    'FROM a AS b\n',
    'COPY ',
    'RUN --mount=',
    'ONBUILD ',
    'ARG A=',
    'ENV A=',
    'A',
    '$A',
    ',',
    '=',
    ':',
    '\0',
    '\uFEFF',
  ],
  ...['a', 'a*', '*a', '?', '[a-', '^', '-', '😀', '\udce4', '\u2028', '{', '{"syntax":', '//'],
]

const random = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map(decode),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join('')),
)

/** One piece, or two, very often; before and after them whatever makes them count. */
const HEADS = [
  '',
  'FROM a\nCOPY ',
  'FROM a\nRUN ',
  'FROM a\nENV A=aa\n',
  'FROM a\nRUN --mount=',
  'FROM a\nCOPY --exclude=',
  'FROM a\nCOPY --parents ',
  'ARG A=',
  'FROM a\nARG A=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nCOPY ${A#',
]
const repeated = fc
  .record({
    head: fc.constantFrom(...HEADS),
    pieces: fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 3,
    }),
    times: fc.constantFrom(10, 100, 1000, 5000, 20_000),
    tail: fc.constantFrom('', '\n', ' /', 'x', '}', '"', '\nCOPY $A /', '\nb', ` /\n${long('a')}`),
  })
  .map(({ head, pieces, times, tail }) => head + pieces.join('').repeat(times) + tail)

const broken = (texts) =>
  fc
    .record({
      text: fc.constantFrom(...texts),
      edits: fc.array(fc.record({ at: fc.nat(), cut: fc.nat(8), put: fc.constantFrom('', ...PIECES) }), {
        maxLength: 6,
      }),
    })
    .map(({ text, edits }) =>
      edits.reduce((one, { at, cut, put }) => {
        const place = at % (one.length + 1)
        return one.slice(0, place) + put + one.slice(place + cut)
      }, text),
    )

const versions = positionals.flatMap(versionsIn)
const real = { dockerfile: [], ignore: [] }
for (const version of versions.slice(0, 3000)) {
  const [target, text] = textOf(version)
  real[target].push(text)
  await attempt(target, text, 'history')
}

const sources = [
  ['grammar', 'dockerfile', null],
  ...Object.keys(TARGETS).flatMap((target) => [
    ['random', target, random],
    ['repeated', target, repeated],
  ]),
  ...Object.entries(real).flatMap(([target, texts]) =>
    texts.length > 0 ? [['broken', target, broken(texts)]] : [],
  ),
]

/** Each piece behind each head, as long as a line may be. */
const everyRepetition = async () => {
  for (const head of HEADS)
    for (const piece of PIECES)
      for (const tail of ['', '\n', ' x /\n', '} /\n', 'b} /\n', '/x} /\n'])
        for (const target of Object.keys(TARGETS))
          await attempt(target, head + piece.repeat(60_000 / piece.length) + tail, 'every')
}
await everyRepetition()

const samples = (where, arbitrary, from) => {
  if (!arbitrary) return sampleCases(50, from).map(({ text }) => text)
  return fc.sample(arbitrary, { numRuns: where === 'repeated' ? 5 : 50, seed: from })
}

for (let round = 0; Date.now() < end && found.length < 20; round++)
  for (const [where, target, arbitrary] of sources)
    for (const text of samples(where, arbitrary, seed + round)) await attempt(target, text, where)

const total = Object.values(calls).reduce((one, other) => one + other, 0)
process.stdout.write(
  `seed ${seed}: ${total} calls ${JSON.stringify(calls)}, ${versions.length} versions, ${refused} refused\n`,
)
process.stdout.write(`the slowest of all, by what its length allows: ${JSON.stringify(slowest)}\n`)
process.stdout.write(`\nfaults: ${found.length}\n`)
/** One of each kind: the shortest text with that fault, by how it begins. */
const kinds = new Map(
  found
    .sort((a, b) => b.text.length - a.text.length)
    .map((one) => [
      `${one.target} ${one.error.slice(0, 20).replace(/\d+/g, '')} ${one.text.slice(0, 24)}`,
      one,
    ]),
)
for (const { target, where, error, text } of [...kinds.values()].slice(0, 40))
  process.stdout.write(
    `  ${target}, ${where}: ${error}\n    ${JSON.stringify(text.length > 120 ? `${text.slice(0, 90)} … ${text.slice(-20)}` : text)}\n`,
  )
process.exitCode = found.length > 0 ? 1 : 0
