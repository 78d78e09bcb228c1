// Dockerfiles that nobody would write, for fast-check: every rule that decides what a COPY reads, mixed.
import fc from 'fast-check'

const pick = (...values) => fc.constantFrom(...values)
const name = pick('A', 'B', 'C', 'TARGETOS', 'PATH')
const stage = pick('one', 'two', 'Three', 'test')
const path = pick(
  ...[
    'a.txt',
    'b.md',
    'src',
    'src/x.js',
    './src/../test',
    '../a.txt',
    '/src',
    'src/',
    '.',
    '/',
    'a b',
    '*.md',
  ],
  ...[
    's*',
    '*/x.js',
    '**/x.js',
    'sr?/x.js',
    'arr[[]0].txt',
    'arr[0].txt',
    '[a-c]*',
    '[^a]*',
    'src/*/y.js',
    'nothing',
  ],
  ...[
    'src/./deep',
    'src/./x.js',
    '/./src',
    'src/**',
    '**',
    '**/*.md',
    'src/**/y.js',
    '*/./x.js',
    './src/./deep/**',
  ],

  ...[
    'link',
    'link/x.js',
    'deeplink/y.js',
    'l*',
    'github.com/x',
    'git@host:x',
    'https://host/x',
    'https://host/x.git',
    'https://github.com/x/y.git#main:sub',
    'git://host/x',
    'ssh://git@host/x',
    'github.com/x/y.git',
    'host.x:y.git',
    'ä/ö',
    'x\\ y',
    '""',
  ],
)
const modifier = fc.oneof(
  fc
    .tuple(pick(':-', '-', ':+', '+', '?', ':?'), fc.oneof(path, pick('', '$A', '${B:-src}')))
    .map((two) => two.join('')),
  fc
    .tuple(pick('#', '##', '%', '%%'), pick('*', 's', 's*', '*.', '?', '\\*', "'*'", '/*', '\\}'))
    .map((two) => two.join('')),
  fc
    .tuple(pick('/', '//'), pick('s', '*', '.', 't*', '\\/', ''), pick('t', '', '$A'))
    .map(([mark, from, to]) => `${mark}${from}/${to}`),
)
const variable = fc.oneof(
  { weight: 6, arbitrary: name.map((one) => `$${one}`) },
  pick('${A:#x}', '${A!}', '${', '${A/x}'),
  { weight: 6, arbitrary: fc.tuple(name, modifier).map(([one, two]) => `\${${one}${two}}`) },
)
const quoted = fc
  .tuple(fc.oneof(path, variable), pick('"', "'", '', '', ''))
  .map(([text, quote]) => quote + text + quote)
const word = fc.oneof(
  { weight: 4, arbitrary: quoted },
  variable,
  fc.tuple(variable, path).map((two) => two.join('/')),
  fc.tuple(pick('s', 'sr', 'a.'), variable).map((two) => two.join('')),
)
const assignment = fc
  .tuple(name, fc.oneof(word, pick('src', 'test', 'a.txt', 'one', '')))
  .map(([one, two]) => `${one}=${two}`)

const copyFlag = fc.oneof(
  stage.map((one) => `--from=${one}`),
  pick(
    '--from=0',
    '--from=1',
    '--from=image',
    '--from=',
    '--chown=1:1',
    '--link',
    '--chmod=755',
    '--from=ctx',
    '--from=node',
    '--parents',
    '--parents',
    '--parents=false',
    '--parents=true',
    '--exclude=*.md',
    '--exclude=src',
    '--exclude=deep',
    '--exclude=**/x.js',
    '--exclude=**',
    '--exclude=!x.js',
    '--exclude=./src/../deep',
    '--exclude=$A',
    '--from="one"',
    '--',
    '--from=\\one',
  ),
)
/** BuildKit refuses a flag that is given twice, but for mounts. */
const flags = (flag, once = true) =>
  fc
    .uniqueArray(flag, { maxLength: 2, selector: (one) => (once ? one.split('=')[0] : one) })
    .map((all) => all.map((one) => `${one} `).join(''))
const keyword = (text) => pick(text, text, text, text.toLowerCase())
const heredoc = pick('<<EOF', '<<-EOF', '<<"EOF"', '<< EOF', "<<'E'OF", '3<<EOF', '<<E\\OF')
const body = pick('COPY b.md /', '\tEOF', 'text', '$A', '')
const line = (parts) => fc.tuple(...parts).map((all) => all.join(''))
const plainCopy = line([
  keyword('COPY'),
  pick(' ', '  ', '\t'),
  flags(copyFlag),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
  pick(' /', ' /x/'),
])
const jsonCopy = fc
  .tuple(flags(copyFlag), fc.array(word, { minLength: 1, maxLength: 2 }))
  .map(([flag, words]) => `COPY ${flag}${JSON.stringify([...words, '/x/'])}`)
const heredocCopy = fc
  .tuple(word, heredoc, body)
  .map(([one, start, text]) => `COPY ${one} ${start} /x/\n${text}\nEOF`)
const heredocRun = fc
  .tuple(pick('cat', "it's", 'echo "', 'echo ${A[0]}', 'echo $((1<<2))', 'x'), heredoc, body)
  .map(([one, start, text]) => `RUN ${one} ${start}\n${text}\nEOF`)
