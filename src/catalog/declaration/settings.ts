import * as v from 'valibot'
import { list, name, path, told, value } from './forms.js'
import { testSettings } from './test-settings.js'

const platform = v.pipe(
  v.string('a platform must be a text'),
  v.regex(/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/, 'a platform looks like linux/amd64 or linux/arm/v7'),
)

const CONTEXT_FORMS =
  'a path from the repository’s root, service:NAME, docker-image://IMAGE, or the address of a git repository'
const context = v.pipe(
  v.string(`a named context is ${CONTEXT_FORMS}`),
  v.regex(
    /^(?:service:[a-z0-9._-]+|(?:docker-image|https?|git|ssh):\/\/.+|git@.+|(?!\/|target:|oci-layout:)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+)$/,
    `a named context is ${CONTEXT_FORMS}`,
  ),
)

const texts = (what: string) =>
  v.record(v.pipe(v.string(), v.nonEmpty()), value, `${what} must be a map: { name: "value" }`)

const SECRET_FORMS = 'a secret is { env: VARIABLE } or { file: path }; its value is never written here'
const secret = v.union(
  [
    v.strictObject({
      env: v.pipe(v.string(), v.nonEmpty(), told('The variable of the environment that holds it.')),
    }),
    v.strictObject({
      file: v.pipe(v.string(), v.nonEmpty(), told('The file that holds it, where the build runs.')),
    }),
  ],
  SECRET_FORMS,
)

const artifact = v.strictObject({
  path: v.pipe(path('path'), told('A file that git does not track, or a folder with everything below it.')),
  from: v.pipe(
    list('from', path('from')),
    v.minLength(1, 'from names at least one file that the artifact is made from'),
    told('The tracked files that it is made from: paths and patterns, from the repository’s root.'),
  ),
})

const ecsService = v.union(
  [
    v.pipe(v.string(), v.nonEmpty('the name of an ECS service must not be empty')),
    v.strictObject({
      service: v.pipe(v.string(), v.nonEmpty(), told('The name of the ECS service.')),
      container: v.optional(
        v.pipe(v.string(), v.nonEmpty(), told('The container of its task that runs the image.')),
      ),
      taskDefinition: v.optional(
        v.pipe(
          path('taskDefinition'),
          told('The template of its task definition, from the repository’s root.'),
        ),
      ),
    }),
  ],
  'an ECS service is its name, or a map: { service: …, container: …, taskDefinition: … }',
)

const serviceSettings = v.strictObject(
  {
    from: v.optional(
      v.pipe(name('from'), told('The service as it was discovered; here it gets another name.')),
    ),
    path: v.optional(v.pipe(path('path'), told('The folder that people think of as its own.'))),
    dockerfile: v.optional(v.pipe(path('dockerfile'), told('Its Dockerfile, from the repository’s root.'))),
    context: v.optional(
      v.pipe(path('context'), told('The folder that it is built with, from the repository’s root.')),
    ),
    target: v.optional(
      v.pipe(
        v.string(),
        v.nonEmpty('target must not be empty'),
        told('The stage to build; the last one by default.'),
      ),
    ),
    args: v.optional(
      v.pipe(
        v.record(v.string(), value, 'args must be a map: { NAME: "value" }'),
        told('Build arguments. They come on top of those that were discovered.'),
      ),
    ),
    contexts: v.optional(
      v.pipe(
        v.record(v.string(), context, 'contexts must be a map: { name: ./folder }'),
        told(`Named contexts, for FROM and --from: ${CONTEXT_FORMS}.`),
      ),
    ),
    labels: v.optional(
      v.pipe(texts('labels'), told('Labels of its image. They decide it: no time, no version.')),
    ),
    annotations: v.optional(
      v.pipe(texts('annotations'), told('Annotations of its image’s manifest. They decide it too.')),
    ),
    secrets: v.optional(
      v.pipe(
        v.record(v.pipe(v.string(), v.nonEmpty()), secret, `secrets must be a map: ${SECRET_FORMS}`),
        told('What RUN --mount=type=secret may read, by id: in no layer, no log and no fingerprint.'),
      ),
    ),
    ssh: v.optional(
      v.pipe(
        list('ssh', v.pipe(v.string(), v.nonEmpty())),
        told('SSH agents that RUN --mount=type=ssh may use: default, or ID=SOCKET.'),
      ),
    ),
    platforms: v.optional(v.pipe(list('platforms', platform), told('The platforms that it is built for.'))),
    inputs: v.optional(
      v.pipe(
        list('inputs', path('inputs')),
        told('Files that decide its image though no instruction names them: paths and patterns.'),
      ),
    ),
    artifacts: v.optional(
      v.pipe(
        list('artifacts', artifact),
        told('What git does not track and the Dockerfile copies all the same, and what it is made from.'),
      ),
    ),
    dependsOn: v.optional(
      v.pipe(
        list('dependsOn', name('dependsOn')),
        told('Services whose images decide its own though no instruction names them.'),
      ),
    ),
    test: v.optional(testSettings),
    group: v.optional(v.pipe(name('group'), told('Services of one group are released together.'))),
    ecs: v.optional(
      v.pipe(
        list('ecs', ecsService),
        v.minLength(1, 'ecs names at least one ECS service'),
        v.check(
          (all) =>
            new Set(all.map((one) => (typeof one === 'string' ? one : one.service))).size === all.length,
          'ecs names each ECS service once',
        ),
        told('The ECS services that run its image; the one that the environment names by default.'),
      ),
    ),
  },
  'a service is a map of settings, or false to leave it out',
)

export type ServiceSettings = v.InferOutput<typeof serviceSettings>

/** How the services are found that `stagger.yml` does not name. */
export const WAYS = ['compose', 'bake', 'dockerfiles'] as const

export const discoverSchema = v.pipe(
  v.union(
    [v.literal(false), v.picklist(WAYS)],
    `discover is one of ${WAYS.join(', ')}, or false: then only the services that are declared here count`,
  ),
  told(
    'Where services are discovered: the compose files, the bake files, or every Dockerfile. By default the first of these that is there. false: only what is declared counts.',
  ),
)

export type Discover = v.InferOutput<typeof discoverSchema>

/** The `services:` of stagger.yml. */
export const servicesSchema = v.pipe(
  v.record(
    name('the name of a service'),
    v.union([v.literal(false), serviceSettings], 'a service is a map of settings, or false to leave it out'),
    'services must be a map: { name: { dockerfile: … } }',
  ),
  told('Services by name: new ones, and settings for those that were discovered. false leaves one out.'),
)

export type DeclaredServices = v.InferOutput<typeof servicesSchema>
