import type { Meddle, Operations } from '../api/endpoint.js'
import { refuse } from '../api/fault.js'
import type { Model } from '../api/model.js'
import { type Meddling, strike } from './fault.js'

const throttled = ({ protocol }: Model): never =>
  protocol === 'json' ? refuse('ThrottlingException', 'Rate exceeded') : refuse('Throttling', 'Rate exceeded')

const broken = ({ name }: Model): never =>
  name === 'ecs'
    ? refuse('ServerException', 'Service Unavailable. Please try again later.')
    : refuse('InternalFailure', 'The request processing has failed because of an unknown error.')

/** The faults that wait for a request, and what they do to it. */
export interface Meddler {
  armed: readonly Meddling[]
  readonly meddle: Meddle
}

export const createMeddler = (ago: (changes: number) => Operations): Meddler => {
  const meddler: Meddler = {
    armed: [],
    meddle: async ({ model, operation }, play) => {
      const [fault, left] = strike(meddler.armed, operation)
      meddler.armed = left
      switch (fault?.kind) {
        case undefined:
          return play()
        case 'throttle':
          return throttled(model)
        case 'server-error':
          return broken(model)
        case 'stale':
          return play(ago(fault.changes))
        case 'lost-answer':
          await play()
          return 'cut'
      }
    },
  }
  return meddler
}
