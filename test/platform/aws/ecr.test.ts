import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ecrPlaceOf } from '../../../src/platform/aws/ecr-place.js'
import { openRegistries } from '../../../src/platform/registry/choose.js'
import type { Digest, StaggerError } from '../../../src/words.js'
import { VirtualClock } from '../clock.js'
import { type Played, serve } from '../registry/played.js'
import { pushTo } from '../registry/push.js'
import { registryContract } from '../registry.contract.js'
import { ACCOUNT, hold, PASSWORD, type PlayedEcr, playedEcr } from './played-ecr.js'

const REGION = 'eu-west-1'
const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`
const CART = `${HOST}/shop/cart`

let ecr: PlayedEcr
let before: NodeJS.ProcessEnv
beforeEach(async () => {
  before = { ...process.env }
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
  ecr = await playedEcr({ page: 7 })
})
afterEach(async () => {
  process.env = before
  await ecr.stop()
})

const open = (host = HOST) => {
  const place = { host, account: ACCOUNT, region: REGION, endpoint: `http://${ecr.host}` }
  return openRegistries({ ecr: [place], clock: new VirtualClock(), credentialsOf: async () => null })
}
const problemOf = async (asked: Promise<unknown>) => {
  const error = (await asked.catch((caught: unknown) => caught)) as StaggerError
  return error.problems?.[0] ?? error
}
const operations = () => ecr.asked.map(({ operation }) => operation)
const manifestOf = (content: string) => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  body: Buffer.from(JSON.stringify({ schemaVersion: 2, content })),
})

registryContract('Amazon ECR, as it is played,', async () => {
  const whole = await playedEcr({ immutable: false })
  const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
  const without = Object.fromEntries(Object.keys(keys).map((key) => [key, process.env[key]]))
  Object.assign(process.env, keys)
  const place = { host: whole.host, account: ACCOUNT, region: REGION, endpoint: `http://${whole.host}` }
  const authorization = `Basic ${Buffer.from(`AWS:${PASSWORD}`).toString('base64')}`
  return {
    registry: openRegistries({ ecr: [place], credentialsOf: async () => null }),
    repository: `${whole.host}/contract`,
    push: pushTo(`http://${whole.host}/v2/contract`, { authorization }),
    stop: async () => {
      for (const [key, value] of Object.entries(without))
        if (value === undefined) delete process.env[key]
        else process.env[key] = value
      await whole.stop()
    },
  }
})

test.each([
  [HOST, { account: ACCOUNT, region: REGION }],
  [`${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn`, { account: ACCOUNT, region: 'cn-north-1' }],
  [`${ACCOUNT}.dkr.ecr-fips.us-gov-west-1.amazonaws.com`, { account: ACCOUNT, region: 'us-gov-west-1' }],
  ['ghcr.io', null],
  [`evil.${HOST}`, null],
  [`${HOST}.example.com`, null],
  ['public.ecr.aws', null],
])('%s is an ECR, or none', (host, place) => {
  const found = ecrPlaceOf(host)
  if (place) expect(found).toEqual({ host, ...place })
  else expect(found).toBeNull()
})

describe('look-ups', () => {
  test('hundreds take a call each hundred, in order, and what is not there is told apart', async () => {
    const digests = Array.from({ length: 250 }, (_, at) => hold(ecr, 'shop/cart', `${at}`, [`in-${at}`]))
    const other = hold(ecr, 'shop/user', 'user', ['in-0'])
    const wanted = [
      ...digests.map((_, at) => ({ repository: CART, reference: `in-${at}` })),
      { repository: CART, reference: 'in-none' },
      { repository: CART, reference: digests[3] as Digest },
      { repository: `${HOST}/shop/user`, reference: 'in-0' },
      { repository: `${HOST}/shop/none`, reference: 'in-0' },
    ]
    const found = await open().manifests(wanted)
    expect(found.map((one) => one?.digest ?? null)).toEqual([...digests, null, digests[3], other, null])
    expect(operations()).toEqual(Array.from({ length: 5 }, () => 'BatchGetImage'))
    expect(ecr.asked[0]?.body).toMatchObject({ registryId: ACCOUNT, repositoryName: 'shop/cart' })
  })

  test('an image that a key does not open is an error, and no missing image', async () => {
    hold(ecr, 'shop/cart', 'one', ['in-1'])
    ecr.failNext('BatchGetImage', 'AccessDeniedException', 400)
    expect(await problemOf(open().manifest(CART, 'in-1'))).toMatchObject({
      code: 'access-denied',
      fault: 'caller',
      problem: expect.stringContaining('ecr:BatchGetImage'),
      fix: expect.stringContaining('ecr:BatchGetImage'),
    })
  })
})

