import * as v from 'valibot'

const IDENTIFIER = 'the identifier of pre-releases has letters, digits and -, and is no number: beta'

const prereleases = v.record(
  v.pipe(
    v.string(),
    v.regex(/^[^\s~^:?[\\]+$/, 'a branch pattern is a branch name in which * and ** may stand'),
  ),
  v.pipe(v.string(IDENTIFIER), v.maxLength(32, IDENTIFIER), v.regex(/^(?!\d+$)[0-9A-Za-z-]+$/, IDENTIFIER)),
  'prereleases must be a map from branches to identifiers: { next: beta, "feature/*": dev }',
)

const VERSION = 'first must be a version without v, such as 0.1.0'

/** Of the schema, so that editors know it too: semver's own rule for a version that is no pre-release. */
const PLAIN = /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/

/** The `version:` of stagger.yml. */
export const versionSchema = v.pipe(
  v.strictObject(
    {
      first: v.optional(
        v.pipe(
          v.string(VERSION),
          v.regex(PLAIN, VERSION),
          v.description('The first version of a service; 0.1.0 by default.'),
        ),
      ),
      prereleases: v.optional(
        v.pipe(
          prereleases,
          v.description(
            'Branches whose images get pre-releases, with their identifier: { next: beta, "feature/*": dev }.',
          ),
        ),
      ),
      'github-release': v.optional(
        v.pipe(
          v.boolean('github-release must be true or false'),
          v.description('Whether each version gets a release on GitHub as well; false by default.'),
        ),
      ),
    },
    'version must be a map: { first: 1.0.0, prereleases: { next: beta } }',
  ),
  v.description('How versions are made.'),
)

export type VersionSettings = v.InferOutput<typeof versionSchema>

/** The first version where nothing else is said. */
export const FIRST = '0.1.0'
