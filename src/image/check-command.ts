import type { Problem } from '../words.js'

type Argv = readonly [string, ...string[]]

/** What stands in a command of stagger.yml for what is only known when it runs. */
export interface Places {
  /** `REPOSITORY@DIGEST`. */
  readonly image: string
  /** A file that it may write SARIF to. */
  readonly report?: string
}

/** The command as it is run: argument by argument, so that nothing in a name is ever read as more than that. */
export const commandFor = (template: Argv, { image, report }: Places): Argv => {
  const filled = (text: string) =>
    text.replace(PLACE, (place, name) => (name === 'image' ? image : (report ?? place)))
  const [program, ...args] = template
  return [program, ...args.map(filled)]
}

const PLACE = /\{(image|report)\}/g

/** Whether its answer is to be found in a file rather than in what it prints. */
export const namesReport = ([, ...args]: readonly string[]): boolean =>
  args.some((text) => text.includes('{report}'))

/** A command that does not say which image would check some other one, and let every image pass. */
export const withoutImage = (setting: 'sign' | 'scan', template: readonly string[]): Problem | null =>
  template.slice(1).some((text) => text.includes('{image}'))
    ? null
    : {
        code: 'command-without-image',
        fault: 'caller',
        problem: `build: { ${setting}: … } does not say which image`,
        why: `no argument of ${JSON.stringify(template)} has {image} in it, which stands for REPOSITORY@DIGEST`,
        fix: `say where the image goes: ${setting}: ${EXAMPLES[setting]}`,
      }

const EXAMPLES = {
  sign: '[cosign, sign, --yes, "{image}"]',
  scan: '[grype, "{image}", --output, "sarif={report}"]',
}
