import type { PlannedService } from '../changes/planned.js'

/** What is left to do for one image. Always in this order: nothing gets a name before its tests passed. */
export interface Steps {
  readonly test: boolean
  readonly build: boolean
}

/** `found`: the image of these inputs is there already. `tested`: so is the verdict on it, with these tests. */
export const stepsFor = ({ test }: Pick<PlannedService, 'test'>, found: boolean, tested: boolean): Steps => ({
  build: !found,
  test: test !== null && !tested,
})

/** The same in words, for a dry run. */
export const describeSteps = ({ test, build }: Steps, where: string): readonly string[] => [
  ...(test ? ['run its tests'] : []),
  ...(build ? ['build it', `push it to ${where}`] : [`reuse the image that ${where} holds`]),
]
