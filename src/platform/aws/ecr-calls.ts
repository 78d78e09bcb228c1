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

export const ecrCalls = (sdk: Sdk, client: ECRClient, { account, region, endpoint }: EcrPlace): EcrCalls => {
  const of = (repositoryName: string) => ({ registryId: account, repositoryName })
  const place = endpoint ?? `Amazon ECR in ${region}`
  /** An error that the caller knows by its name stays as it is. */
  const told = async <T>(
    action: string,
    name: string,
    asked: Promise<T>,
    known: readonly string[] = [],
  ): Promise<T> =>
    asked.catch((error) => {
      const subject = name === '' ? 'the registry' : `repository ${name} of account ${account}`
      throw isCalled(error, ...known) ? error : translate(error, { action, subject, place })
    })

  return {
    batchGet: (name, ids) => {
      const command = new sdk.BatchGetImageCommand({
        ...of(name),
        imageIds: [...ids],
        acceptedMediaTypes: [...MANIFESTS],
      })
      return told('ecr:BatchGetImage', name, client.send(command), [NO_REPOSITORY])
    },
    batchDelete: (name, ids) => {
      const command = new sdk.BatchDeleteImageCommand({ ...of(name), imageIds: [...ids] })
      return told('ecr:BatchDeleteImage', name, client.send(command), [NO_REPOSITORY])
    },
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
    tagged: async (name) => {
      const pages = sdk.paginateListImages(
        { client, pageSize: 1000 },
        { ...of(name), filter: { tagStatus: 'TAGGED' } },
      )
      return told(
        'ecr:ListImages',
        name,
        gather(pages, ({ imageIds }) => imageIds),
        [NO_REPOSITORY],
      )
    },
    describe: async (name) => {
      const pages = sdk.paginateDescribeImages({ client, pageSize: 1000 }, of(name))
      return told(
        'ecr:DescribeImages',
        name,
        gather(pages, ({ imageDetails }) => imageDetails),
        [NO_REPOSITORY],
      )
    },
    isThere: async (name) => {
      const command = new sdk.DescribeRepositoriesCommand({ registryId: account, repositoryNames: [name] })
      const asked = client.send(command).then(
        () => true,
        (error) => {
          if (isCalled(error, NO_REPOSITORY)) return false
          throw error
        },
      )
      return told('ecr:DescribeRepositories', name, asked)
    },
    create: async (name) => {
      const command = new sdk.CreateRepositoryCommand({
        ...of(name),
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: MAY_MOVE.map((filter) => ({ filterType: 'WILDCARD', filter })),
      })
      await told('ecr:CreateRepository', name, client.send(command), [
        'RepositoryAlreadyExistsException',
      ]).catch((error) => {
        if (!isCalled(error, 'RepositoryAlreadyExistsException')) throw error
      })
    },
    login: async () => {
      const asked = client.send(new sdk.GetAuthorizationTokenCommand({}))
      const { authorizationData } = await told('ecr:GetAuthorizationToken', '', asked)
      const [data] = authorizationData ?? []
      return {
        credentials: credentialsIn(data?.authorizationToken ?? ''),
        until: data?.expiresAt?.getTime() ?? 0,
      }
    },
  }
}

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
