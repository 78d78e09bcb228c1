import { serveRehearsal } from '../../../src/rehearsal/serve.js'

const progress = { say: () => {}, warn: (line: string) => void process.stderr.write(line), group: () => {} }
const rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })

// Whoever asks is told how much memory this process ever had, in MB.
process.on('message', () => process.send?.(process.resourceUsage().maxRSS / 1024))
process.once('disconnect', () => void rehearsal.close())
process.send?.(rehearsal.endpoint)
