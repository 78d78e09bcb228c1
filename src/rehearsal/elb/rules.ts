import type {
  CreateRuleInput,
  CreateRuleOutput,
  DeleteRuleInput,
  DescribeRulesInput,
  DescribeRulesOutput,
  ModifyRuleInput,
  ModifyRuleOutput,
  Rule,
  RuleCondition,
  SetRulePrioritiesInput,
  SetRulePrioritiesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { ruleArn } from '../arns.js'
import type { ListenerRule, OpenListener, World } from '../world.js'
import { actionsOf, stickyOf, weightsOf } from './actions.js'
import { checkConditions } from './conditions.js'
import { listenerAt } from './listeners.js'
import { page } from './page.js'

const LAST = 50_000

/** As AWS answers it: in the form it came in, and the short one too where there is one. */
const showCondition = (condition: RuleCondition): RuleCondition => ({
  ...condition,
  Values: condition.Values ?? condition.PathPatternConfig?.Values ?? condition.HostHeaderConfig?.Values ?? [],
})

const showRule = ({ arn, conditions, priority, ...rule }: ListenerRule): Rule => ({
  RuleArn: arn,
  Priority: priority === undefined ? 'default' : String(priority),
  Conditions: conditions.map(showCondition),
  Actions: actionsOf(rule),
  IsDefault: priority === undefined,
})

/** In the order in which they are tried. */
const sorted = (rules: readonly ListenerRule[]): ListenerRule[] =>
  rules.toSorted((a, b) => (a.priority ?? LAST + 1) - (b.priority ?? LAST + 1))

const holderOf = (world: World, arn: string | undefined): readonly [OpenListener, ListenerRule] => {
  for (const listener of world.listeners.values()) {
    const rule = listener.rules.find((candidate) => candidate.arn === arn)
    if (rule) return [listener, rule]
  }
  return refuse('RuleNotFoundException', `One or more rules not found: '[${arn}]'`)
}

const checkPriority = ({ rules }: OpenListener, priority: number | undefined): number => {
  if (priority === undefined || !Number.isInteger(priority) || priority < 1 || priority > LAST)
    return refuse('ValidationError', `Rule priority '${priority}' must be a whole number from 1 to ${LAST}`)
  if (rules.some((rule) => rule.priority === priority))
    refuse('PriorityInUseException', `Priority '${priority}' is currently in use`)
  return priority
}

const refuseDefault = ({ priority, arn }: ListenerRule, what: string): void => {
  if (priority === undefined)
    refuse('OperationNotPermittedException', `The default rule '${arn}' cannot be ${what}`)
}

const refuseUnplayed = (input: CreateRuleInput | ModifyRuleInput): void => {
  if ((input.Transforms ?? []).length > 0)
    refuse('ValidationError', 'The rehearsal cluster does not play Transforms of a rule yet')
}

const replaced = (listener: OpenListener, before: ListenerRule, after: ListenerRule): void => {
  listener.rules = sorted(listener.rules.map((rule) => (rule === before ? after : rule)))
}

export const ruleOperations = (world: World) => ({
  CreateRule(input: CreateRuleInput): CreateRuleOutput {
    refuseUnplayed(input)
    const listener = listenerAt(world, input.ListenerArn)
    const conditions = input.Conditions ?? []
    checkConditions(conditions)
    const rule = {
      arn: ruleArn(listener.shape.ListenerArn),
      weights: weightsOf(world, input.Actions ?? []),
      sticky: stickyOf(input.Actions ?? []),
      conditions,
      priority: checkPriority(listener, input.Priority),
    }
    listener.rules = sorted([...listener.rules, rule])
    return { Rules: [showRule(rule)] }
  },
  DescribeRules(input: DescribeRulesInput): DescribeRulesOutput {
    const found = input.RuleArns
      ? input.RuleArns.map((arn) => holderOf(world, arn)[1])
      : listenerAt(world, input.ListenerArn).rules
    const [rules, NextMarker] = page(found, input)
    return { Rules: rules.map(showRule), NextMarker }
  },
  ModifyRule(input: ModifyRuleInput): ModifyRuleOutput {
    refuseUnplayed(input)
    const [listener, rule] = holderOf(world, input.RuleArn)
    refuseDefault(rule, 'modified with ModifyRule')
    if (input.Conditions) checkConditions(input.Conditions)
    const changed = {
      ...rule,
      ...(input.Conditions ? { conditions: input.Conditions } : {}),
      ...(input.Actions ? { weights: weightsOf(world, input.Actions), sticky: stickyOf(input.Actions) } : {}),
    }
    replaced(listener, rule, changed)
    return { Rules: [showRule(changed)] }
  },
  DeleteRule(input: DeleteRuleInput): void {
    const [listener, rule] = holderOf(world, input.RuleArn)
    refuseDefault(rule, 'deleted')
    listener.rules = listener.rules.filter((candidate) => candidate !== rule)
  },
  SetRulePriorities(input: SetRulePrioritiesInput): SetRulePrioritiesOutput {
    const asked = (input.RulePriorities ?? []).map(
      ({ RuleArn, Priority }) => [...holderOf(world, RuleArn), Priority] as const,
    )
    for (const [, rule] of asked) refuseDefault(rule, 'given a priority')
    const changed = asked.map(([listener, rule, priority]) => {
      const others = listener.rules.filter((one) => !asked.some(([, moved]) => moved === one))
      return [
        listener,
        rule,
        { ...rule, priority: checkPriority({ ...listener, rules: others }, priority) },
      ] as const
    })
    for (const [listener, before, after] of changed) replaced(listener, before, after)
    return { Rules: changed.map(([, , after]) => showRule(after)) }
  },
})
