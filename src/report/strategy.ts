import type { Capacity, Forecast } from '../rollout/forecast.js'
import { tellSteps } from '../rollout/ladder.js'

/** A strategy in numbers: `canary: 5% for 10 min, 100% for 5 min; waits 15 min at least; 2 to 4 tasks`. */
export const forecastLine = (expected: Forecast): string => {
  const { shape, steps, leastMinutes, mostMinutes, capacity } = expected
  const waits = leastMinutes > 0 ? `waits ${minutes(leastMinutes)} at least` : 'waits for the tasks alone'
  const course =
    'minimum' in shape ? `${shape.minimum}% to ${shape.maximum}% of the tasks run` : tellSteps(steps)
  return `${shape.strategy}: ${course}; ${waits}, ${minutes(mostMinutes)} at most; ${tasks(capacity)}`
}

const tasks = ({ least, most, desired }: Capacity): string =>
  desired === 0
    ? 'no tasks are wanted'
    : `room for ${most} ${most === 1 ? 'task' : 'tasks'} is needed, ${least} always serve`

/** `45 min`, `2 h`, `1 h 30 min`, `3 d` */
export const minutes = (all: number): string => {
  const [days, hours, rest] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60]
  const parts = [
    [days, 'd'],
    [hours, 'h'],
    [rest, 'min'],
  ] as const
  const told = parts.filter(([many]) => many > 0).map(([many, unit]) => `${many} ${unit}`)
  return told.length > 0 ? told.slice(0, 2).join(' ') : '0 min'
}
