import { describe, expect, test } from '@jest/globals'
import { type Builder, buildArguments, type Output, type Stage } from '../../src/image/build.js'
import { abilitiesOf, type BuilderFacts } from '../../src/image/builder.js'

const WORKSPACE = { context: '/tmp/x/context', dockerfile: '/tmp/x/Dockerfile' }
const FACTS: BuilderFacts = {
  kind: 'engine',
  name: null,
  driver: 'docker',
  buildkit: null,
  engine: '20.10.24',
  containerd: false,
  platforms: ['linux/amd64'],
}
const withAbilities = (facts: BuilderFacts): Builder => ({ ...facts, abilities: abilitiesOf(facts) })
const ENGINE = withAbilities(FACTS)
const REMOTE = withAbilities({ ...FACTS, kind: 'buildx', name: 'ci', driver: 'remote', engine: null })
const PLUGIN = withAbilities({ ...FACTS, kind: 'buildx', name: 'default', engine: '24.0.7' })
const TAGGED: Output = { kind: 'engine', tag: '127.0.0.1:5000/shop/cart:staging-1' }
const PLAIN: Stage = { target: null, args: {} }

test.each<[string, Builder, Stage, Output, readonly string[]]>([
  [
    'the last stage, without a name',
    ENGINE,
    PLAIN,
    { kind: 'nowhere' },
    ['build', '--progress=plain', '--file=/tmp/x/Dockerfile'],
  ],
  [
    'a named stage with arguments, sorted, whatever they hold',
    ENGINE,
    { target: 'runtime', args: { VERSION: '24', EMPTY: '', SHELL: '$(id) "=a b' } },
    TAGGED,
    [
      'build',
      '--progress=plain',
      '--file=/tmp/x/Dockerfile',
      '--target=runtime',
      '--build-arg=EMPTY=',
      '--build-arg=SHELL=$(id) "=a b',
      '--build-arg=VERSION=24',
      '--tag=127.0.0.1:5000/shop/cart:staging-1',
    ],
  ],
  [
    'straight into a registry, with all that a BuildKit of its own knows',
    REMOTE,
    {
      target: null,
      args: { A: '1' },
      platform: 'linux/arm64',
      labels: { team: 'shop' },
      annotations: { kind: 'web' },
      contexts: { 'acme/cart:1': 'docker-image://r/cart@sha256:1', assets: '/tmp/x/context-0' },
      secrets: { npm: { kind: 'environment', name: 'TOKEN' }, key: { kind: 'file', path: 'key.pem' } },
      ssh: ['default'],
    },
    { kind: 'registry', repository: 'r/web' },
    [
      'buildx',
      'build',
      '--builder=ci',
      '--progress=plain',
      '--file=/tmp/x/Dockerfile',
      '--platform=linux/arm64',
      '--build-arg=A=1',
      '--build-arg=SOURCE_DATE_EPOCH=946684800',
      '--label=team=shop',
      '--annotation=kind=web',
      '--build-context=acme/cart:1=docker-image://r/cart@sha256:1',
      '--build-context=assets=/tmp/x/context-0',
      '--secret=id=npm,env=TOKEN',
      '--secret=id=key,src=key.pem',
      '--ssh=default',
      '--provenance=false',
      '--output=type=image,name=r/web,push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,rewrite-timestamp=true',
    ],
  ],
  [
    'who says when it was made is believed',
    REMOTE,
    { target: null, args: { SOURCE_DATE_EPOCH: '1' } },
    { kind: 'nowhere' },
    [
      'buildx',
      'build',
      '--builder=ci',
      '--progress=plain',
      '--file=/tmp/x/Dockerfile',
      '--build-arg=SOURCE_DATE_EPOCH=1',
      '--provenance=false',
      '--output=type=cacheonly',
    ],
  ],
  [
    'a builder outside of the engine hands the image over',
    REMOTE,
    PLAIN,
    TAGGED,
    [
      'buildx',
      'build',
      '--builder=ci',
      '--progress=plain',
      '--file=/tmp/x/Dockerfile',
      '--build-arg=SOURCE_DATE_EPOCH=946684800',
      '--provenance=false',
      '--output=type=docker,name=127.0.0.1:5000/shop/cart:staging-1,rewrite-timestamp=true',
    ],
  ],
  [
    'the plugin with the engine itself',
    PLUGIN,
    PLAIN,
    TAGGED,
    [
      'buildx',
      'build',
      '--builder=default',
      '--progress=plain',
      '--file=/tmp/x/Dockerfile',
      '--provenance=false',
      '--tag=127.0.0.1:5000/shop/cart:staging-1',
    ],
  ],
])('%s', (_, builder, stage, output, argv) => {
  expect(buildArguments(builder, stage, WORKSPACE, output)).toEqual([...argv, '/tmp/x/context'])
})

describe('what a builder can', () => {
  const all = [
    'annotations',
    'attestations',
    'cache-export',
    'named-contexts',
    'platforms',
    'push-by-digest',
    'timestamps',
  ]
  test.each<[string, Partial<BuilderFacts>, string[]]>([
    ['the engine of Debian 12', {}, []],
    ['buildx with an old engine', { kind: 'buildx', engine: '20.10.24' }, []],
    ['buildx with a recent engine', { kind: 'buildx', engine: '27.5.1' }, ['named-contexts']],
    [
      'buildx with an engine that keeps images in containerd',
      { kind: 'buildx', engine: '29.0.0', containerd: true },
      all,
    ],
    ['a container', { kind: 'buildx', driver: 'docker-container', engine: null }, all],
    ['far away', { kind: 'buildx', driver: 'remote', engine: null }, all],
    ['what nobody knows yet', { kind: 'buildx', driver: 'cloud', engine: null }, all],
  ])('%s', (_, facts, abilities) => {
    expect([...abilitiesOf({ ...FACTS, ...facts })].sort()).toEqual(abilities)
  })
})
