// So many services in one repository, each a small image of its own on the example's base, which is pushed once.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const DOCKERFILE = `FROM node:24-slim
WORKDIR /shop
COPY src src
RUN ["node", "-e", "require('fs').writeFileSync('made.txt', 'made')"]
CMD ["node", "src/main.js"]
`

const AUTHOR = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com']

export const openShop = (count) => {
  const directory = mkdtempSync(join(tmpdir(), 'stagger-shop-'))
  const services = Array.from({ length: count }, (_, index) => `service-${index + 1}`)
  const git = (...args) => execFileSync('git', ['-C', directory, ...AUTHOR, ...args], { stdio: 'pipe' })
  const write = (path, text) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  const folderOf = (service) => join(directory, 'services', service)
  const commit = () => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'change')
  }
  git('init', '--quiet', '--initial-branch=main')
  for (const service of services) {
    write(`services/${service}/Dockerfile`, DOCKERFILE)
    write(`services/${service}/src/main.js`, `console.log('${service}')\n`)
  }
  commit()
  let edits = 0
  return {
    directory,
    services,
    folderOf,
    /** Another one each time: nobody has built it before. */
    edit: (service) => {
      write(`services/${service}/src/main.js`, `console.log('${service}', ${++edits}, ${Math.random()})\n`)
      commit()
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
