// An action as it stands in the sources: `node --import …/typescript/register.mjs action-from-source.mjs tag [post]`
import { action, post } from '../../src/main/stagger.ts'

const [name, phase] = process.argv.slice(2)
await (phase === 'post' ? post : action)(name)
