import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ACTIONS as CLOUD_ACTIONS, policyFor } from '../src/ecs/policy.js'
import { stagger } from './cli/stagger.js'

/** What is written down is compared with what is there. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const below = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules'))
    .map((path) => join(folder, path))

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...['docs', 'actions', 'examples'].flatMap((folder) => below(folder, '.md')),
]
const ACTIONS = readdirSync(join(root, 'actions'))

/** A page without its blocks of code: what stands in them is no heading and no link. */
const prose = (page: string): string => read(page).replace(/^( *)```[\s\S]*?^\1```$/gm, '')

/** The text below a heading, up to the next heading of the same rank. */
const section = (text: string, heading: string): string => {
  const [rank] = heading.split(' ') as [string]
  const start = text.indexOf(`${heading}\n`)
  if (start < 0) return ''
  const rest = text.slice(start + heading.length)
  const end = rest.search(new RegExp(`^${rank} `, 'm'))
  return end < 0 ? rest : rest.slice(0, end)
}

/** The rows of the first table, without its head; each cell as written. */
const rows = (text: string): string[][] => {
  const [table = ''] = /^(?:\|.*\n)+/m.exec(text) ?? []
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const code = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text as string)

describe('links', () => {
  const slug = (heading: string): string =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-')
  const anchors = (page: string): string[] =>
    [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading as string))

  const isBroken = (page: string, link: string): boolean => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(root, target))) return true
    return anchor !== undefined && !anchors(target).includes(anchor)
  }

  test.each(PAGES)('each relative one of %s leads somewhere', (page) => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string)
    const relative = links.filter((link) => !/^[a-z]+:/.test(link))
    expect(relative.filter((link) => isBroken(page, link))).toEqual([])
  })
})

describe('the README', () => {
  const readme = read('README.md')

  test('is short enough to be read', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(300)
  })

  test('has the two lines that set everything up', () => {
    const lines = readme.split('\n')
    expect(lines).toContain('npm ci && npm run demo -- --yes')
    expect(lines).toContain('npm ci && npm run setup -- --yes && npm test')
  })

  test('quotes messages that exist', () => {
    const sources = below('src', '.ts').map(read).join('\n')
    const quoted = rows(section(readme, '## Troubleshooting')).flatMap(([seen = '']) =>
      code(seen).filter((text) => !text.startsWith('docker ')),
    )
    const pieces = quoted.flatMap((text) => text.split('…').map((piece) => piece.trim()))
    expect(pieces.length).toBeGreaterThan(8)
    expect(pieces.filter((piece) => !sources.includes(piece))).toEqual([])
  })
})

test('every npm script that a page names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = PAGES.filter((page) => !page.startsWith('examples')).flatMap((page) =>
    [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name as string),
  )
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([])
})

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required: boolean; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
}
const actionFile = (name: string) => parse(read(`actions/${name}/action.yml`)) as Action

describe.each(ACTIONS)('the action %s', (name) => {
  const { inputs, outputs } = actionFile(name)
  const page = read(`actions/${name}/README.md`)

  test('has its inputs in its README, with their defaults', () => {
    const listed = rows(section(page, '## Inputs')).map(([input, otherwise = '']) => [
      code(input)[0],
      otherwise === 'required',
      code(otherwise)[0],
    ])
    const declared = Object.entries(inputs).map(([input, { required, default: value }], at) => [
      input,
      required,
      // Where action.yml has no default, the README says in words what is taken.
      value ?? listed[at]?.[2],
    ])
    expect(listed).toEqual(declared)
  })

  test('has its outputs in its README', () => {
    const listed = rows(section(page, '## Outputs')).map(([output]) => code(output)[0])
    expect(listed.toSorted()).toEqual(Object.keys(outputs).toSorted())
  })

  test('stands in the README of the project', () => {
    const row = rows(section(read('README.md'), '## Inputs and outputs')).find(
      ([action]) => code(action)[0] === name,
    )
    expect(code(row?.[1]).toSorted()).toEqual(Object.keys(inputs).toSorted())
    expect(code(row?.[2]).toSorted()).toEqual(Object.keys(outputs).toSorted())
  })

  test('says which permissions it needs', () => {
    expect(section(page, '## Permissions')).toMatch(/`contents: (?:read|write)`/)
  })
})

