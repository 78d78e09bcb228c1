import type {
  BatchDeleteImageCommandOutput,
  BatchGetImageCommandOutput,
  ECRClient,
  ImageDetail,
  ImageIdentifier,
} from '@aws-sdk/client-ecr'
import { MANIFESTS } from '../registry/manifests.js'
import { type Credentials, Secret } from '../registry/secret.js'
import type { Manifest } from '../registry.js'
import type { EcrPlace } from './ecr-place.js'
import { translate } from './errors.js'

/** What ECR is asked, one call each, of one repository by its name without the host. */
export interface EcrCalls {
  batchGet(name: string, ids: readonly ImageIdentifier[]): Promise<BatchGetImageCommandOutput>
  batchDelete(name: string, ids: readonly ImageIdentifier[]): Promise<BatchDeleteImageCommandOutput>
  put(name: string, manifest: Manifest, tag: string | null): Promise<void>
  /** The ids of all images with a name. */
  tagged(name: string): Promise<readonly ImageIdentifier[]>
  /** All images, also those without a name. */
  describe(name: string): Promise<readonly ImageDetail[]>
  isThere(name: string): Promise<boolean>
  create(name: string): Promise<void>
  /** A name and password for Docker's API, and until when they are good. */
  login(): Promise<{ readonly credentials: Credentials; readonly until: number }>
}

type Sdk = typeof import('@aws-sdk/client-ecr')

/** The names that may move: caches, and what carries a push. All others stand for one image for ever. */
const MAY_MOVE = ['cache*', 'staging-*']

/** ECR's own error by its name: what it means depends on what was asked. */
export const isCalled = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name)

/** How one ECR is asked, and its errors told. */
interface Line {
  readonly sdk: Sdk
  readonly client: ECRClient
  readonly account: string
  /** Of which registry and repository. */
  of(name: string): { readonly registryId: string; readonly repositoryName: string }
  /** An error that the caller knows by its name stays as it is. */
  told<T>(action: string, name: string, asked: Promise<T>, known?: readonly string[]): Promise<T>
}

export const ecrCalls = (sdk: Sdk, client: ECRClient, place: EcrPlace): EcrCalls => {
  const line = lineTo(sdk, client, place)
  return { ...reading(line), ...writing(line), ...preparing(line), login: () => login(line) }
}

const lineTo = (sdk: Sdk, client: ECRClient, { account, region, endpoint }: EcrPlace): Line => ({
  sdk,
  client,
  account,
  of: (repositoryName) => ({ registryId: account, repositoryName }),
  told: (action, name, asked, known = []) =>
    asked.catch((error) => {
      const subject = name === '' ? 'the registry' : `repository ${name} of account ${account}`
      const asking = { action, subject, place: endpoint ?? `Amazon ECR in ${region}` }
      throw isCalled(error, ...known) ? error : translate(error, asking)
    }),
})

const reading = ({ sdk, client, of, told }: Line) =>
  ({
    batchGet: (name, ids) => {
      const images = { imageIds: [...ids], acceptedMediaTypes: [...MANIFESTS] }
      const command = new sdk.BatchGetImageCommand({ ...of(name), ...images })
      return told('ecr:BatchGetImage', name, client.send(command), [NO_REPOSITORY])
    },
    tagged: (name) => {
      const asked = { ...of(name), filter: { tagStatus: 'TAGGED' } } as const
      const pages = sdk.paginateListImages({ client, pageSize: PAGE }, asked)
      const gathered = gather(pages, ({ imageIds }) => imageIds)
      return told('ecr:ListImages', name, gathered, [NO_REPOSITORY])
    },
    describe: (name) => {
      const pages = sdk.paginateDescribeImages({ client, pageSize: PAGE }, of(name))
      const gathered = gather(pages, ({ imageDetails }) => imageDetails)
      return told('ecr:DescribeImages', name, gathered, [NO_REPOSITORY])
    },
  }) satisfies Partial<EcrCalls>

const writing = ({ sdk, client, of, told }: Line) =>
  ({
    put: async (name, { digest, mediaType, body }, tag) => {
      const command = new sdk.PutImageCommand({
        ...of(name),
        imageManifest: new TextDecoder().decode(body),
        imageManifestMediaType: mediaType,
        imageDigest: digest,
        ...(tag === null ? {} : { imageTag: tag }),
      })
      await told('ecr:PutImage', name, client.send(command), [NO_REPOSITORY, ...TAKEN, ...INCOMPLETE])
    },
    batchDelete: (name, ids) => {
      const command = new sdk.BatchDeleteImageCommand({ ...of(name), imageIds: [...ids] })
      return told('ecr:BatchDeleteImage', name, client.send(command), [NO_REPOSITORY])
    },
  }) satisfies Partial<EcrCalls>

const preparing = ({ sdk, client, account, of, told }: Line) =>
  ({
    isThere: async (name) => {
      const command = new sdk.DescribeRepositoriesCommand({ registryId: account, repositoryNames: [name] })
      const asked = told('ecr:DescribeRepositories', name, client.send(command), [NO_REPOSITORY])
      return asked.then(() => true, unless(NO_REPOSITORY, false))
    },
    create: async (name) => {
      const command = new sdk.CreateRepositoryCommand({
        ...of(name),
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: MAY_MOVE.map((filter) => ({ filterType: 'WILDCARD', filter })),
      })
      const asked = told('ecr:CreateRepository', name, client.send(command), [ALREADY_THERE])
      await asked.catch(unless(ALREADY_THERE, null))
    },
  }) satisfies Partial<EcrCalls>

const login = async ({ sdk, client, told }: Line): ReturnType<EcrCalls['login']> => {
  const asked = client.send(new sdk.GetAuthorizationTokenCommand({}))
  const { authorizationData } = await told('ecr:GetAuthorizationToken', '', asked)
  const [data] = authorizationData ?? []
  return {
    credentials: credentialsIn(data?.authorizationToken ?? ''),
    until: data?.expiresAt?.getTime() ?? 0,
  }
}

/** An error of this name is an answer. */
const unless =
  <T>(name: string, otherwise: T) =>
  (error: unknown): T => {
    if (isCalled(error, name)) return otherwise
    throw error
  }

const PAGE = 1000
const ALREADY_THERE = 'RepositoryAlreadyExistsException'
export const NO_REPOSITORY = 'RepositoryNotFoundException'
/** The first says that this image has this name already, the second that another one has it. */
export const TAKEN = ['ImageAlreadyExistsException', 'ImageTagAlreadyExistsException']
export const INCOMPLETE = ['LayersNotFoundException', 'ReferencedImagesNotFoundException']

const gather = async <Page, Item>(
  pages: AsyncIterable<Page>,
  pick: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> => {
  const items: Item[] = []
  for await (const page of pages) items.push(...(pick(page) ?? []))
  return items
}

/** `AWS:PASSWORD` in Base64. */
const credentialsIn = (token: string): Credentials => {
  const plain = Buffer.from(token, 'base64').toString()
  const colon = plain.indexOf(':')
  return { kind: 'password', user: plain.slice(0, colon), password: new Secret(plain.slice(colon + 1)) }
}
