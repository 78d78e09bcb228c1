import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { type Progress, terminalProgress } from '../platform/progress.js'
import { distinct } from '../report/outcomes.js'
import { problemText } from '../report/problem.js'
import { exitCode, type Problem, StaggerError } from '../words.js'
import { deploying, type Kit } from './cli-deploying.js'
import { usageProblem } from './usage.js'

/** What a command shows at its end: JSON for programs, text for people. */
export interface Result {
  readonly code: number
  readonly json: unknown
  readonly text: string
  /** What failed, told below the text. */
  readonly problems?: readonly Problem[]
  /** What the text tells of a failure beside its problems: for whoever watches while a program takes the JSON. */
  readonly failures?: string
}

/** A command that ends with something to show. */
export type Shown<Options> = (options: Options, progress: Progress) => Promise<Result>

const USAGE = 2

/** Runs the command line to its exit code. Results go to standard output, everything else to standard error. */
export const runCli = async (argv: readonly string[]): Promise<number> => {
  let code = 0
  const program = commands((exit) => {
    code = exit
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return failed(error)
  }
}

/** Also for the programs beside the command line. */
export const failed = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  if (!(error instanceof StaggerError)) throw error
  complain(error.problems)
  return exitCode(error.problems.map(({ fault }) => fault))
}

const complain = (problems: readonly Problem[]): void => {
  for (const problem of distinct(problems)) process.stderr.write(problemText(problem))
}

const show = async (json: boolean | undefined, work: Promise<Result>): Promise<number> => {
  const result = await work
  process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : `${result.text.trimEnd()}\n`)
  complain(result.problems ?? [])
  if (json) process.stderr.write(result.failures ?? '')
  return result.code
}

/** Asked before the command line is read: what is told early must be told the same way. */
const progress = terminalProgress({ verbose: process.argv.includes('--verbose') })

const commands = (done: (code: number) => void): Command => {
  const program = new Command('stagger')
    .description('Ship only what changed, one service at a time.')
    .exitOverride()
  planning(program, done)
  releasing(program, done)
  const finish: Kit['finish'] = async (json, work) => done(await show(json, work as Promise<Result>))
  deploying(program, { progress, inRepository, consenting, finish })
  storing(program, done)
  rehearsing(program, done)
  return tellUsage(program, '')
}

/** A mistake is told as any other, with the one line of usage that corrects it; the whole help would hide it. */
const tellUsage = (command: Command, parent: string): Command => {
  const name = `${parent} ${command.name()}`.trim()
  for (const child of command.commands) tellUsage(child, name)
  const names = {
    options: command.options.flatMap(({ long }) => long ?? []),
    commands: command.commands.map((child) => child.name()),
  }
  return command.showSuggestionAfterError(false).configureOutput({
    outputError: (told, write) =>
      write(problemText(usageProblem(told, { name, usage: command.usage(), ...names }))),
  })
}

const inRepository = (program: Command, usage: string, description: string): Command =>
  program
    .command(usage)
    .description(description)
    .option('--repo <dir>', 'the git repository, bare or not', '.')
    .option('--json', 'print the documented JSON')
    .option('--verbose', 'also show what the builds print')

const planning = (program: Command, done: (code: number) => void): void => {
  inRepository(program, 'plan', 'which services are affected, and why')
    .option('--base <rev>', 'compare with this revision instead of the ledger')
    .option('--head <rev>', 'the revision to plan (default: HEAD)')
    .option('--environment <env>', 'also tell what this environment needs')
    .option('--explain <service>', 'tell why this one is affected, or is not, as a tree')
    .option('--max-jobs <number>', 'pack the matrix into so many jobs (default: 256)')
    .action(async ({ json, ...options }) => {
      const { planCommand } = await import('./plan.js')
      done(await show(json, planCommand(options, progress)))
    })
  inRepository(program, 'inputs <service>', 'which files decide its image')
    .option('--rev <rev>', 'the revision to look at (default: HEAD)')
    .action(async (service, { json, repo, rev }) => {
      const { inputsCommand } = await import('./inputs.js')
      done(await show(json, inputsCommand({ repo, service, revision: rev ?? null }, progress)))
    })
}

const whole = (text: string): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number
  throw new InvalidArgumentError('It is a whole number from 1 to 64.')
}

const consenting = (command: Command, what: string, where = 'outside CI'): Command =>
  command
    .option(
      '--registry <prefix>',
      'where images go, e.g. ghcr.io/acme (else STAGGER_REGISTRY, or registry: in stagger.yml)',
    )
    .option('--yes', `${what}; without it, ${where}, nothing but a dry run`)