const add = line([
  keyword('ADD'),
  pick(' ', ' --chown=1 ', ' --checksum=sha256:0 ', ' --unpack '),
  word,
  pick(' /x/'),
])
const mountField = fc.oneof(
  pick(
    'type=bind',
    'type=BIND',
    'type=cache',
    'type=tmpfs',
    'type=$A',
    'type=secret,id=x',
    'ro',
    'rw',
    'from=',
    'from=image',
    'from=0',
    'from=ctx',
    'from=node',
    '"source=a b"',
    '"src=a,b"',
    '"source=s""rc"',
    'source="src"',
    ' source=src',
    'source=',
    'src=/',
  ),
  stage.map((one) => `from=${one}`),
  fc.tuple(pick('source', 'src', 'Source'), word).map((two) => two.join('=')),
)
const mount = fc
  .tuple(fc.array(mountField, { maxLength: 3 }), pick('"', '', ''))
  .map(([all, quote]) => `--mount=${quote}${[...all, 'target=/m'].join(',')}${quote}`)
const run = fc.tuple(flags(mount, false), pick('x', '["x"]')).map(([one, two]) => `RUN ${one}${two}`)
const arg = fc
  .tuple(keyword('ARG'), fc.array(fc.oneof(assignment, name), { minLength: 1, maxLength: 2 }))
  .map(([word, all]) => `${word} ${all.join(' ')}`)
const env = fc.oneof(
  fc.array(assignment, { minLength: 1, maxLength: 2 }).map((all) => `ENV ${all.join(' ')}`),
  fc.tuple(name, word).map(([one, two]) => `ENV ${one} ${two}`),
  fc.tuple(name, word).map(([one, two]) => `ENV $${one}=${two}`),
)
const step = fc.oneof(
  { weight: 5, arbitrary: plainCopy },
  jsonCopy,
  heredocCopy,
  heredocRun,
  add,
  { weight: 2, arbitrary: run },
  { weight: 2, arbitrary: arg },
  { weight: 2, arbitrary: env },
)
const onbuild = fc.oneof(plainCopy, run, arg, env).map((one) => `ONBUILD ${one}`)
const comment = pick('# COPY b.md /', '', '   ', '\t# x')

const base = fc.oneof(
  { weight: 8, arbitrary: pick('scratch', 'node', 'one', 'one', 'two') },

  pick('scratch', 'node', 'alpine:3', 'ctx', 'node:latest', 'docker.io/library/node'),
  stage.map((one) => one.toLowerCase()),
  variable,
  pick('${A:-one}', '$A$TARGETVARIANT', 'one$TARGETVARIANT', 'image-$TARGETARCH'),
)
const from = fc
  .tuple(pick('', '', '--platform=$BUILDPLATFORM '), base, fc.option(stage, { freq: 3 }))
  .map(([platform, image, as]) => `FROM ${platform}${image}${as ? ` AS ${as}` : ''}`)
const oneStage = fc
  .tuple(from, fc.array(fc.oneof({ weight: 12, arbitrary: step }, onbuild, comment), { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest])

/** Breaks some lines in two, at a blank. */
const broken = (text, where, token, filler) => {
  const at = text.indexOf(' ', where)
  return at < 0 || text.includes('\n') ? text : `${text.slice(0, at)} ${token}${filler}\n${text.slice(at)}`
}
const first = fc
  .tuple(pick('FROM scratch AS one', 'FROM node AS one', 'FROM scratch'), fc.array(step, { maxLength: 4 }))
  .map(([top, rest]) => [top, ...rest])
const allLines = fc
  .tuple(fc.array(arg, { maxLength: 3 }), first, fc.array(oneStage, { maxLength: 3 }))
  .map(([globals, one, more]) => [...globals, ...one, ...more.flat()])

const dockerfile = fc
  .tuple(
    pick(
      '',
      '',
      '',
      '# escape=`\n',
      '# syntax=docker/dockerfile:1\n',
      '# hi\n# escape=`\n',
      '\uFEFF',
      '#!x\n',
    ),
    allLines,
    fc.array(fc.tuple(fc.nat(30), fc.nat(20), pick('', ' ', '\t', '\n\n# c')), { maxLength: 2 }),
    pick('\n', '\n', '\n', '\r\n'),
  )
  .map(([top, lines, breaks, end]) => {
    const token = top === '# escape=`\n' ? '`' : '\\'
    const text = [...lines]
    for (const [index, where, filler] of breaks)
      if (text[index] !== undefined) text[index] = broken(text[index], where, token, filler)
    return top + text.join('\n').replaceAll('\n', end)
  })

const buildArguments = fc.dictionary(
  fc.constantFrom('A', 'B', 'TARGETOS'),
  pick('src', 'test', 'one', 'b.md'),
  { maxKeys: 2 },
)
const target = pick('', '', '', '', '', '', '', '', 'one')

/** Named contexts: a folder or something from elsewhere, under names that nothing else has, a stage has, or an image. */
const contexts = fc.oneof(
  fc.constant({}),
  fc.dictionary(pick('ctx', 'node', 'one', 'image', 'test'), pick('folder', 'folder', 'remote'), {
    maxKeys: 2,
  }),
)

/** The same cases for the same seed. */
export const sampleCases = (numRuns, seed) =>
  fc.sample(fc.record({ text: dockerfile, args: buildArguments, target, contexts }), { numRuns, seed })
