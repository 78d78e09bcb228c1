import { type Clock, systemClock } from './clock.js'

const TRIES = 3
const PAUSE = 250

/** Asks again where the answer says that the next one may be another. Only for what may be done twice. */
export const retrying = async <Answer>(
  ask: () => Promise<Answer>,
  passing: (answer: Answer) => boolean,
  clock: Pick<Clock, 'sleep'> = systemClock,
): Promise<Answer> => {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask()
    if (attempt === TRIES || !passing(answer)) return answer
    await clock.sleep(PAUSE * attempt)
  }
}