const releasing = (program: Command, done: (code: number) => void): void => {
  consenting(inRepository(program, 'build [services...]', 'build and test what is affected'), 'push')
    .option('--push', 'push to the registry; without it everything stays in the local engine')
    .option('--platform <platform>', 'of an image for several platforms, build this one only')
    .option('--jobs <number>', 'how many services at once (default: jobs in stagger.yml, else 3)', whole)
    .option('--manifest <file>', 'write the release manifest of what was built and found; needs --push')
    .action(async (services, { json, repo, push, registry, platform, jobs, manifest, yes }) => {
      const { buildCommand } = await import('./build.js')
      const place = { push: push === true, registry: registry ?? null, platform: platform ?? null }
      const options = {
        repo,
        services,
        ...place,
        jobs: jobs ?? null,
        manifest: manifest ?? null,
        yes: yes === true,
      }
      done(await show(json, buildCommand(options, progress)))
    })
  inRepository(program, 'manifest [files...]', 'one release manifest of many, or what the ledger knows')
    .option('--out <file>', 'also write it to a file')
    .action(async (files, { json, repo, out }) => {
      const { manifestCommand } = await import('./manifest.js')
      done(await show(json, manifestCommand({ repo, files, out: out ?? null }, progress)))
    })
  const tag = inRepository(program, 'tag [services...]', 'the next version, and why')
  consenting(tag, 'make it', 'outside GitHub Actions')
    .option('--bump <number>', 'which number counts up, whatever the commits say: major, minor or patch')
    .option('--as <version>', 'give one service, or one group, this version')
    .action(async (services, { json, repo, registry, yes, bump, as }) => {
      const { tagCommand } = await import('./tag.js')
      const asked = { bump: bump ?? null, as: as ?? null }
      const options = { repo, services, registry: registry ?? null, yes: yes === true, token: null, ...asked }
      done(await show(json, tagCommand(options, progress)))
    })
}

const from =
  (least: number) =>
  (text: string): number => {
    const number = Number(text)
    if (Number.isSafeInteger(number) && number >= least && text.trim() !== '') return number
    throw new InvalidArgumentError(`It is a whole number, ${least} or more.`)
  }

const storing = (program: Command, done: (code: number) => void): void => {
  const images = program.command('images').description('what the registry holds')
  copying(images, done)
  const gc = inRepository(images, 'gc [services...]', 'remove the images that nobody needs')
  consenting(gc, 'remove them', 'also in CI')
    .option('--keep <number>', 'the newest images of a service stay, so many', from(1), 10)
    .option('--older-than <days>', 'what is known to be younger stays', from(0), 14)
    .option(
      '--without-ecs',
      'do not ask ECS what runs: nothing but the ledger, versions and this commit protect',
    )
    .action(async (services, { json, repo, registry, keep, olderThan, withoutEcs, yes }) => {
      const { imagesCommand } = await import('./images.js')
      const asked = { keep, olderThan, withoutEcs: withoutEcs === true, yes: yes === true }
      done(
        await show(json, imagesCommand({ repo, services, registry: registry ?? null, ...asked }, progress)),
      )
    })
}

const copying = (images: Command, done: (code: number) => void): void => {
  const copy = inRepository(images, 'copy <services...>', 'copy them to another registry, by digest')
  consenting(copy, 'copy them')
    .requiredOption('--to <prefix>', 'the other registry, e.g. ghcr.io/acme')
    .option('--version <version>', 'one of their versions (default: the image of this commit)')
    .action(async (services, { json, repo, to, version, registry, yes }) => {
      const { copyCommand } = await import('./copy.js')
      const asked = { to, version: version ?? null, registry: registry ?? null, yes: yes === true }
      done(await show(json, copyCommand({ repo, services, ...asked }, progress)))
    })
}

/** A rehearsal cluster, however it is begun. */
const served = (command: Command): Command =>
  command
    .option('--port <port>', 'on 127.0.0.1 (default: any that is free)')
    .option('--tasks <kind>', 'containers (default), or hollow: each task a small server, no engine needed')
    .option('--rates <whose>', 'aws: requests are throttled as there (default: not at all)')
    .option('--speed <times>', 'how fast bake times and pauses pass: 1 (default), 60, … or hand')
    .option(
      '--requests-per-step <number>',
      'what a step must have seen before its time is skipped (default: 100)',
    )
    .option(
      '--control <fault>',
      'a fault on purpose, to see that a load finds it: stop-first, no-drain, reload',
    )
    .option('--router <router>', 'in-process (default), or nginx')
    .option(
      '--lambda <address>',
      'where lifecycle hooks call functions, e.g. http://127.0.0.1:3001; NAME=ADDRESS for one of them',
      (address: string, before: readonly string[] = []) => [...before, address],
    )
    .option('--state <folder>', 'write the state there before each effect, and go on from it after a crash')

const rehearsing = (program: Command, done: (code: number) => void): void => {
  const rehearse = program.command('rehearse').description('an ECS that runs on this machine')
  served(rehearse.command('serve'))
    .description('serve it until SIGTERM; prints {"endpoint": …} for AWS_ENDPOINT_URL')
    .action(async (options) => done(await (await import('./rehearse.js')).serve(options, progress)))
  served(rehearse.command('up <file>'))
    .description('serve it with the services of a file, and show it until SIGTERM')
    .option('--timeline <file>', 'where to write, at the end, how it went (Markdown)')
    .action(async (file, options) =>
      done(await (await import('./rehearse-up.js')).up(file, options, progress)),
    )
  rehearse
    .command('load')
    .description('send a constant load of POSTs to a loopback address until SIGTERM; prints one JSON line')
    .requiredOption('--url <url>', 'plain HTTP on a loopback address')
    .option('--rate <number>', 'requests a second (default: 300)')
    .option('--connections <number>', 'kept alive (default: 64)')
    .option('--body <json>', 'what is posted')
    .option('--seconds <number>', 'ends by itself after so long')
    .option('--timeout <milliseconds>', 'a later answer counts as failed')
    .action(async (options) => done(await (await import('./rehearse.js')).load(options)))
}
