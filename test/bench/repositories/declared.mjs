import { SHARED } from './services.mjs'

/** How the services are declared to each peer in its own way. By path, the file's text. */
export const declarations = (services) =>
  new Map([
    ['package.json', json(ROOT_PACKAGE)],
    ['turbo.json', json({ tasks: { build: { dependsOn: ['^build'], outputs: ['dist/**'] } } })],
    ['nx.json', json({ neverConnectToCloud: true, analytics: false })],
    ['.gitignore', 'node_modules\n.nx\n.turbo\n'],
    ['.github/filters.yml', services.map(filter).join('')],
    [`${SHARED}/package.json`, packageJson('shared', [])],
    [`${SHARED}/project.json`, projectJson('shared', [])],
  ])

/** What the peers want to find in each service's folder. */
export const ownDeclarations = ({ name, folder, shared }) =>
  new Map([
    [`${folder}/package.json`, packageJson(name, shared ? ['shared'] : [])],
    [`${folder}/project.json`, projectJson(name, shared ? ['shared'] : [])],
  ])

const ROOT_PACKAGE = {
  name: 'root',
  private: true,
  packageManager: 'npm@11.0.0',
  workspaces: ['services/*', 'libs/*'],
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`

const packageJson = (name, uses) =>
  json({
    name,
    version: '1.0.0',
    private: true,
    scripts: { build: 'true' },
    dependencies: Object.fromEntries(uses.map((other) => [other, '*'])),
  })

const projectJson = (name, uses) => json({ name, targets: { build: {} }, implicitDependencies: uses })

const filter = ({ name, folder, shared }) =>
  `${name}:\n  - '${folder}/**'\n${shared ? `  - '${SHARED}/**'\n` : ''}`

/** In `stagger.yml` each says where it stands, and what differs from the defaults. */
export const staggerFile = (services) =>
  `discover: false\nservices:\n${services.map(staggerService).join('')}`

const staggerService = ({ name, folder, context, shared, argument }) => `  ${name}:
    context: ${context}
${shared ? `    dockerfile: ${folder}/Dockerfile\n` : ''}${argument ? '    args: { BASE_TAG: 22-slim }\n' : ''}`

/** As people write it: ports, environment and dependencies, of which planning needs nothing, stand in it too. */
export const composeFile = (services) =>
  `services:\n${services.map(composeService).join('')}  database:\n    image: postgres:18\n`

const composeService = ({ name, folder, context, shared, argument }) => `  ${name}:
    image: example.com/shop/${name}
    build:
      context: ${context === '.' ? '.' : `./${context}`}
${shared ? `      dockerfile: ${folder}/Dockerfile\n` : ''}${argument ? '      args:\n        BASE_TAG: 22-slim\n' : ''}\
    environment:
      LOG_LEVEL: info
      DATABASE_URL: postgres://database/${name}
    ports:
      - "8080"
    depends_on:
      - database
`
