// A rehearsal cluster in a process of its own, from the sources: what is measured is not what measures.
import '../../typescript/register.mjs'

const { serveRehearsal } = await import('../../../src/rehearsal/serve.ts')
const write = (line) => process.stderr.write(`${line}\n`)
const progress = { say: () => {}, warn: write, group: () => {} }
const rehearsal = await serveRehearsal({ progress, ...JSON.parse(process.argv[2]) })
const close = async () => {
  await rehearsal.close()
  process.exit(0)
}
process.once('disconnect', close)
process.send({ endpoint: rehearsal.endpoint })
