import { spawnLoad } from '../load/process.js'
import { addReports, emptyReport, type LoadReport } from '../load/report.js'
import type { Stagger } from './programs.js'
import type { ShopRepository } from './repository.js'

export interface DeployedService {
  readonly service: string
  readonly version: string
  readonly digest: string
  readonly strategy: string
  readonly outcome: string
}

export interface Step {
  readonly name: string
  readonly commit: string
  readonly affected: readonly string[]
  readonly built: readonly string[]
  readonly reused: readonly string[]
  readonly deployed: readonly DeployedService[]
}

export interface Story {
  readonly steps: readonly Step[]
  readonly traffic: LoadReport
}

export interface Stage {
  readonly stagger: Stagger
  readonly repository: ShopRepository
  readonly cli: string
  /** The address of catalog's load balancer. */
  readonly catalog: string
  readonly tell: (line: string) => void
}

interface Row {
  readonly name: string
  readonly affected?: boolean
  readonly reasons?: readonly { readonly path?: string }[]
  readonly outcome?: string
  readonly version?: string
  readonly digest?: string
  readonly strategy?: string
}

const RATE = 300
const CONNECTIONS = 64
const BODY = '{"text":"tea"}'

/** The main job five times over: a first release, one service, a shared library, nothing, and a lost ledger. */
export const playStory = async (stage: Stage): Promise<Story> => {
  const { repository } = stage
  const first = await release(stage, 'first commit', await repository.git('rev-parse', 'HEAD'))
  let traffic: LoadReport = emptyReport
  const underLoad = async (name: string, commit: string): Promise<Step> => {
    const [step, report] = await release(stage, name, commit, () => startTraffic(stage))
    traffic = addReports(traffic, report)
    return step
  }
  const steps = [first[0]]
  steps.push(await underLoad('one service', await repository.change(...ONE_SERVICE)))
  const shared = await repository.change(...SHARED_LIBRARY)
  steps.push(await underLoad('shared library', shared))
  steps.push((await release(stage, 'the same commit again', shared))[0])
  await repository.git('update-ref', '-d', 'refs/stagger/ledger')
  steps.push(await underLoad('the ledger lost', shared))
  return { steps, traffic }
}

type Edit = Parameters<ShopRepository['change']>

const ONE_SERVICE: Edit = [
  'services/catalog/src/products.js',
  (text) =>
    text.replace(
      /(\bexport const products = \[)/,
      "$1\n  { id: 'first-flush', name: 'First flush tea', price: money('18.40'), tags: ['tea'] },",
    ),
  'catalog: sell first flush tea',
]

const SHARED_LIBRARY: Edit = [
  'libs/money/src/index.js',
  (text) => `${text}\nexport const isZero = ({ cents }) => cents === 0\n`,
  'money: tell whether an amount is zero',
]

type Traffic = Awaited<ReturnType<typeof spawnLoad>>

const startTraffic = ({ cli, catalog }: Stage): Promise<Traffic> =>
  spawnLoad([process.execPath, cli, 'rehearse', 'load'], {
    url: `${catalog}/search`,
    rate: RATE,
    connections: CONNECTIONS,
    body: BODY,
  })

/** plan → build → tag → deploy, as a user does it; the deployment under load where one is given. */
const release = async (
  stage: Stage,
  name: string,
  commit: string,
  load?: () => Promise<Traffic>,
): Promise<[Step, LoadReport]> => {
  stage.tell(`\n── ${name} (${commit.slice(0, 7)}) ──`)
  const affected = await plan(stage)
  if (affected.length === 0)
    return [{ name, commit, affected, built: [], reused: [], deployed: [] }, emptyReport]
  const builds = rows(await stage.stagger(['build', '--push', '--yes']))
  const named = (outcome: string) => builds.filter((row) => row.outcome === outcome).map((row) => row.name)
  await stage.stagger(['tag', ...affected, '--yes'])
  const traffic = await load?.()
  const deployed = await deploy(stage, affected).finally(() => traffic?.stop())
  const report = (await traffic?.stop()) ?? emptyReport
  if (traffic) stage.tell(`traffic: ${report.sent} requests sent, ${report.failed} failed`)
  return [{ name, commit, affected, built: named('built'), reused: named('reused'), deployed }, report]
}

const rows = (json: Record<string, unknown>): readonly Row[] => json.services as readonly Row[]

const plan = async ({ stagger, tell }: Stage): Promise<string[]> => {
  const services = rows(await stagger(['plan']))
  const affected = services.filter((row) => row.affected)
  tell(`${affected.length} of ${services.length} affected${affected.length > 0 ? ':' : ''}`)
  for (const { name: service, reasons } of affected)
    tell(`  ${service}: ${reasons?.[0]?.path ?? 'no good image is known yet'}`)
  return affected.map((row) => row.name)
}

const deploy = async ({ stagger, tell }: Stage, services: readonly string[]): Promise<DeployedService[]> => {
  const json = await stagger(['deploy', ...services, '--environment', 'local', '--yes'])
  const deployed = rows(json).map(
    ({ name: service, version = '', digest = '', strategy = '', outcome = '' }): DeployedService => ({
      service,
      version,
      digest,
      strategy,
      outcome,
    }),
  )
  for (const line of summary(deployed)) tell(line)
  return deployed
}

/** One line a service, its columns aligned. */
const summary = (deployed: readonly DeployedService[]): string[] => {
  const lines = deployed.map(({ service, version, digest, strategy, outcome }) => [
    service,
    version,
    digest.slice(0, 'sha256:'.length + 12),
    strategy,
    outcome,
  ])
  const width = (at: number) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0))
  return lines.map((cells) => `  ${cells.map((cell, at) => cell.padEnd(width(at))).join('  ')}`.trimEnd())
}
