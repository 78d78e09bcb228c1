import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildArguments } from '../../src/image/build.js'
import { abilitiesOf } from '../../src/image/builder.js'
import type { Built, Docker } from '../../src/platform/docker.js'
import { files } from '../../src/platform/files.js'
import type { Registry } from '../../src/platform/registry.js'
import type { Oid } from '../../src/words.js'

export interface DockerUnderTest {
  readonly docker: Docker
  /** Where its pushes arrive. */
  readonly registry: Registry
  /** A repository there of this run's own. */
  readonly repository: string
  stop(): Promise<void>
}

const DOCKERFILE = `FROM scratch AS first
COPY hello.txt /

FROM scratch AS test
COPY forgotten.txt /

FROM scratch
COPY hello.txt /last.txt
`

/** What every engine does, the one in memory and the real one. */
export const dockerContract = (name: string, start: () => Promise<DockerUnderTest>, seconds = 5): void =>
  describe(`${name} as an engine`, () => {
    let under: DockerUnderTest
    beforeAll(async () => {
      under = await start()
    }, seconds * 1000)
    afterAll(() => under.stop(), seconds * 1000)

    const build = async (
      target: string | null,
      tag: string | null,
      onLine?: (line: string) => void,
    ): Promise<Built> => {
      const hello = { path: 'hello.txt', mode: '100644', oid: '1'.repeat(40) as Oid } as const
      const folder = await files.buildFolder(DOCKERFILE, [hello], async () => Buffer.from('hello\n'))
      const facts = await under.docker.builder()
      const output = tag === null ? ({ kind: 'nowhere' } as const) : ({ kind: 'engine', tag } as const)
      const builder = { ...facts, abilities: abilitiesOf(facts) }
      const built = await under.docker.build(
        buildArguments(builder, { args: {}, target }, folder, output),
        onLine,
      )
      await folder.remove()
      return built
    }

    test('tells its version and its client`s', async () => {
      expect(await under.docker.check()).toEqual({
        client: expect.stringMatching(/^\d+\./),
        engine: expect.stringMatching(/^\d+\./),
        platform: expect.stringMatching(/^linux\//),
      })
    })

    test.each([
      ['by its name', 'first'],
      ['that is the last', null],
    ])('builds a stage %s and holds it', async (_, target) => {
      const tag = `${under.repository}:stage-${target}`
      expect(await under.docker.holds(tag)).toBe(false)
      expect(await build(target, tag)).toEqual({ kind: 'built', digest: null })
      expect(await under.docker.holds(tag)).toBe(true)
      await under.docker.forget(tag)
      expect(await under.docker.holds(tag)).toBe(false)
    })

    test('tells the lines of a build while it runs', async () => {
      const lines: string[] = []
      await build('first', null, (line) => lines.push(line))
      expect(lines.join('\n')).toContain('COPY hello.txt /')
    })

    test('a stage that reads what the context does not hold fails and says what; nothing gets its name', async () => {
      const tag = `${under.repository}:failed`
      const built = await build('test', tag)
      expect(built).toMatchObject({ kind: 'failed' })
      expect(built.kind === 'failed' && built.lines.join('\n')).toMatch(/forgotten\.txt"?:? not found/)
      expect(await under.docker.holds(tag)).toBe(false)
    })

    test('what it pushes is in the registry', async () => {
      const tag = `${under.repository}:staging-1`
      await build('first', tag)
      await under.docker.push(tag)
      expect(await under.registry.manifest(under.repository, 'staging-1')).not.toBeNull()
      await under.docker.forget(tag)
    })

    test('pulls by digest what the registry holds, and nothing else', async () => {
      const tag = `${under.repository}:staging-2`
      await build('first', tag)
      await under.docker.push(tag)
      const digest = (await under.registry.manifest(under.repository, 'staging-2'))?.digest
      await under.docker.forget(tag)
      const image = `${under.repository}@${digest}`
      await under.docker.pull(image)
      expect(await under.docker.holds(image)).toBe(true)
      await under.docker.forget(image)
      await expect(under.docker.pull(`${under.repository}@sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({
        problems: [{ code: 'pull-refused' }],
      })
    })

    test('gives an image another name, and none to what it does not hold', async () => {
      const [tag, other] = [`${under.repository}:one`, `${under.repository}:other`]
      await build('first', tag)
      await under.docker.name(tag, other)
      await under.docker.forget(tag)
      expect(await under.docker.holds(other)).toBe(true)
      await under.docker.forget(other)
      await expect(under.docker.name(tag, other)).rejects.toThrow(/could not be named.*No such image/)
    })

    test('pushes nothing that it does not hold', async () => {
      await expect(under.docker.push(`${under.repository}:none`)).rejects.toMatchObject({
        problems: [{ code: 'push-refused', why: expect.stringContaining('does not exist locally') }],
      })
    })
  })
