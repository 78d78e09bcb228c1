import '../typescript/register.mjs'

/** Once a jest run, before its first test that needs Docker: one engine, one registry, one base image for all. */
export default async () => {
  const { layGround } = await import('../../src/rehearsal/ground/ground.ts')
  const { terminalProgress } = await import('../../src/platform/progress.ts')
  const ground = await layGround(terminalProgress())
  const { engine, registry } = ground
  process.env.STAGGER_TEST_GROUND = JSON.stringify({ engine, registry })
  globalThis.staggerTestGround = ground
}
