import { fileURLToPath } from 'node:url'
import { terminalProgress } from '../platform/progress.js'
import { playDemo } from '../rehearsal/demo/demo.js'
import type { Story } from '../rehearsal/demo/story.js'
import { failed } from './cli.js'
import { consents } from './setup.js'
import { untilStopped } from './signals.js'

/** Seen from dist/bundle, where this file runs. */
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `npm run demo [-- --yes] [--json]`: the story on standard error, what it came to on standard output. */
export const demoMain = async (argv: readonly string[]): Promise<number> => {
  try {
    const story = await untilStopped((signal) =>
      playDemo({
        yes: consents(argv),
        progress: terminalProgress(),
        cli: beside('../cli/index.js'),
        example: beside('../../examples/shop'),
        signal,
      }),
    )
    process.stdout.write(`${lastLine(story)}\n`)
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify(storyJson(story))}\n`)
    return story.traffic.failed === 0 ? 0 : 1
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 130
    return failed(error)
  }
}

const lastLine = ({ steps, traffic }: Story): string =>
  `${steps.length} steps, ${traffic.sent} requests sent to catalog while it was deployed, ${traffic.failed} failed`

const storyJson = ({ steps, traffic }: Story): object => {
  const { seconds, rate, sent, ok, failed: lost, reconnected, byVersion } = traffic
  return { steps, traffic: { seconds, rate, sent, ok, failed: lost, reconnected, byVersion } }
}
