import { type CheckRun, type Scan, scanOf, signatureProblem } from '../../image/check.js'
import { commandFor, namesReport } from '../../image/check-command.js'
import type { Tools } from '../../platform/tools.js'
import { StaggerError } from '../../words.js'

type Template = readonly [string, ...string[]]
type OnLine = (line: string) => void

/** What the configuration's own scanner says of an image. */
export const scanImage = async (
  tools: Tools,
  template: Template,
  image: string,
  onLine?: OnLine,
): Promise<Scan> => scanOf(image, await runOn(tools, template, image, onLine), namesReport(template))

/** Throws `not-signed`. */
export const signImage = async (
  tools: Tools,
  template: Template,
  image: string,
  onLine?: OnLine,
): Promise<void> => {
  const problem = signatureProblem(image, await runOn(tools, template, image, onLine))
  if (problem) throw new StaggerError(problem)
}

const runOn = async (tools: Tools, template: Template, image: string, onLine?: OnLine): Promise<CheckRun> => {
  const run = await tools.run((report) => commandFor(template, { image, report }), onLine)
  return { ...run, argv: commandFor(template, { image, report: 'report.sarif' }) }
}
