import type { Step } from '../../e2e/step.js'

/** One commit of the shop: what its tasks answer with, and what the ledger would name. */
export interface Release {
  readonly version: string
  readonly commit: string | null
}

/** What was asked of a deployment: to go through; or, once its job was cancelled, to go back, or to go on. */
export type Fate = 'deploy' | 'rollback' | 'leave'

/** What a deployment left behind, as the step told it and as it is. */
export interface Facts {
  readonly fate: Fate
  readonly step: Pick<Step, 'code' | 'outputs' | 'summary' | 'log'>
  readonly post: Pick<Step, 'code' | 'summary' | 'log'>
  /** How ECS ended it. */
  readonly ecs: string
  /** The versions that answer now. */
  readonly serving: readonly string[]
  /** The commit that the ledger says is deployed. */
  readonly ledger: string | null
  readonly before: Release
  readonly after: Release
}

type Check = readonly [string, boolean]

/** What runs, what ECS says and what the ledger says are one: all of the new, or all of the old. */
const stands = (
  { ecs, serving, ledger }: Facts,
  status: string,
  release: Release,
  known: Release,
): readonly Check[] => [
  [`ECS ended it as ${ecs}, not ${status}`, ecs === status],
  [
    `${serving.join(' and ')} serves, not ${release.version}`,
    serving.every((one) => one === release.version),
  ],
  [`the ledger says ${ledger}, not ${known.commit}`, ledger === known.commit],
]

const isNew = (facts: Facts): readonly Check[] => stands(facts, 'SUCCESSFUL', facts.after, facts.after)
const isOld = (facts: Facts): readonly Check[] =>
  stands(facts, 'ROLLBACK_SUCCESSFUL', facts.before, facts.before)

export const outcomeOf = ({ step }: Pick<Facts, 'step'>): string => step.outputs.outcome ?? ''

const exits = ({ step, post }: Facts, code: number): readonly Check[] => [
  [`the step ended with ${step.code}, not ${code}`, step.code === code],
  [`the post step ended with ${post.code}`, post.code === 0],
]

const NOTHING_LEFT = 'Every deployment was seen to its end'

/** The step saw the whole way back. */
const sawItBack = (facts: Facts): readonly Check[] => [
  ...exits(facts, 1),
  ['the step did not tell that it went back', facts.step.summary.includes('1 rolled back')],
  ['the post step found something to do', facts.post.log.includes(NOTHING_LEFT)],
]

/** The step had to leave, or was ended, before it was back: the post step tells how it ended. */
const postSawItBack = (facts: Facts): readonly Check[] => [
  [`the step ended with ${facts.step.code}`, facts.step.code === 1 || facts.step.code === null],
  [`the post step ended with ${facts.post.code}`, facts.post.code === 0],
  ['the post step did not tell that it went back', facts.post.summary.includes('1 rolled back')],
]

const wentBack = (facts: Facts): readonly Check[] => [
  ...isOld(facts),
  ...(outcomeOf(facts) === 'rolled-back' ? sawItBack(facts) : postSawItBack(facts)),
]

const wentThrough = (facts: Facts): readonly Check[] => [
  ...isNew(facts),
  ...exits(facts, 0),
  [`the step told ${outcomeOf(facts)}`, outcomeOf(facts) === 'successful'],
  ['the summary does not tell it', facts.step.summary.includes('1 successful')],
]

/** Nobody watched it to its end: nobody may have told one, and the ledger knows of none. */
const wasLeft = (facts: Facts): readonly Check[] => [
  ...stands(facts, 'SUCCESSFUL', facts.after, facts.before),
  ...exits(facts, 1),
  [`the step told ${outcomeOf(facts)}`, outcomeOf(facts) === ''],
  ['the summary does not tell that it is under way', facts.step.summary.includes('1 under way')],
  ['nobody was told that it goes on', facts.step.log.includes('goes on without being watched')],
]

const CHECKS: Readonly<Record<Fate, (facts: Facts) => readonly Check[]>> = {
  deploy: wentThrough,
  rollback: wentBack,
  leave: wasLeft,
}

/** All that is not as it must be, or that was told and is not so. */
export const wrongs = (facts: Facts): readonly string[] =>
  CHECKS[facts.fate](facts).flatMap(([text, holds]) => (holds ? [] : [text]))

/** Truly over, or waiting for an answer, before its job could be cancelled: then nothing was cancelled. */
export const isTooLate = (facts: Facts): boolean => {
  if (facts.fate === 'deploy' || facts.step.code !== 0) return false
  return outcomeOf(facts) === 'paused' || wrongs({ ...facts, fate: 'deploy' }).length === 0
}
