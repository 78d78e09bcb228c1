import { readFile, writeFile } from 'node:fs/promises'
import type { Progress } from '../platform/progress.js'
import { serveRehearsal } from '../rehearsal/serve.js'
import { buildUp } from '../rehearsal/up/build.js'
import { readUpFile } from '../rehearsal/up/file.js'
import { lookAt } from '../rehearsal/view/look.js'
import { timelineMarkdown, timelineText } from '../rehearsal/view/timeline.js'
import { watch } from '../rehearsal/view/watch.js'
import { StaggerError } from '../words.js'
import { checkedOptions, type ServeOptions, untilStopped } from './rehearse.js'

export interface UpOptions extends ServeOptions {
  readonly timeline?: string
}

const unread = (file: string, { message }: Error): StaggerError =>
  new StaggerError({
    code: 'rehearsal-file',
    fault: 'caller',
    problem: `${file} cannot be read`,
    why: message,
    fix: 'stagger rehearse up rehearsal.yaml',
  })

/** Serves a cluster with what a file declares, and shows it until told to stop; then tells how it went. */
export const up = async (file: string, given: UpOptions, progress: Progress): Promise<number> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw unread(file, error)
  })
  const declared = readUpFile(text, file)
  const stopped = untilStopped()
  const rehearsal = await serveRehearsal({ progress, ...checkedOptions(given) })
  try {
    const services = await buildUp(rehearsal.endpoint, declared)
    process.stdout.write(`${JSON.stringify({ endpoint: rehearsal.endpoint, services })}\n`)
    const over = new AbortController()
    void stopped.then(() => over.abort())
    const timeline = await watch(lookAt(rehearsal.endpoint), process.stderr, over.signal)
    for (const line of timelineText(timeline)) progress.say(line)
    if (given.timeline !== undefined) await writeFile(given.timeline, timelineMarkdown(timeline))
  } finally {
    await rehearsal.close()
  }
  return 0
}
