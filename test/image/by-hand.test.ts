import { describe, expect, test } from '@jest/globals'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import type { Fingerprinted } from '../../src/changes/planned.js'
import { buildByHand } from '../../src/image/by-hand.js'
import { stageFailed } from '../../src/image/problems.js'
import type { Fingerprint, ServiceName } from '../../src/words.js'

const CART: Service = {
  ...PLAIN,
  name: 'cart' as ServiceName,
  path: 'cart',
  dockerfile: 'cart/Dockerfile',
  context: '.',
}

describe('the command line of a build by hand', () => {
  test.each<[string, Partial<Service>, string]>([
    ['plain', {}, 'docker build --file cart/Dockerfile .'],
    [
      'with arguments, quoted for a shell',
      { args: { NODE_VERSION: '24', TITLE: "it's $HOME" } },
      "docker build --file cart/Dockerfile --build-arg NODE_VERSION=24 --build-arg 'TITLE=it'\\''s $HOME' .",
    ],
    [
      'with secrets and agents',
      {
        secrets: {
          npm: { kind: 'environment', name: 'NPM_TOKEN' },
          key: { kind: 'file', path: 'secrets/key.pem' },
        },
        ssh: ['default'],
      },
      'docker build --file cart/Dockerfile --secret id=npm,env=NPM_TOKEN --secret id=key,src=secrets/key.pem --ssh default .',
    ],
    [
      'with named contexts',
      {
        contexts: {
          libs: { kind: 'folder', path: 'libs' },
          alpine: { kind: 'remote', address: 'docker-image://alpine:3' },
        },
      },
      'docker build --file cart/Dockerfile --build-context libs=libs --build-context alpine=docker-image://alpine:3 .',
    ],
    [
      'of a Dockerfile in a compose file',
      { inline: 'FROM scratch', dockerfile: 'compose.yaml' },
      'docker compose --file compose.yaml build cart',
    ],
    [
      'of a Dockerfile in a bake file',
      { inline: 'FROM scratch', dockerfile: 'docker-bake.hcl' },
      'docker buildx bake --file docker-bake.hcl cart',
    ],
  ])('%s', (_, service, line) => {
    expect(buildByHand({ service: { ...CART, ...service } }, null, null)).toBe(line)
  })

  test('with the image of another service, as it stands in the engine', () => {
    const web = 'web' as ServiceName
    const edges = [{ service: web, reference: 'acme/web:1', because: { instruction: 'FROM', line: 1 } }]
    const image = {
      inputs: { edges },
      edges: new Map([[web, `sha256:${'a'.repeat(64)}` as Fingerprint]]),
    } as unknown as Fingerprinted
    expect(buildByHand({ service: CART, image }, 'final', 'linux/arm64')).toBe(
      `docker build --file cart/Dockerfile --target final --platform linux/arm64 --build-context acme/web:1=docker-image://web:in-${'a'.repeat(64)} .`,
    )
  })

  test('stands below a build that failed, for its platform; and below its tests, for that of the machine', () => {
    const service = { ...CART, target: 'final', args: { A: '1' }, platforms: ['linux/arm64'] }
    expect(stageFailed({ service }, 'image', []).fix).toMatch(
      /^docker build --file cart\/Dockerfile --target final --platform linux\/arm64 --build-arg A=1 \. {3}shows/,
    )
    expect(stageFailed({ service }, 'test', []).fix).toMatch(
      /^docker build --file cart\/Dockerfile --target test --build-arg A=1 \. {3}shows/,
    )
  })
})
