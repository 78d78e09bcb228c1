import '../../typescript/register.mjs'

/** A process that owns an engine with a running container, tells so, and waits to be ended. */
const { startEngine } = await import('../../../src/rehearsal/ground/engine.ts')
const { startRegistry } = await import('../../../src/rehearsal/ground/registry.ts')
const { ensureBaseImage } = await import('../../../src/rehearsal/ground/base-image.ts')
const { buildServer, docker } = await import('./docker.ts')

const engine = await startEngine()
const registry = await startRegistry(engine)
await ensureBaseImage(engine, { say: () => {}, warn: () => {}, group: () => {} })
await buildServer(engine, 'server')
await docker(engine, 'run', '--detach', '--publish', '127.83.1.10:8182:8080', 'server')
await docker(engine, 'volume', 'create')
process.stdout.write(`${JSON.stringify({ host: engine.host, registry: registry.address })}\n`)
process.stdin.resume().once('end', async () => {
  await registry.stop()
  await engine.stop()
  process.exit()
})