describe('names', () => {
  test('are given without a pull, and again', async () => {
    const digest = hold(ecr, 'shop/cart', 'one', ['staging-1'])
    for (const _ of [1, 2]) await open().tag(CART, digest, 'in-1')
    expect(ecr.repositories.get('shop/cart')?.tags.get('in-1')).toBe(digest)
    expect(operations()).toEqual(['BatchGetImage', 'PutImage', 'BatchGetImage', 'PutImage', 'BatchGetImage'])
  })

  test('that another image has do not move: the error names both', async () => {
    const [mine, others] = [hold(ecr, 'shop/cart', 'mine', []), hold(ecr, 'shop/cart', 'others', ['1.0.0'])]
    for (const give of [open().tag, open().label])
      expect(await problemOf(give(CART, mine, '1.0.0'))).toMatchObject({
        code: 'name-taken',
        why: `it stands for ${others}, and ${mine} was to get it`,
      })
    expect(await problemOf(open().put(CART, manifestOf('new'), '1.0.0'))).toMatchObject({
      code: 'name-taken',
    })
  })

  test('are given once where only the answer is lost', async () => {
    const digest = hold(ecr, 'shop/cart', 'one', [])
    for (const give of [open().tag, open().label]) {
      ecr.failNext('PutImage', 'ServerException', 500, true)
      await give(CART, digest, '2.0.0')
    }
    ecr.failNext('PutImage', 'ServerException', 500, true)
    expect(await open().claim(CART, digest, 'in-9')).toEqual({ digest, adopted: false })
  })

  test('of two that claim at once one wins, and the other adopts', async () => {
    const digests = Array.from({ length: 8 }, (_, at) => hold(ecr, 'shop/cart', `racer ${at}`, []))
    const claims = await Promise.all(digests.map((digest) => open().claim(CART, digest, 'in-1')))
    const winner = ecr.repositories.get('shop/cart')?.tags.get('in-1')
    expect(new Set(claims.map(({ digest }) => digest))).toEqual(new Set([winner]))
    expect(claims.filter(({ adopted }) => !adopted)).toHaveLength(1)
  })

  test('are listed page by page, with ages; without a repository there are none', async () => {
    const digests = Array.from({ length: 20 }, (_, at) =>
      hold(ecr, 'shop/cart', `${at}`, at % 2 ? [`in-${at}`, `1.0.${at}`] : [], 1_700_000_000 + at),
    )
    expect(await open().names(CART)).toHaveLength(20)
    const listing = await open().list(CART)
    expect(listing?.namesApart).toBe(true)
    expect(listing?.images.map(({ digest }) => digest)).toEqual(digests)
    expect(listing?.images[3]).toMatchObject({ names: ['1.0.3', 'in-3'], pushed: 1_700_000_003_000 })
    expect(listing?.images[4]?.names).toEqual([])
    expect(operations()).toEqual([
      ...Array.from({ length: 3 }, () => 'ListImages'),
      ...Array.from({ length: 3 }, () => 'DescribeImages'),
      'BatchGetImage',
    ])
    expect([await open().names(`${HOST}/none`), await open().list(`${HOST}/none`)]).toEqual([null, null])
  })
})

describe('pushes', () => {
  test('a manifest by its digest, again and again', async () => {
    hold(ecr, 'shop/cart', 'something', [])
    const puts = [
      await open().put(CART, manifestOf('new'), null),
      await open().put(CART, manifestOf('new'), null),
    ]
    expect(puts[0]).toEqual(puts[1])
    expect(ecr.repositories.get('shop/cart')?.images.has(puts[0]?.digest ?? '')).toBe(true)
  })

  test('without a repository: how to make it', async () => {
    expect(await problemOf(open().put(CART, manifestOf('new'), null))).toMatchObject({
      code: 'repository-not-found',
      fault: 'caller',
      fix: expect.stringContaining(
        `aws ecr create-repository --region ${REGION} --repository-name shop/cart --image-tag-mutability IMMUTABLE_WITH_EXCLUSION`,
      ),
    })
    expect(await problemOf(open().prepare(CART, false))).toMatchObject({ code: 'repository-not-found' })
  })

  test('it is made where that is asked for, also by two at once', async () => {
    await Promise.all([open().prepare(CART, true), open().prepare(CART, true)])
    await open().prepare(CART, true)
    expect([...ecr.repositories.keys()]).toEqual(['shop/cart'])
    expect(ecr.asked.find(({ operation }) => operation === 'CreateRepository')?.body).toMatchObject({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [
        { filterType: 'WILDCARD', filter: 'cache*' },
        { filterType: 'WILDCARD', filter: 'staging-*' },
      ],
    })
  })

  test('a manifest whose layers are missing', async () => {
    hold(ecr, 'shop/cart', 'something', [])
    ecr.failNext('PutImage', 'LayersNotFoundException')
    expect(await problemOf(open().put(CART, manifestOf('new'), 'in-1'))).toMatchObject({
      code: 'image-parts-missing',
    })
  })
})

