import { describe, expect, test } from '@jest/globals'
import type { Service } from '../../src/catalog/service.js'
import { fingerprintService } from '../../src/changes/fingerprint.js'
import { inputsIn } from './memory-tree.js'

const fingerprint = async (Dockerfile: string, service: Partial<Service> = {}) =>
  fingerprintService('.', await inputsIn({ Dockerfile }, service)).image.fingerprint

const swapped = (one: string, other: string) => `FROM alpine AS ${one}
RUN echo 1 > /f
FROM alpine AS ${other}
RUN echo 2 > /f
FROM scratch
COPY --from=a /f /f
COPY --from=b /f /g
`

describe('Dockerfiles that read much alike', () => {
  test.each([
    ['two stages that changed names', swapped('a', 'b'), swapped('b', 'a')],
    ['one argument or two', 'FROM alpine\nARG A="x B=y"\nRUN $A', 'FROM alpine\nARG A=x B=y\nRUN $A'],
  ])('%s', async (_, one, other) => {
    expect(await fingerprint(one)).not.toBe(await fingerprint(other))
  })
})

describe('an image that a named context stands for', () => {
  const alpine = (tag: string): Partial<Service> => ({
    contexts: { alpine: { kind: 'remote', address: `alpine:${tag}` } },
  })

  test.each([
    ['in FROM', 'FROM alpine\nRUN x'],
    ['in COPY --from', 'FROM scratch\nCOPY --from=alpine /f /f'],
    ['instead of a stage', 'FROM scratch AS alpine\nFROM scratch\nCOPY --from=alpine /f /f'],
  ])('%s', async (_, Dockerfile) => {
    const [one, other] = [
      await fingerprint(Dockerfile, alpine('3.21')),
      await fingerprint(Dockerfile, alpine('3.22')),
    ]
    expect(one).not.toBe(other)
  })

  test('counts for nothing where nobody takes from it', async () => {
    const one = await fingerprint('FROM scratch', alpine('3.21'))
    expect(one).toBe(await fingerprint('FROM scratch', alpine('3.22')))
  })
})
