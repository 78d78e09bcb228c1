import pLimit from 'p-limit'
import { basesOf } from '../../changes/bases.js'
import type { BuiltService } from '../../image/result.js'
import type { Clock } from '../../platform/clock.js'
import type { Problem, ServiceName } from '../../words.js'
import { secondsSince } from '../elapsed.js'
import { neighbours, provideBases } from './bases.js'
import type { FindVersion } from './known.js'
import { carryOut, type Job, type OneWorld } from './one.js'
import { type Looked, problemOf, rowOf, type Settled, successOf } from './rows.js'
import { type Told, toldNothing } from './work.js'

export interface SettleWorld extends OneWorld {
  readonly clock: Clock
}

/** Carries all jobs out, each after those whose images it takes. One failure stops no other. */
export const settleAll = async (
  world: SettleWorld,
  jobs: readonly Looked[],
  versionOf: FindVersion,
  atOnce: number,
): Promise<readonly Settled[]> => {
  const limit = pLimit(atOnce)
  const started = new Map<ServiceName, Promise<Settled>>()
  const start = (job: Looked): Promise<Settled> => {
    const { name } = job.planned.service
    const known = started.get(name) ?? afterBases(job)
    started.set(name, known)
    return known
  }
  const afterBases = async (job: Looked): Promise<Settled> => {
    // Also those that are only declared: whoever depends on another service is built after it.
    const first = basesOf(job.planned)
    const bases = jobs.filter(({ planned }) => first.includes(planned.service.name))
    const settled = await Promise.all(bases.map(start))
    return limit(() => settle(world, versionOf, job, settled))
  }
  const all = await Promise.allSettled(jobs.map(start))
  return all.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

const settle = async (
  world: SettleWorld,
  versionOf: FindVersion,
  job: Looked,
  bases: readonly Settled[],
): Promise<Settled> => {
  if ('problem' in job) return { job, made: null, row: { ...rowOf(job), problem: job.problem } }
  const begun = world.clock.now()
  const told = toldNothing()
  const ended = await provideBases(world.workshop, job, bases)
    .then((contexts) => carryOut(world, { job, contexts, neighbours: neighbours(job, bases), told }))
    .catch((error) => ({ problem: problemOf(error) }))
  const seconds = secondsSince(world.clock, begun)
  if ('problem' in ended) return failed(world, job, { problem: ended.problem, seconds, ...saidBy(told) })
  const row = { ...rowOf(job), ...(await successOf(job, ended, versionOf)), seconds, ...saidBy(told) }
  world.progress.say(`${row.name}: ${row.outcome} in ${seconds} s`)
  return { job, made: ended, row }
}

const saidBy = ({ verdicts, findings }: Told) => ({ verdicts, findings: findings.at(-1) ?? null })

const failed = (
  { progress }: Pick<SettleWorld, 'progress'>,
  job: Job,
  how: Pick<BuiltService, 'seconds' | 'verdicts' | 'findings'> & { readonly problem: Problem },
): Settled => {
  progress.say(`${job.planned.service.name}: failed after ${how.seconds} s: ${how.problem.problem}`)
  return { job, made: null, row: { ...rowOf(job), testsRan: how.verdicts.length > 0, ...how } }
}
