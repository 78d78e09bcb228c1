import { type Problem, StaggerError } from '../../words.js'
import { type Asked, type Failure, problem, RULES } from './error-rules.js'

/** The SDK may wrap a socket's error; then its name and its code stand in the message alone. */
const names = (failure: Failure): readonly string[] => [
  failure.name,
  ...(/^AWS SDK error wrapper for (\w+)/.exec(failure.message)?.slice(1) ?? []),
  ...(failure.message.match(/\bE[A-Z_]{4,}\b/g) ?? []),
  ...(failure.code ? [failure.code] : []),
  ...(failure.errors ?? []).flatMap(names),
]

const otherwise = (failure: Failure, { action, subject, place }: Asked): Omit<Problem, 'why'> | undefined => {
  if (/region is missing/i.test(failure.message)) {
    return problem(
      'no-region',
      'caller',
      'no AWS region is known',
      'Set region: in the environment in stagger.yml, or AWS_REGION.',
    )
  }
  if (failure.$fault === 'server' || (failure.$metadata?.httpStatusCode ?? 0) >= 500) {
    return problem(
      'aws-failed',
      'world',
      `AWS failed at ${action} for ${subject}`,
      'Run it again; see https://health.aws.amazon.com if it stays.',
    )
  }
  if (failure.$metadata === undefined) return undefined
  return failure.name === 'SyntaxError'
    ? problem(
        'not-aws',
        'world',
        `${place} does not answer as AWS does`,
        'Check the endpoint (AWS_ENDPOINT_URL) and what stands between: a proxy?',
      )
    : problem(
        'aws-refused',
        'caller',
        `AWS refuses ${action} for ${subject}`,
        'Correct what AWS names, in the environment in stagger.yml or in the template.',
      )
}

const why = ({ name, code, message, errors }: Failure): string => {
  const said = message || errors?.map(why).join('; ') || code || 'no reason given'
  return name === 'Error' || name === 'AggregateError' ? said : `${name}: ${said}`
}

/** AWS's error as people read it; an error that is not AWS's is a bug, and comes back as it was. */
export const translate = (error: unknown, asked: Asked): unknown => {
  if (!(error instanceof Error) || error instanceof StaggerError) return error
  const failure: Failure = error
  const rule = RULES.find(([matches]) => names(failure).some((name) => matches.test(name)))
  const told = rule ? rule[1](failure, asked) : otherwise(failure, asked)
  return told ? new StaggerError({ ...told, why: why(failure) }) : error
}
