import { SHARED } from './services.mjs'

/** A service's Dockerfile: what it copies as its kind says, in one stage or two. */
export const dockerfileOf = (service) => {
  const last = service.multiStage ? runtime(service) : start(service)
  return `${[...head(service), ...copies(service), ...build(service), ...last].join('\n')}\n`
}

const head = ({ multiStage, argument }) => [
  '# syntax=docker/dockerfile:1',
  '',
  ...(argument ? ['ARG BASE_TAG=22-slim'] : []),
  `FROM node:${argument ? '${BASE_TAG}' : '22-slim'}${multiStage ? ' AS build' : ''}`,
  'WORKDIR /usr/src/app',
  'ENV NODE_ENV=production',
  '# What follows is done again when a file changes.',
]

const copies = ({ kind, shared, folder }) => {
  const own = (path) => (shared ? `${folder}/${path}` : path)
  const lines = {
    all: ['COPY . .'],
    globs: [
      `COPY ${own('package*.json')} ./`,
      `COPY ${own('src/*.json')} ./src/`,
      `COPY --chown=node:node ${own('src')} ./src`,
      `COPY ${own('config/*')} ./config/`,
    ],
    named: [
      `COPY ${own('package.json')} ./`,
      'RUN npm install --omit=dev',
      `COPY ${own('src')}/ ./src/`,
      `COPY ["${own('config')}", "./config"]`,
    ],
  }
  return [...lines[kind], ...(shared ? [`COPY ${SHARED} /usr/src/${SHARED}`] : [])]
}

const build = () => ['RUN npm run build \\', '  && npm cache clean --force']

const start = ({ name, port }) => [
  `LABEL org.opencontainers.image.title="${name}"`,
  'USER node',
  `EXPOSE ${port}`,
  'ENTRYPOINT ["node", "src/index.js"]',
]

const runtime = (service) => [
  '',
  'FROM gcr.io/distroless/nodejs22-debian12',
  'WORKDIR /usr/src/app',
  'COPY --from=build /usr/src/app/dist ./dist',
  ...start(service),
]
