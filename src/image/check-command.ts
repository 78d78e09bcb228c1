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
export const namesImage = ([, ...args]: readonly string[]): boolean =>
  args.some((text) => text.includes('{image}'))
