import { StaggerError } from '../../words.js'
import { scanImage, signImage as sign } from './check.js'
import type { MakeWorld } from './make.js'
import type { Image } from './store.js'
import type { Work } from './work.js'

type CheckWorld = Pick<MakeWorld, 'tools' | 'policy' | 'progress'>

/** What the configuration asks of an image before it has a name: a scan that finds nothing grave, and a signature. */
export const checkImage = async (world: CheckWorld, work: Work, image: Image): Promise<void> => {
  await scan(world, work, image)
  await signImage(world, work, image)
}

const scan = async ({ tools, policy, progress }: CheckWorld, { job, told }: Work, { image }: Image) => {
  const template = policy.settings.scan
  if (!template) return
  progress.say(`${job.planned.service.name}: scanning`)
  const { findings, problem } = await scanImage(tools.checks, argv(template), image, (line) =>
    told.lines.push(line),
  )
  if (findings) told.findings.push(findings)
  if (problem) throw new StaggerError(problem)
}

/** What no registry holds has no digest to sign. */
export const signImage = async (
  { tools, policy, progress }: CheckWorld,
  { job, told }: Work,
  { image, digest }: Image,
): Promise<void> => {
  const template = policy.settings.sign
  if (!template || digest === null) return
  progress.say(`${job.planned.service.name}: signing`)
  await sign(tools.checks, argv(template), image, (line) => told.lines.push(line))
}

/** What was there may be from before somebody asked for it: nobody looks whether it is. */
export const tellUnchecked = ({ policy, progress }: CheckWorld, { job: { planned, found } }: Work): void => {
  const kinds = found?.digest ? (['scan', 'sign', 'provenance', 'sbom'] as const) : (['scan'] as const)
  const asked = kinds.filter((kind) => policy.settings[kind])
  if (asked.length === 0) return
  const { name } = planned.service
  progress.say(
    `${name}: its image was there, so nothing ran of ${asked.join(' and ')}, which go with a build`,
  )
}

/** The schema has seen to it that a program is named. */
const argv = (template: readonly string[]): readonly [string, ...string[]] =>
  template as [string, ...string[]]
