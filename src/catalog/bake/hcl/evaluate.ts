import { type Expression, type For, HclError, ITEM, Undecided } from './syntax.js'
import {
  asBoolean,
  asList,
  asNumber,
  asText,
  entriesOf,
  equal,
  FleetingValue,
  isList,
  isMap,
  kindOf,
  type Value,
  WrongValue,
} from './value.js'

/** What names stand for where an expression is read. */
export interface Scope {
  /** Undefined where there is nothing of that name. */
  name(name: string): Value | undefined
  /** `all` reads the arguments when it wants them: `try` may never want the second. */
  call(name: string, args: readonly (() => Value)[]): Value
}

/** Throws an HclError with the line of what cannot be worked out. */
export const evaluate = (expression: Expression, scope: Scope): Value => {
  try {
    return evaluateAny(expression, scope)
  } catch (error) {
    if (error instanceof FleetingValue) throw new Undecided(error.message, expression.line)
    if (error instanceof WrongValue) throw new HclError(error.message, expression.line)
    throw error
  }
}

const evaluateAny = (expression: Expression, scope: Scope): Value => {
  const of = (inner: Expression) => evaluate(inner, scope)
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'template':
      return expression.parts.length === 1
        ? of(expression.parts[0] as Expression)
        : expression.parts.map((part) => asText(of(part))).join('')
    case 'name':
      return known(scope.name(expression.name), expression.name)
    case 'index':
      return element(of(expression.of), of(expression.key))
    case 'splat':
      return splat(of(expression.of), (item) => evaluate(expression.rest, withNames(scope, { [ITEM]: item })))
    case 'call':
      return scope.call(expression.name, argumentsOf(expression, scope))
    case 'list':
      return expression.items.map(of)
    case 'object':
      return Object.fromEntries(expression.items.map(([key, value]) => [asText(of(key)), of(value)]))
    case 'conditional':
      return asBoolean(of(expression.test)) ? of(expression.then) : of(expression.otherwise)
    case 'binary':
      return OPERATORS[expression.operator]?.(of(expression.left), () => of(expression.right)) as Value
    case 'unary':
      return expression.operator === '!' ? !asBoolean(of(expression.of)) : -asNumber(of(expression.of))
    case 'for':
      return collect(expression, scope)
  }
}

const known = (value: Value | undefined, name: string): Value => {
  if (value !== undefined) return value
  throw new WrongValue(`there is no ${name}`)
}

export const withNames = (scope: Scope, names: Readonly<Record<string, Value>>): Scope => ({
  name: (name) => (Object.hasOwn(names, name) ? names[name] : scope.name(name)),
  call: scope.call,
})

const argumentsOf = (
  { args, spread }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): readonly (() => Value)[] => {
  const plain = args.map((arg) => () => evaluate(arg, scope))
  const last = spread ? plain.pop() : undefined
  return last ? [...plain, ...asList(last()).map((value) => () => value)] : plain
}

const element = (of: Value, key: Value): Value => {
  const found = isList(of)
    ? of[asNumber(key)]
    : isMap(of) && Object.hasOwn(of, asText(key))
      ? of[asText(key)]
      : undefined
  if (found !== undefined) return found
  throw new WrongValue(`${kindOf(of)} has no ${JSON.stringify(key)}`)
}

const splat = (of: Value, read: (item: Value) => Value): Value => {
  if (of === null) return []
  return (isList(of) ? of : [of]).map(read)
}

const arithmetic =
  (work: (a: number, b: number) => number | boolean) =>
  (left: Value, right: () => Value): Value => {
    const result = work(asNumber(left), asNumber(right()))
    if (typeof result === 'number' && !Number.isFinite(result)) throw new WrongValue('a division by zero')
    return result
  }

const OPERATORS: Readonly<Record<string, (left: Value, right: () => Value) => Value>> = {
  '||': (left, right) => asBoolean(left) || asBoolean(right()),
  '&&': (left, right) => asBoolean(left) && asBoolean(right()),
  '==': (left, right) => equal(left, right()),
  '!=': (left, right) => !equal(left, right()),
  '<': arithmetic((a, b) => a < b),
  '>': arithmetic((a, b) => a > b),
  '<=': arithmetic((a, b) => a <= b),
  '>=': arithmetic((a, b) => a >= b),
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
}

const collect = ({ names, list, key, value, test, grouped }: For, scope: Scope): Value => {
  const items = pairs(evaluate(list, scope)).flatMap(([at, item]): [string, Value][] => {
    const [first = '', second] = names
    const inner = withNames(scope, second === undefined ? { [first]: item } : { [first]: at, [second]: item })
    if (test && !asBoolean(evaluate(test, inner))) return []
    return [[key ? asText(evaluate(key, inner)) : '', evaluate(value, inner)]]
  })
  if (!key) return items.map(([, item]) => item)
  if (!grouped) return Object.fromEntries(items)
  const keys = [...new Set(items.map(([name]) => name))]
  return Object.fromEntries(
    keys.map((name) => [name, items.flatMap(([of, item]) => (of === name ? [item] : []))]),
  )
}

const pairs = (value: Value): [Value, Value][] => {
  if (isList(value)) return value.map((item, at) => [at, item])
  if (isMap(value)) return entriesOf(value)
  throw new WrongValue(`a list or a map is expected behind in, not ${kindOf(value)}`)
}
