import { allInputs } from '../../catalog/inputs.js'
import { basesOf } from '../../changes/bases.js'
import type { PlannedService, Reason } from '../../changes/planned.js'

/** What of an affected service is as it was; nothing where nobody could compare. */
export const unchangedOf = (planned: PlannedService): readonly string[] => {
  const { reasons, affected, needs } = planned
  if (!affected || reasons.some(({ kind }) => BLIND.has(kind))) return []
  if (!needs.includes('build')) return ['its image']
  const has = (kind: Reason['kind']) => reasons.some((reason) => reason.kind === kind)
  const { args, platforms } = planned.image.inputs
  return [
    ...unchangedInputs(planned),
    ...(has('instructions') ? [] : ['the instructions of its Dockerfile']),
    ...(has('argument') || Object.keys(args).length === 0 ? [] : ['its build arguments']),
    ...(has('platforms') || platforms.length === 0 ? [] : ['its platforms']),
    ...unchangedBases(planned).map((base) => `the image of ${base}`),
  ]
}

const BLIND: ReadonlySet<Reason['kind']> = new Set(['unknown-before', 'not-comparable'])

const unchangedInputs = ({ image, reasons }: PlannedService): string[] => {
  const changed = reasons.flatMap((reason) => (reason.kind === 'input' ? [reason.path] : []))
  const same = allInputs(image.inputs).filter(
    ({ path }) => !changed.some((one) => one === path || path === '.' || one.startsWith(`${path}/`)),
  )
  return same.length > 0 ? [`${same.length} other ${same.length === 1 ? 'input' : 'inputs'}`] : []
}

const unchangedBases = (planned: PlannedService): readonly string[] => {
  const changed = planned.reasons.flatMap((reason) => (reason.kind === 'service' ? [reason.service] : []))
  return basesOf(planned).filter((base) => !changed.includes(base))
}
