import * as v from 'valibot'

/** What can be made to go wrong between a request and its answer. */
export const MEDDLING = ['throttle', 'lost-answer', 'server-error', 'stale'] as const

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))

const meddling = {
  /** Of which operation; of any where it is left out. */
  operation: v.optional(v.string()),
  times: v.optional(count, 1),
}

/** A fault as it is asked for backstage. */
export const faultWish = v.variant('kind', [
  v.strictObject({ kind: v.literal('throttle'), ...meddling }),
  v.strictObject({ kind: v.literal('lost-answer'), ...meddling }),
  v.strictObject({ kind: v.literal('server-error'), ...meddling }),
  v.strictObject({ kind: v.literal('stale'), ...meddling, changes: v.optional(count, 1) }),
  v.strictObject({
    kind: v.literal('task-dies'),
    service: v.optional(v.string()),
    task: v.optional(v.string()),
    many: v.optional(count, 1),
  }),
  v.strictObject({
    kind: v.literal('alarm'),
    name: v.string(),
    state: v.optional(v.picklist(['OK', 'ALARM', 'INSUFFICIENT_DATA']), 'ALARM'),
  }),
  v.strictObject({
    kind: v.literal('crash'),
    /** How many effects it still carries out. */
    after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    /** The controller forgets everything and reads its state again, or the whole process is killed. */
    of: v.optional(v.picklist(['controller', 'process']), 'controller'),
    seconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600)), 1),
  }),
])

export type FaultWish = v.InferOutput<typeof faultWish>
export type Meddling = Extract<FaultWish, { kind: (typeof MEDDLING)[number] }>
export type Crash = Extract<FaultWish, { kind: 'crash' }>

export const isMeddling = (fault: FaultWish): fault is Meddling =>
  (MEDDLING as readonly string[]).includes(fault.kind)

const READS = /^(?:Describe|List|Get|Filter)/

export const isRead = (operation: string): boolean => READS.test(operation)

const fits = (fault: Meddling, operation: string): boolean =>
  (fault.operation ?? operation) === operation && (fault.kind !== 'stale' || isRead(operation))

const used = (fault: Meddling): readonly Meddling[] =>
  fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : []

/** The first fault that a request meets, and those that are left for the next. */
export const strike = (
  armed: readonly Meddling[],
  operation: string,
): readonly [Meddling | undefined, readonly Meddling[]] => {
  const at = armed.findIndex((fault) => fits(fault, operation))
  const fault = armed[at]
  return fault ? [fault, [...armed.slice(0, at), ...used(fault), ...armed.slice(at + 1)]] : [undefined, armed]
}
