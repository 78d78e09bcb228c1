import type { Problem, ServiceName } from '../words.js'

/** Services that wait for each other: nothing of them could be built first. Told the same way wherever it was found. */
export const cycle = (path: readonly ServiceName[], name: ServiceName): Problem => {
  const round = path.slice(path.indexOf(name))
  const first = round.indexOf([...round].sort()[0] as ServiceName)
  const told = [...round.slice(first), ...round.slice(0, first + 1)]
  return {
    code: 'service-cycle',
    fault: 'caller',
    problem: `services are built from each other's images: ${told.join(' → ')}`,
    why: 'each of them would have to be there before the others',
    fix: `let one of them start from an image of its own: take ${told[1]} out of what ${told[0]} is built from`,
  }
}
