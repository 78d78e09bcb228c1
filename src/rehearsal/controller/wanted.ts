import { foreign, leftovers } from './sets.js'
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

/** ROLLING replaces task by task, once what an older deployment left in the other group is gone. */
const rolling = (service: Service): Wanted | undefined => {
  const { course, target, rollback } = newest(service)
  const none = foreign(service, target)
  if (none.length > 0) return { whole: present(course.blue), none }
  return course.stage === 'PRE_SCALE_UP' && !rollback ? onTheWay(service) : undefined
}

/** What the deployment under way wants of each revision; undefined where tasks are replaced one by one. */
export const wantedSets = (service: Service): Wanted | undefined => {
  const deployment = newest(service)
  if (!isUnderWay(deployment)) return undefined
  if (deployment.course.strategy === 'ROLLING') return rolling(service)
  return deployment.rollback ? onTheWayBack(service) : onTheWay(service)
}
