import { STAGES, type StageRule } from '../../src/rehearsal/controller/stages.js'
import { COMBINATIONS } from '../../src/rehearsal/ecs/configuration/check.js'
import { RANGES, tellRange } from '../../src/rehearsal/ecs/configuration/ranges.js'
import { RULES } from '../../src/rehearsal/rules.js'
import { MUTANTS } from './model/mutants.js'

type Row = readonly string[]

const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const table = (head: Row, rows: readonly Row[]): string =>
  [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')

const HEAD = `# The rules of the rehearsal cluster

Written from the code by \`node .ci/rules.mjs\`; a test says when it is old. By hand it is never changed.

Each rule has its source and its standing: **documented**, AWS says so; **inferred**, it follows from what AWS says or does;
**unsettled**, AWS's own sources disagree or are silent, and real ECS may do otherwise. Refused is only what is documented
or inferred.`

const name = (stage: string): string => `\`${stage}\``

const stageRow = (rule: StageRule): Row => [
  name(rule.stage),
  rule.rolling ? 'all' : 'all but `ROLLING`',
  rule.hooks === 'none' ? 'none' : rule.hooks,
  rule.repeats ? `${rule.happens} Once a step.` : rule.happens,
  rule.source,
  rule.standing,
]

const stages = (): string =>
  [
    '## The stages',
    '`ROLLING` passes its stages too, and `DescribeServiceDeployments` tells none of them.',
    table(['stage', 'strategies', 'hooks', 'what happens', 'source', 'standing'], STAGES.map(stageRow)),
  ].join('\n\n')

const rules = (): string =>
  Object.entries(RULES)
    .map(([title, all]) =>
      [
        `## ${title}`,
        table(
          ['rule', 'source', 'standing'],
          all.map(({ rule, source, standing }) => [rule, source, standing]),
        ),
      ].join('\n\n'),
    )
    .join('\n\n')

const ranges = (): string =>
  [
    '## Numbers',
    'Outside of its range a number is an `InvalidParameterException` that names the field, the value and the range.',
    table(
      ['field of `deploymentConfiguration`', 'must be', 'source', 'standing'],
      RANGES.map((range) => [name(range.field), tellRange(range), range.source, range.standing]),
    ),
  ].join('\n\n')

const combinations = (): string =>
  [
    '## Combinations',
    table(
      ['what', 'is refused with', 'source', 'standing'],
      COMBINATIONS.map(({ what, error, source, standing }) => [what, name(error), source, standing]),
    ),
  ].join('\n\n')

const INVARIANTS: readonly string[] = [
  'Weights are whole numbers from 0 that sum to 100, or to 1000 in tenths.',
  'A share of the traffic needs as many healthy targets as that share of the desired tasks, rounded up.',
  'No task stops or leaves while its set has traffic that the others cannot bear, or with a request in flight.',
  'The order is: register, healthy, weight, seen to have moved, drain, stop.',
  'Whenever it is stopped, a deployment comes to 100% of what served before; stopping twice is stopping once.',
  'The way back never counts on tasks that are gone: they are started first.',
]

const caught = (index: number): string =>
  MUTANTS.filter(({ invariant }) => invariant === index + 1)
    .map((mutant) => mutant.name)
    .join('; ')

const invariants = (): string =>
  [
    '## What always holds',
    '`npm run bench -- model` plays 100,000 runs with old sights, lost effects, crashes, dying tasks, alarms, newer deployments\nand weights changed by hand. Each invariant is also seen to fail under controllers that are wrong on purpose.',
    table(
      ['', 'invariant', 'caught if'],
      INVARIANTS.map((invariant, index) => [String(index + 1), invariant, caught(index)]),
    ),
  ].join('\n\n')

/** docs/rehearsal-rules.md. */
export const rulesPage = (): string =>
  `${[HEAD, stages(), rules(), ranges(), combinations(), invariants()].join('\n\n')}\n`
