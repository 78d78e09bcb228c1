import type { Command } from 'commander'
import type { Progress } from '../platform/progress.js'

/** What the command line lends to the commands that ask a cloud. */
export interface Kit {
  readonly progress: Progress
  inRepository(program: Command, usage: string, description: string): Command
  consenting(command: Command, what: string): Command
  finish(json: boolean | undefined, work: Promise<unknown>): Promise<void>
}

interface Given {
  readonly json?: boolean
  readonly repo: string
  readonly environment?: string
  readonly version?: string
  readonly strategy?: string
  readonly registry?: string
  readonly deployment?: string
  readonly resume?: string
  readonly hook?: string
  readonly to?: string
  readonly policy?: string | true
  readonly yes?: boolean
}

const wanted = (services: readonly string[], given: Given) => ({
  services,
  repo: given.repo,
  environment: given.environment ?? '',
  version: given.version ?? given.to ?? null,
  strategy: given.strategy ?? null,
  registry: given.registry ?? null,
  yes: given.yes === true,
})

const ENVIRONMENT = ['--environment <env>', 'where, as stagger.yml names it'] as const
const STRATEGY = ['--strategy <strategy>', 'rolling, blue-green, canary, linear or all-at-once'] as const

/** The commands that deploy, and those that look before and after. */
export const deploying = (program: Command, kit: Kit): void => {
  deploy(program, kit)
  rollback(program, kit)
  verify(program, kit)
  answering(program, kit, 'continue', 'answer the pause of a deployment: go on, and follow it')
  answering(program, kit, 'stop', 'have a deployment that is under way rolled back, and follow it')
}

const deploy = (program: Command, kit: Kit): void => {
  const command = kit.inRepository(program, 'deploy [services...]', 'run an image in an environment')
  kit
    .consenting(command, 'deploy')
    .option(...ENVIRONMENT)
    .option('--version <version>', 'one of its versions (default: the image of this commit)')
    .option(...STRATEGY)
    .option('--resume <arn>', 'begin nothing, and follow this service deployment to its end')
    .action(async (services: string[], given: Given) => {
      const { resume } = given
      if (resume !== undefined) return takeUp(kit, 'resume', services, { ...given, deployment: resume })
      const { deployCommand } = await import('./deploy.js')
      return kit.finish(given.json, deployCommand({ ...wanted(services, given), back: false }, kit.progress))
    })
}

const rollback = (program: Command, kit: Kit): void => {
  const command = kit.inRepository(program, 'rollback <services...>', 'run what an environment ran before')
  kit
    .consenting(command, 'deploy')
    .requiredOption(...ENVIRONMENT)
    .option('--to <version>', 'one of its versions (default: the last image that ran there before this one)')
    .option(...STRATEGY)
    .action(async (services: string[], given: Given) => {
      const { deployCommand } = await import('./deploy.js')
      return kit.finish(given.json, deployCommand({ ...wanted(services, given), back: true }, kit.progress))
    })
}

const verify = (program: Command, kit: Kit): void => {
  kit
    .inRepository(program, 'verify [services...]', 'look at all that a deployment needs, and change nothing')
    .option(...ENVIRONMENT)
    .option('--version <version>', 'one of its versions (default: the image of this commit)')
    .option(...STRATEGY)
    .option('--registry <prefix>', 'where images are, if the ledger does not know it')
    .option('--policy [command]', 'print what IAM must allow instead, for deploy or another command')
    .action(async (services: string[], given: Given) => {
      const { verifyCommand } = await import('./verify.js')
      const policy = given.policy === true ? 'deploy' : (given.policy ?? null)
      const options = { ...wanted(services, given), environment: given.environment ?? null, policy }
      return kit.finish(given.json, verifyCommand(options, kit.progress))
    })
}

const answering = (program: Command, kit: Kit, wish: 'continue' | 'stop', description: string): void => {
  const command = kit
    .inRepository(program, `${wish} [services...]`, description)
    .option(...ENVIRONMENT)
    .option('--deployment <arn>', 'the service deployment (default: the one that is under way)')
    .option('--yes', `${wish}; without it, outside CI, nothing but a dry run`)
  if (wish === 'continue') command.option('--hook <id>', 'which pause (default: the one that waits)')
  command.action((services: string[], given: Given) => takeUp(kit, wish, services, given))
}

const takeUp = async (
  kit: Kit,
  wish: 'resume' | 'continue' | 'stop',
  services: readonly string[],
  { json, repo, environment, deployment, hook, yes }: Given,
): Promise<void> => {
  const { takeUpCommand } = await import('./takeup.js')
  const where = { environment: environment ?? null, deployment: deployment ?? null, hook: hook ?? null }
  return kit.finish(json, takeUpCommand({ repo, wish, services, ...where, yes: yes === true }, kit.progress))
}
