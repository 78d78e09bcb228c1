import * as v from 'valibot'
import { TEST_STAGE, type TestKind } from '../tests/kinds.js'
import { list, path, told, value } from './forms.js'
import { normal } from './normal.js'

/** No pattern, no variable, nothing to quote: it goes into an instruction of a Dockerfile. */
const reports = v.pipe(
  v.string('reports must be a path'),
  v.regex(
    /^(?!.*\/\.\.?(?:\/|$))(?:\/[\w@+,.-]+)+\/?$/,
    'reports is a folder in the stage or the container: a path that begins with /, of letters, digits and . _ - + @ ,',
  ),
  told('The folder, in the stage or the container, that holds JUnit’s XML afterwards.'),
)

const filled = (what: string) =>
  v.pipe(v.string(`${what} must be a text`), v.nonEmpty(`${what} must not be empty`))

const FORMS =
  'test is { stage: NAME }, { command: [npm, test] }, { compose: FILE, service: NAME }, a list of these, or false'

const fields = v.strictObject(
  {
    stage: v.optional(
      v.pipe(filled('stage'), told('A stage of its Dockerfile, which passes where it can be built.')),
    ),
    command: v.optional(
      v.pipe(
        list('command', v.string('each word of the command is a text; put quotes around a number')),
        v.minLength(1, 'command names a program: [npm, test]'),
        told('A program, and its arguments, that runs in the built image. A shell is [sh, -c, "…"].'),
      ),
    ),
    compose: v.optional(v.pipe(path('compose'), told('A compose file, for tests that need neighbours.'))),
    service: v.optional(
      v.pipe(
        filled('service'),
        told(
          'The service of the compose file whose exit code decides. It is started with what it depends on.',
        ),
      ),
    ),
    env: v.optional(
      v.pipe(
        v.record(
          v.pipe(v.string(), v.regex(/^[^=\s]+$/, 'the name of a variable holds no = and no space')),
          value,
          'env must be a map: { NAME: "value" }',
        ),
        told('Variables for the command.'),
      ),
    ),
    inputs: v.optional(
      v.pipe(
        list('inputs', path('inputs')),
        told(
          'The files that the command, or the compose tests, read besides: paths and patterns. No others are there.',
        ),
      ),
    ),
    reports: v.optional(reports),
  },
  FORMS,
)

type Fields = v.InferOutput<typeof fields>

const kindsIn = ({ stage, command, compose }: Fields): number =>
  [stage, command, compose].filter((one) => one !== undefined).length

const oneTest = v.pipe(
  fields,
  v.check((one) => kindsIn(one) < 2, `one test is of one kind: ${FORMS}`),
  v.check((one) => kindsIn(one) > 0 || one.reports !== undefined, FORMS),
  v.check(
    ({ compose, service }) => compose === undefined || service !== undefined,
    'compose needs service: the service of the compose file whose exit code decides',
  ),
  v.check(
    ({ compose, service }) => compose !== undefined || service === undefined,
    'service belongs to compose: the file that it stands in',
  ),
  v.check(
    ({ command, env }) => env === undefined || command !== undefined,
    'env belongs to command; a compose file says its variables itself',
  ),
  v.check(
    ({ command, compose, inputs }) => inputs === undefined || (command ?? compose) !== undefined,
    'inputs belong to command or compose; a stage reads what its instructions copy',
  ),
)

/** The `test:` of a service. */
export const testSettings = v.pipe(
  v.union([v.literal(false), oneTest, v.pipe(v.array(oneTest), v.minLength(1))], FORMS),
  told(
    'How it is tested: in a stage, by a command in the built image, by a compose file, or in several of these ways. By default in the stage named test, if there is one. false: not at all, on purpose.',
  ),
)

type TestSettings = v.InferOutput<typeof testSettings>

/** Undefined where nothing is said. */
export const testKinds = (settings: TestSettings | undefined): readonly TestKind[] | undefined => {
  if (settings === undefined) return undefined
  if (settings === false) return []
  return (Array.isArray(settings) ? settings : [settings]).map(testKind)
}

const testKind = ({ stage = TEST_STAGE, command, compose, service = '', ...rest }: Fields): TestKind => {
  const reports = rest.reports?.replace(/\/$/, '') ?? null
  const inputs = rest.inputs?.map(normal) ?? []
  if (compose !== undefined) return { kind: 'compose', file: normal(compose), service, inputs, reports }
  if (command === undefined) return { kind: 'stage', stage, reports }
  const env = Object.entries(rest.env ?? {}).map(([name, text]) => [name, String(text)])
  return { kind: 'command', command, env: Object.fromEntries(env), inputs, reports }
}
