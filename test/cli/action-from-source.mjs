// An action as it stands in the sources: `node --import …/typescript/register.mjs action-from-source.mjs tag`
import { action } from '../../src/main/stagger.ts'

await action(process.argv[2])
