import { leftovers } from './sets.js'
import { isUnderWay, type Service, wantedRevision } from './state.js'
import { newest } from './turn.js'

/** The revisions that are to have all desired tasks, and those that are to have none; the others stay as they are. */
export interface Wanted {
  readonly whole: readonly string[]
  readonly none: readonly string[]
}

const present = (revision: string | undefined): readonly string[] =>
  revision === undefined ? [] : [revision]

const onTheWay = (service: Service): Wanted => {
  const { course, target } = newest(service)
  const blue = present(course.blue)
  switch (course.stage) {
    case 'RECONCILE_SERVICE':
      return { whole: blue, none: leftovers(service, course.blue, target) }
    case 'PRE_SCALE_UP':
      return { whole: blue, none: [] }
    case 'CLEAN_UP':
      return { whole: [target], none: leftovers(service, target) }
    default:
      return { whole: [...blue, target], none: [] }
  }
}

const onTheWayBack = (service: Service): Wanted => {
  const home = wantedRevision(service)
  return { whole: [home], none: leftovers(service, home) }
}

/**
 * What a deployment that shifts traffic wants of each revision; undefined where tasks are replaced one by one: in
 * ROLLING once it has begun, and between deployments.
 */
export const wantedSets = (service: Service): Wanted | undefined => {
  const deployment = newest(service)
  if (!isUnderWay(deployment)) return undefined
  const { strategy, stage } = deployment.course
  if (strategy === 'ROLLING')
    return stage === 'PRE_SCALE_UP' && !deployment.rollback ? onTheWay(service) : undefined
  return deployment.rollback ? onTheWayBack(service) : onTheWay(service)
}
