import { type Fault, type Problem, StaggerError } from '../../words.js'

/** What was asked of AWS when it failed. */
export interface Asked {
  /** The IAM action, e.g. `ecs:UpdateService`. */
  readonly action: string
  /** What it was about, e.g. `service cart in cluster shop`. */
  readonly subject: string
  /** Which region or endpoint was asked. */
  readonly place: string
}

interface Failure {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly $fault?: 'client' | 'server'
  readonly $metadata?: { readonly httpStatusCode?: number }
  readonly errors?: readonly Failure[]
}

type Rule = readonly [matches: RegExp, explain: (failure: Failure, asked: Asked) => Omit<Problem, 'why'>]

const problem = (code: string, fault: Fault, text: string, fix: string) => ({
  code,
  fault,
  problem: text,
  fix,
})

const CREDENTIALS =
  /^(ExpiredToken(Exception)?|RequestExpired|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|MissingAuthenticationToken|CredentialsProviderError|TokenProviderError|InvalidIdentityToken(Exception)?)$/
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError|ERR_TLS.*|CERT_.*|UND_ERR.*)$/

/** By the error's name, or its code where a socket failed. The first that matches tells. */
const RULES: readonly Rule[] = [
  [
    /^ClusterNotFoundException$/,
    (_, { subject, place }) =>
      problem(
        'cluster-not-found',
        'caller',
        `there is no such cluster: ${subject}, asked at ${place}`,
        'Correct cluster, region or endpoint of the environment in stagger.yml. The clusters that exist: aws ecs list-clusters',
      ),
  ],
  [
    /^Service(NotFound|NotActive)Exception$/,
    (_, { subject, place }) =>
      problem(
        'service-not-found',
        'caller',
        `there is no such active service: ${subject}, asked at ${place}`,
        'Correct service or cluster of the environment in stagger.yml, or let your infrastructure code make the service.',
      ),
  ],
  [
    /^(AccessDenied(Exception)?|UnauthorizedOperation|NotAuthorized)$/,
    (failure, asked) => {
      const action = /not authorized to perform: ([\w-]+:\w+)/.exec(failure.message)?.[1] ?? asked.action
      return problem(
        'access-denied',
        'caller',
        `AWS denies ${action} for ${asked.subject}`,
        `Allow the action ${action} in the policy of the role that runs this. Which role that is: aws sts get-caller-identity`,
      )
    },
  ],
  [
    CREDENTIALS,
    (_, { place }) =>
      problem(
        'credentials',
        'world',
        `AWS takes no credentials from here (${place})`,
        'Get new ones (in a workflow: aws-actions/configure-aws-credentials with permissions id-token: write; here: aws sso login) and run it again.',
      ),
  ],
  [
    /^(ThrottlingException|Throttling|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown)$/,
    (_, { action }) =>
      problem(
        'throttled',
        'world',
        `AWS throttles ${action}, again and again`,
        'Run it again later, or with fewer services at once.',
      ),
  ],
  [
    NETWORK,
    (_, { place }) =>
      problem(
        'unreachable',
        'world',
        `${place} cannot be reached`,
        'Check the region, the endpoint (AWS_ENDPOINT_URL) and the network, and run it again.',
      ),
  ],
]

/** The SDK may wrap a socket's error; then its code stands in the message alone. */
const names = (failure: Failure): readonly string[] => [
  failure.name,
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
