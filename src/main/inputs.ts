import { inputs } from '../commands/inputs.js'
import { inputsJson, inputsText } from '../report/inputs.js'
import type { Shown } from './cli.js'
import { inSession, ofWorkTree } from './session.js'

export interface InputsOptions {
  readonly repo: string
  readonly service: string
  readonly revision: string | null
}

export const inputsCommand: Shown<InputsOptions> = async (options, progress) => {
  const found = await inSession(options.repo, progress, (session) =>
    ofWorkTree(
      session,
      options.revision,
      () => inputs(session, options),
      () => null,
    ),
  )
  return { code: 0, json: inputsJson(found), text: inputsText(found) }
}
