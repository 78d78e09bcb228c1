import '../typescript/register.mjs'

/** Once a jest run, before its first test that needs Docker: one engine, one registry, one base image for all. */
export default async () => {
  const { layGround } = await import('../../src/rehearsal/ground/ground.ts')
  const { terminalProgress } = await import('../../src/platform/progress.ts')
  const ground = await layGround(terminalProgress()).catch(tellTheFix)
  const { engine, registry } = ground
  // What a test runs finds this engine by itself, and this client.
  Object.assign(process.env, engine.environment)
  process.env.STAGGER_TEST_GROUND = JSON.stringify({ engine, registry })
  globalThis.staggerTestGround = ground
}

/** jest prints an error's message alone. */
const tellTheFix = (error) => {
  const fixes = error.problems?.map(({ fix }) => `\nfix: ${fix}`) ?? []
  throw Object.assign(error, { message: `${error.message}${fixes.join('')}` })
}
