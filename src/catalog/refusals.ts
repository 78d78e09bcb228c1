import { type Problem, StaggerError } from '../words.js'

/** What all came to. Else throws the problems of all at once: whoever corrects one wants to know of the others, too. */
export const allOrEveryProblem = async <T>(made: readonly Promise<T>[]): Promise<readonly T[]> => {
  const results = await Promise.allSettled(made)
  const problems = results.flatMap((result) =>
    result.status === 'rejected' ? problemsOf(result.reason) : [],
  )
  if (problems.length > 0) throw new StaggerError(...(unique(problems) as [Problem]))
  return Promise.all(made)
}

/** Anything but a refusal is a bug, and goes on. */
export const problemsOf = (error: unknown): readonly Problem[] => {
  if (error instanceof StaggerError) return error.problems
  throw error
}

/** Services that share a Dockerfile share its problems. */
const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/** What is wrong in the past, or only of use, is no reason to refuse the present; a bug still is. */
export const nullIfRefused = (error: unknown): null => {
  if (error instanceof StaggerError) return null
  throw error
}
