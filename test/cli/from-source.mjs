// The command line as it stands in the sources: `node --import …/typescript/register.mjs from-source.mjs tag …`
import { program } from '../../src/main/stagger.ts'

await program('cli')
