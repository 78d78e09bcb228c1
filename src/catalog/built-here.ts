import type { Instruction } from './dockerfile/instruction.js'
import type { Reached } from './dockerfile/reach.js'
import type { Widened } from './inputs.js'
import type { Service } from './service.js'

/**
 * Images that a stage takes from outside, and that another service of this repository builds. What they will hold is
 * not known before they are built, and a build here does not wait for them yet: such a service has no fingerprint.
 */
export const builtHere = ({ imagesBuiltHere = {} }: Service, { unpinned, stages }: Reached): Widened[] => {
  const builders = new Map(Object.entries(imagesBuiltHere).map(([image, name]) => [fullName(image), name]))
  const lines = stages.flatMap(({ from, steps }) => [from, ...steps.map(({ instruction }) => instruction)])
  return unpinned.flatMap((image) => {
    const builder = builders.get(fullName(image))
    if (builder === undefined) return []
    const detail = `${image}, which the service ${builder} builds,`
    return [{ reason: 'built-here', detail, line: lines.find((line) => names(line, image))?.line ?? 1 }]
  })
}

const names = ({ rest, flags }: Instruction, image: string): boolean =>
  [rest, ...flags].some((text) => text.includes(image))

/** `cart` as `cart:latest`, without Docker Hub's own address. */
const fullName = (image: string): string => {
  const short = image.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '')
  return /:[^/]*$/.test(short) ? short : `${short}:latest`
}
