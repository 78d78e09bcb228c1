import { dockerfileOf } from './dockerfile.mjs'
import { SHARED } from './services.mjs'

const EDIT = 'changed\n'

/**
 * Edits whose effect is known without reading a Dockerfile: the path, its new text, and whether the image of the
 * service changes by it. What does not count is what folders cannot tell: an ignored file, one that nobody copies,
 * a comment.
 */
const EDITS = [
  { of: isAll, counts: true, edit: (service) => [`${service.folder}/src/index.${service.language}`, EDIT] },
  { of: isAll, counts: false, edit: ({ folder, ignore }) => [`${folder}/${ignore.ignored}`, EDIT] },
  { of: isNamed, counts: true, edit: ({ folder, language }) => [`${folder}/src/index.${language}`, EDIT] },
  { of: isNamed, counts: false, edit: ({ folder, language }) => [`${folder}/tests/index.${language}`, EDIT] },
  {
    of: ({ kind }) => kind === 'globs',
    counts: true,
    edit: ({ folder }) => [`${folder}/src/settings.json`, EDIT],
  },
  { of: isNamed, counts: false, edit: withComment },
  { of: isNamed, counts: true, edit: withInstruction },
]

function isAll({ kind }) {
  return kind === 'all'
}

function isNamed({ kind }) {
  return kind === 'named'
}

function withComment(service) {
  const text = dockerfileOf(service).replace('# What follows', '# All that follows')
  return [`${service.folder}/Dockerfile`, text]
}

function withInstruction(service) {
  const text = dockerfileOf(service).replace('NODE_ENV=production', 'NODE_ENV=production LOG=json')
  return [`${service.folder}/Dockerfile`, text]
}

/** The second commit: a few files of a few services, and of the shared folder; and who must be affected. */
export const planChange = (services) => {
  const files = new Map([
    [`${SHARED}/index.js`, EDIT],
    ['docs/index.md', EDIT],
  ])
  const affected = new Set(services.filter(({ shared }) => shared).map(({ name }) => name))
  const free = new Set(services)
  const times = Math.max(1, Math.round(services.length / 200))
  for (const { of, counts, edit } of EDITS)
    for (const service of [...free].filter((one) => !one.shared && of(one)).slice(0, times)) {
      free.delete(service)
      files.set(...edit(service))
      if (counts) affected.add(service.name)
    }
  return { files, affected }
}