describe('docs/configuration.md has every setting of the schema, and no others', () => {
  interface Schema {
    readonly properties?: Readonly<Record<string, Schema>>
    readonly additionalProperties?: Schema | false
    readonly anyOf?: readonly Schema[]
    readonly items?: Schema
  }
  const page = read('docs/configuration.md')
  const { properties = {} } = JSON.parse(read('schema/stagger.schema.json')) as Schema
  const objectIn = (schema: Schema | false | undefined): Readonly<Record<string, Schema>> =>
    (schema && (schema.properties ?? schema.anyOf?.find((one) => one.properties)?.properties)) || {}
  const table = (head: string): string[] =>
    rows(page.slice(page.indexOf(`| ${head} |`))).map(([setting]) => code(setting)[0] as string)

  test('in the examples, at the top', () => {
    const shown = fenced('docs/configuration.md').flatMap((text) => Object.keys(parse(text)))
    expect(new Set(shown)).toEqual(new Set(Object.keys(properties)))
  })

  test.each([
    ['setting of an environment', 'environments'],
    ['setting of a service', 'services'],
  ])('%s', (head, part) => {
    const settings = objectIn(properties[part]?.additionalProperties)
    expect(table(head).toSorted()).toEqual(Object.keys(settings).toSorted())
  })

  test('each setting of a service in the example, and what is inside of it in the table', () => {
    const settings = objectIn(properties.services?.additionalProperties)
    const example = fenced('docs/configuration.md').find((text) => text.includes('\nservices:')) as string
    const shown = Object.values(parse(example).services).flatMap((one) => Object.keys(one as object))
    expect(new Set(shown)).toEqual(new Set(Object.keys(settings)))
    const inner = Object.values(settings).flatMap(({ items }) => Object.keys(objectIn(items)))
    expect(inner.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

describe('the policies', () => {
  const source = below('src/platform/aws', '.ts')
    .filter((path) => !path.includes('/ecr'))
    .map(read)
    .join('\n')
  // Who asks may always be asked.
  const calls = [...source.matchAll(/new (?:\w+\.)?(\w+)Command\(/g)]
    .map(([, call]) => call as string)
    .filter((call) => call !== 'GetCallerIdentity')

  test('of all commands together allow every call that there is, and no other', () => {
    const allowed = Object.values(CLOUD_ACTIONS).flatMap((actions) => actions.map((one) => one.split(':')[1]))
    // AWS itself asks for it where a deployment with an AppSpec is created.
    const implied = ['RegisterApplicationRevision']
    expect([...new Set(allowed)].toSorted()).toEqual([...new Set([...calls, ...implied])].toSorted())
  })

  test('the one in the README of deploy is the one that the command prints', () => {
    const [, text = ''] = /^```json\n([\s\S]*?)^```$/m.exec(read('actions/deploy/README.md')) ?? []
    expect(JSON.parse(text)).toEqual(policyFor('deploy'))
  })
})

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Workflow {
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>
}

const fenced = (page: string): string[] =>
  [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string)

describe('the workflow in the README', () => {
  const text = fenced('README.md').find((block) => block.includes('\njobs:')) as string
  const workflow = parse(text) as Workflow
  const example = parse(read('examples/shop/.github/workflows/release.yml')) as Workflow
  const steps = ({ jobs }: Workflow) => Object.values(jobs).flatMap((job) => job.steps)
  const outputsUsed = [...text.matchAll(/steps\.(\w+)\.outputs\.(\w+)/g)]

  test('uses nothing that the example does not use', () => {
    const known = steps(example).map(({ uses }) => uses)
    expect(steps(workflow).filter(({ uses }) => !known.includes(uses))).toEqual([])
  })

  test('asks for the permissions of the example', () => {
    const permissions = ({ permissions: all, jobs }: Workflow) => [
      all,
      ...Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? null]),
    ]
    expect(permissions(workflow)).toEqual(permissions(example))
  })

  test('reads outputs that there are', () => {
    expect(outputsUsed.length).toBeGreaterThan(0)
    const missing = outputsUsed.filter(
      ([, step, output]) => !Object.hasOwn(actionFile(step as string).outputs, output as string),
    )
    expect(missing).toEqual([])
  })
})

test('every step of an action, on every page and in the example, gives inputs that there are', () => {
  const examples = below('examples', '.yml').filter((path) => path.includes('workflows'))
  const documents = [...PAGES.flatMap(fenced), ...examples.map(read)].map((text) => parse(text))
  const stepsIn = (value: unknown): Step[] => {
    if (typeof value !== 'object' || value === null) return []
    return [...('uses' in value ? [value as Step] : []), ...Object.values(value).flatMap(stepsIn)]
  }
  const ours = documents.flatMap(stepsIn).filter(({ uses }) => uses?.startsWith('OWNER/stagger/'))
  const wrong = ours.flatMap(({ uses = '', with: given = {} }) => {
    const name = /^OWNER\/stagger\/actions\/([\w-]+)@v1$/.exec(uses)?.[1] ?? ''
    if (!ACTIONS.includes(name)) return [`there is no action ${uses}`]
    const { inputs } = actionFile(name)
    const needed = Object.keys(inputs).filter((input) => inputs[input]?.required && !(input in given))
    const unknown = Object.keys(given).filter((input) => !(input in inputs))
    return [...unknown, ...needed].map((input) => `${uses}: ${input}`)
  })
  expect(ours.length).toBeGreaterThan(8)
  expect(wrong).toEqual([])
})

/** A command as its own help tells it. */
interface Told {
  /** With its arguments: `stagger build [services...]`. */
  readonly usage: string
  readonly flags: readonly string[]
}

const namesBelow = (help: string, heading: string): string[] => {
  const [, rest = ''] = help.split(`\n${heading}:\n`)
  const [block = ''] = rest.split('\n\n')
  return [...block.matchAll(/^ {2}(\S.*?)(?: {2,}|$)/gm)].map(([, name]) => name as string)
}

const commandsBelow = async (path: readonly string[]): Promise<Told[]> => {
  const { stdout: help } = await stagger([...path, '--help'], { cwd: root })
  const children = namesBelow(help, 'Commands').filter((name) => !name.startsWith('help'))
  if (children.length > 0) {
    const all = await Promise.all(
      children.map((name) => commandsBelow([...path, name.split(' ')[0] as string])),
    )
    return all.flat()
  }
  const usage = /^Usage: (.*)$/m.exec(help)?.[1]?.replace(' [options]', '') ?? ''
  return [{ usage, flags: namesBelow(help, 'Options').toSorted() }]
}

test('docs/commands.md has every command and flag that the help shows, and no others', async () => {
  const page = read('docs/commands.md')
  const flagsIn = (text: string): string[] =>
    rows(text).flatMap(([flag]) => (flag?.startsWith('`-') ? [code(flag).join(', ')] : []))
  const common = flagsIn(section(page, '# Commands').split('\n## ')[0]?.split('take these:')[1] ?? '')
  const documented = [...page.matchAll(/^## `(stagger .+)`$/gm)].map(([heading, usage]): Told => {
    const everywhere = usage?.startsWith('stagger rehearse') ? ['-h, --help'] : common
    const own = flagsIn(section(page, heading))
    return { usage: usage as string, flags: [...own, ...everywhere].toSorted() }
  })
  expect(documented).toEqual(await commandsBelow([]))
}, 60_000)