describe('removals', () => {
  test('an image with its names; a name alone; nothing that is not there', async () => {
    const digest = hold(ecr, 'shop/cart', 'one', ['in-1', 'staging-1'])
    const other = hold(ecr, 'shop/cart', 'two', ['in-2'])
    await open().remove(CART, 'staging-1')
    expect([...(ecr.repositories.get('shop/cart')?.tags.keys() ?? [])]).toEqual(['in-1', 'in-2'])
    for (const _ of [1, 2]) await open().remove(CART, digest)
    expect([...(ecr.repositories.get('shop/cart')?.images.keys() ?? [])]).toEqual([other])
    await open().remove(`${HOST}/none`, digest)
  })

  test('what an index holds is refused', async () => {
    const held = hold(ecr, 'shop/cart', 'held', [])
    hold(ecr, 'shop/cart', `an index of ${held}`, ['in-1'])
    expect(await problemOf(open().remove(CART, held))).toMatchObject({
      code: 'image-not-removed',
      fault: 'caller',
      why: expect.stringContaining('ImageReferencedByManifestList'),
    })
  })
})

describe('what AWS refuses', () => {
  test.each<[string, string, string, () => Promise<unknown>]>([
    ['PutImage', 'ecr:PutImage', 'access-denied', () => open().put(CART, manifestOf('new'), null)],
    ['ListImages', 'ecr:ListImages', 'access-denied', () => open().names(CART)],
    ['DescribeImages', 'ecr:DescribeImages', 'access-denied', () => open().list(CART)],
    ['DescribeRepositories', 'ecr:DescribeRepositories', 'access-denied', () => open().prepare(CART, true)],
    ['CreateRepository', 'ecr:CreateRepository', 'access-denied', () => open().prepare(CART, true)],
    ['BatchDeleteImage', 'ecr:BatchDeleteImage', 'access-denied', () => open().remove(CART, 'in-1')],
  ])('%s names the action', async (operation, action, code, ask) => {
    ecr.failNext(operation, 'AccessDeniedException')
    expect(await problemOf(ask())).toMatchObject({
      code,
      fault: 'caller',
      problem: expect.stringContaining(action),
    })
  })

  test('throttling passes', async () => {
    const digest = hold(ecr, 'shop/cart', 'one', ['in-1'])
    ecr.failNext('BatchGetImage', 'ThrottlingException')
    ecr.failNext('BatchGetImage', 'ServerException', 500)
    expect((await open().manifest(CART, 'in-1'))?.digest).toBe(digest)
  })

  test('credentials that are no more', async () => {
    ecr.failNext('BatchGetImage', 'ExpiredTokenException')
    expect(await problemOf(open().manifest(CART, 'in-1'))).toMatchObject({
      code: 'credentials',
      fault: 'world',
    })
  })
})

describe('Docker’s API of an ECR', () => {
  let docker: Played
  beforeEach(async () => {
    const expected = `Basic ${Buffer.from(`AWS:${PASSWORD}`).toString('base64')}`
    docker = await serve(({ headers }, response) =>
      headers.authorization === expected
        ? response.end('{}')
        : response.writeHead(401, { 'www-authenticate': 'Basic realm="ecr"' }).end(),
    )
  })
  afterEach(() => docker.stop())
  const DIGEST = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' as Digest

  test('is logged in to with its own token, asked for once', async () => {
    const registry = open(docker.host)
    for (const _ of [1, 2])
      expect(await registry.blob(`${docker.host}/shop/cart`, DIGEST)).toEqual(Buffer.from('{}'))
    expect(await registry.blob(`${docker.host}/shop/user`, DIGEST)).toEqual(Buffer.from('{}'))
    expect(operations()).toEqual(['GetAuthorizationToken'])
  })

  test('without credentials of AWS a login by Docker’s means does', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name]
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/nonexistent/config',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    })
    const { Secret } = await import('../../../src/platform/registry/secret.js')
    const credentialsOf = async () =>
      ({ kind: 'password', user: 'AWS', password: new Secret(PASSWORD) }) as const
    const place = { host: docker.host, account: ACCOUNT, region: REGION, endpoint: `http://${ecr.host}` }
    const registry = openRegistries({ ecr: [place], credentialsOf })
    expect((await registry.manifest(`${docker.host}/shop/cart`, 'in-1'))?.digest).toBe(DIGEST)
    expect(operations()).toEqual([])
  })
})
