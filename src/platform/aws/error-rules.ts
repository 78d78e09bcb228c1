import type { Fault, Problem } from '../../words.js'

/** What was asked of AWS when it failed. */
export interface Asked {
  /** The IAM action, e.g. `ecs:UpdateService`. */
  readonly action: string
  /** What it was about, e.g. `service cart in cluster shop`. */
  readonly subject: string
  /** Which region or endpoint was asked. */
  readonly place: string
}

export interface Failure {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly $fault?: 'client' | 'server'
  readonly $metadata?: { readonly httpStatusCode?: number }
  readonly errors?: readonly Failure[]
}

type Rule = readonly [matches: RegExp, explain: (failure: Failure, asked: Asked) => Omit<Problem, 'why'>]

export const problem = (code: string, fault: Fault, text: string, fix: string) => ({
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
export const RULES: readonly Rule[] = [
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
    /^DeploymentLimitExceededException$/,
    (_, { action, subject }) =>
      problem(
        'deployment-under-way',
        'caller',
        `AWS refuses ${action} for ${subject} while another deployment is under way`,
        'Wait for what AWS names; a deployment that is rolled back goes on until it is. Or have it rolled back: stagger stop. Then run this again.',
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
