import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { RANGES, type Range } from '../../../src/rehearsal/ecs/configuration/ranges.js'

type Case = readonly [name: string, configuration: DeploymentConfiguration]

const PAUSE = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] } as const

/** A configuration in which the field is allowed at all, with the value in it. */
const around = (field: string, value: number): DeploymentConfiguration => {
  const [name = '', member = ''] = field.split('.')
  switch (name) {
    case 'canaryConfiguration':
      return { strategy: 'CANARY', canaryConfiguration: { [member]: value } }
    case 'linearConfiguration':
      return { strategy: 'LINEAR', linearConfiguration: { [member]: value } }
    case 'deploymentCircuitBreaker':
      return {
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'COUNT', value },
        },
      }
    case 'lifecycleHooks':
      return { lifecycleHooks: [{ ...PAUSE, timeoutConfiguration: { timeoutInMinutes: value } }] as never }
    case 'bakeTimeInMinutes':
      return { strategy: 'BLUE_GREEN', bakeTimeInMinutes: value }
    case 'maximumPercent':
      return { maximumPercent: value, minimumHealthyPercent: 50 }
    default:
      return { [field]: value }
  }
}

/** Early success is refused by the rehearsal whatever its numbers are. */
const isPlayed = ({ field }: Range): boolean => !field.startsWith('earlySuccessCriteria')

/** The lowest, the highest, and beyond both; whole numbers by a half, tenths by a twentieth. */
const valuesOf = ({ low, high, grid }: Range): readonly number[] =>
  [low, low - grid, low + grid / 2, ...(high === undefined ? [] : [high, high + grid])].map((value) =>
    Number(value.toFixed(2)),
  )

/** For every numeric field of a deployment configuration: its ends, above, below, and off its grid. */
export const rangeCases = (): readonly Case[] =>
  RANGES.filter(isPlayed).flatMap((range) =>
    valuesOf(range).map((value) => [`${range.field} ${value}`, around(range.field, value)] as const),
  )
