import { StaggerError } from '../words.js'

const PASSING = ['throttled', 'unreachable', 'aws-failed']

/** May the same question have an answer a moment later? */
export const isPassing = (error: unknown): error is StaggerError =>
  error instanceof StaggerError && error.problems.every(({ code }) => PASSING.includes(code))
