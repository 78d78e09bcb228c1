import { spawn } from 'node:child_process'
import { once } from 'node:events'

const WHO = 'bench <bench@localhost>'

/** Texts that most files share: what is measured reads names and ids, hardly ever what stands in a file. */
const POOL = 1_000

/**
 * Writes commits into a bare repository by `git fast-import`: one stream, one pack, no work tree. Of each folder one
 * file is unlike all others, so that no two folders are the same tree object.
 */
export const importCommits = async (directory, write) => {
  const git = spawn('git', ['-C', directory, 'fast-import', '--quiet', '--depth=10', '--active-branches=2'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const done = once(git, 'close')
  const stream = bufferedInput(git.stdin)
  await writePool(stream)
  await write(commandsFor(stream))
  await stream.end()
  const [code] = await done
  if (code !== 0) throw new Error(`git fast-import ended with exit code ${code}`)
}

const bufferedInput = (stdin) => {
  let text = ''
  const flush = async () => {
    const full = !stdin.write(text)
    text = ''
    if (full) await once(stdin, 'drain')
  }
  return {
    write: (line) => {
      text += line
      return text.length > 1 << 20 ? flush() : undefined
    },
    end: async () => {
      await flush()
      stdin.end()
    },
  }
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`

const writePool = async (stream) => {
  for (let index = 1; index <= POOL; index++)
    await stream.write(
      `blob\nmark :${index}\n${data(`export const value = ${index}\n`.repeat(1 + (index % 7)))}`,
    )
}

const commandsFor = (stream) => {
  let known = ''
  return {
    /** On top of the branch, or of the commit that an earlier one was marked as. */
    commit: (branch, message, { mark, from } = {}) =>
      stream.write(
        [
          `commit refs/heads/${branch}\n`,
          mark ? `mark :${mark}\n` : '',
          `committer ${WHO} 1767225600 +0000\n`,
          data(message),
          from ? `from :${from}\n` : '',
        ].join(''),
      ),
    file: (path, text) => stream.write(`M 100644 inline ${path}\n${data(text)}`),
    remove: (path) => stream.write(`D ${path}\n`),
    /** A file of which nobody wants to know what stands in it. */
    filler: (path, index) => {
      const folder = path.slice(0, path.lastIndexOf('/'))
      if (folder === known) return stream.write(`M 100644 :${1 + (index % POOL)} ${path}\n`)
      known = folder
      return stream.write(`M 100644 inline ${path}\n${data(`the first file of ${folder}\n`)}`)
    },
  }
}
