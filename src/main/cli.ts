import { Command } from 'commander'

export const runCli = async (argv: readonly string[]): Promise<number> => {
  const program = new Command('stagger')
  let code = 0
  program
    .command('plan')
    .option('--repo <dir>', '', '.')
    .option('--base <rev>')
    .option('--head <rev>')
    .option('--environment <env>')
    .option('--json')
    .action(async (options) => {
      const { plan } = await import('../commands/plan.js')
      const { openGit } = await import('../platform/git/open.js')
      const readConfiguration = async (text: string | null, file: string) =>
        (await import('./configuration.js')).readConfiguration(text, file)
      const { planJson, planText } = await import('../report/plan.js')
      const git = openGit(options.repo)
      const result = await plan(
        { git, readConfiguration },
        {
          base: options.base ?? null,
          head: options.head ?? null,
          environment: options.environment ?? null,
          freshLedger: false,
        },
      )
      process.stdout.write(options.json ? `${JSON.stringify(planJson(result))}\n` : planText(result))
      await git.close()
      code = 0
    })
  await program.parseAsync([...argv], { from: 'user' })
  return code
}
