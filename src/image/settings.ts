import * as v from 'valibot'
import { namesImage } from './check-command.js'

const told = v.description

const argv = (what: string) =>
  v.pipe(
    v.array(v.string(`${what} is a list of texts`), `${what} is a command: [program, argument, "{image}"]`),
    v.minLength(1, `${what} names a program`),
    v.check(
      (command: string[]) => namesImage(command),
      `${what} says where the image goes, or it would check another one: [program, "{image}"]`,
    ),
  )

const platform = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/, 'a platform looks like linux/amd64 or linux/arm/v7'),
)

/** The `build:` of stagger.yml. */
export const buildSchema = v.pipe(
  v.strictObject(
    {
      cache: v.optional(
        v.pipe(
          v.picklist(['registry', 'gha', 'none'], 'cache is registry, gha or none'),
          told(
            'Where layers are kept between builds. registry (the default, where the builder can): beside the images of a service; the default branch writes them, everybody reads them, pull requests write nothing. gha: in GitHub’s cache, as far as the action build runs the build; the default with push: false, as for a fork’s pull request, which reads what the default branch wrote there and writes for itself alone. GitHub keeps 10 GB a repository, and for 7 days what nobody reads. none: nowhere. A cache only saves time: one that is not there fails no build.',
          ),
        ),
      ),
      jobs: v.optional(
        v.pipe(
          v.number('jobs is a whole number from 1 to 64'),
          v.integer('jobs is a whole number from 1 to 64'),
          v.minValue(1, 'jobs is a whole number from 1 to 64'),
          v.maxValue(64, 'jobs is a whole number from 1 to 64'),
          told('How many services one run builds at once; 3 by default.'),
        ),
      ),
      tests: v.optional(
        v.pipe(
          v.picklist(['required', 'optional'], 'tests is required or optional'),
          told('Whether a service without tests is refused, or only told. optional by default.'),
        ),
      ),
      provenance: v.optional(
        v.pipe(
          v.union([v.literal(false), v.picklist(['min', 'max'])], 'provenance is false, min or max'),
          told('How much BuildKit attests of how an image was made. false by default.'),
        ),
      ),
      sbom: v.optional(
        v.pipe(
          v.union(
            [
              v.boolean(),
              v.strictObject({
                generator: v.pipe(
                  v.string(),
                  v.nonEmpty(),
                  told('The image that makes the bill of materials.'),
                ),
              }),
            ],
            'sbom is true, false or { generator: IMAGE }',
          ),
          told('Whether BuildKit attests what is in an image. false by default.'),
        ),
      ),
      sign: v.optional(
        v.pipe(
          argv('sign'),
          told('A command that signs an image: {image} stands for its name with its digest.'),
        ),
      ),
      scan: v.optional(
        v.pipe(
          argv('scan'),
          told(
            'A command that looks for what is wrong with an image: {image} stands for it, {report} for a file that SARIF is written to. A finding of the level error fails the build, as another exit code than 0 does.',
          ),
        ),
      ),
      adopt: v.optional(
        v.pipe(
          v.picklist(['never', 'pull-requests'], 'adopt is never or pull-requests'),
          told(
            'Whether the default branch takes over images that pull requests have built. never by default: whoever can push a branch could plant its next image.',
          ),
        ),
      ),
      createRepositories: v.optional(
        v.pipe(
          v.boolean('createRepositories is true or false'),
          told('Whether a repository that Amazon ECR does not have is made. false by default.'),
        ),
      ),
      runners: v.optional(
        v.pipe(
          v.record(platform, v.pipe(v.string(), v.nonEmpty()), 'runners is a map: { linux/arm64: label }'),
          told('The runner that builds for a platform: it stands in the plan’s matrix as `runner`.'),
        ),
      ),
    },
    'build is a map of settings',
  ),
  told('How images are built, tested, kept and checked.'),
)

export type BuildSettings = v.InferOutput<typeof buildSchema>
