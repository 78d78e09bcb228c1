import type { Live } from '../../ecs/decide.js'
import { fromLive } from '../../environment/live-definition.js'
import { type Rendered, renderTaskDefinition } from '../../environment/template.js'
import { withVariables } from '../../environment/variables.js'
import type { Target } from './target.js'

/**
 * The task definition that is wanted. By a template it is known before AWS is asked anything; without one it is what
 * the service runs, of the revision that it runs: its family's newest may be somebody else's plan.
 */
export const wantedDefinition = ({
  template,
  service,
  image,
  version,
  settings,
}: Target): ((live: Live) => Rendered) => {
  const values = { service, image, version }
  const { variables, container } = settings
  if (template === null)
    return (live) => withVariables(fromLive(live, { image, container }), variables, values)
  const rendered = withVariables(
    renderTaskDefinition(template.text, template.path, values),
    variables,
    values,
  )
  return () => rendered
}
