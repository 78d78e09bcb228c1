import { judge } from './answer.mjs'
import { median, peakMemory, timed } from './measure.mjs'

/** The same commits with their services in `stagger.yml`, in a compose file, and with nothing but the Dockerfiles to find them by. */
const BRANCHES = [
  ['declared', 'main'],
  ['compose file', 'composed'],
  ['discovered', 'discovered'],
]

/**
 * Planning each branch, beside what cannot be beaten by much: bare Node, and git listing all files to nowhere. All take
 * turns, so that whatever else this machine does weighs on all of them.
 */
export const measureStagger = ({ directory, affected }, { cli, runs }) => {
  const yardsticks = {
    bare: () => timed(process.execPath, ['-e', '0'], { output: 'ignore' }),
    listing: () => timed('git', ['-C', directory, 'ls-tree', '-r', '-z', 'HEAD'], { output: 'ignore' }),
  }
  const plans = BRANCHES.map(([name, branch]) => [name, planArguments(cli, directory, branch)])
  const times = inTurns(runs, {
    ...yardsticks,
    ...Object.fromEntries(plans.map(([name, args]) => [name, () => timed(process.execPath, args)])),
  })
  return {
    yardstick: { bare: median(times.bare), listing: median(times.listing) },
    rows: plans.map(([name, args]) => ({
      name,
      milliseconds: median(times[name]),
      times: times[name],
      megabytes: peakMemory(process.execPath, args),
      ...answer(args, affected),
    })),
  }
}

const planArguments = (cli, directory, branch) => [
  cli,
  'plan',
  ...['--repo', directory, '--head', branch, '--base', `${branch}^`],
  '--json',
]

const inTurns = (runs, subjects) => {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]))
  for (let run = 0; run < runs; run++)
    for (const [name, start] of Object.entries(subjects)) times[name].push(start().milliseconds)
  return times
}

const answer = (args, truth) => {
  const { status, stdout, stderr } = timed(process.execPath, args)
  if (status !== 0) throw new Error(`planning failed: ${stderr}`)
  const { services } = JSON.parse(stdout)
  return judge(
    services.filter(({ affected }) => affected).map(({ name }) => name),
    truth,
  )
}
