// One load in a process of its own, from the sources.
import '../../typescript/register.mjs'

const { runLoadProcess } = await import('../../../src/rehearsal/load/process.ts')
const flags = process.argv.slice(2)
const given = (name) => flags[flags.indexOf(`--${name}`) + 1]
const numbers = ['rate', 'connections', 'slow', 'idle', 'stream'].map((name) => [name, Number(given(name))])
await runLoadProcess({ url: given('url'), body: given('body'), ...Object.fromEntries(numbers) })
