import type { BakeFunction } from '../functions.js'
import {
  asList,
  asMap,
  asNumber,
  asText,
  entriesOf,
  equal,
  isList,
  isMap,
  type Value,
  WrongValue,
} from '../hcl/value.js'

const distinct = (items: readonly Value[]): readonly Value[] =>
  items.filter((item, at) => items.findIndex((other) => equal(item, other)) === at)

const flat = (value: Value): readonly Value[] => (isList(value) ? value.flatMap(flat) : [value])

const firstThat =
  (holds: (value: Value) => boolean, what: string): BakeFunction =>
  (...args) => {
    const found = args.find(holds)
    if (found === undefined) throw new WrongValue(what)
    return found
  }

const positionOf = (list: Value, value: Value): number => {
  const at = asList(list).findIndex((item) => equal(item, value))
  if (at < 0) throw new WrongValue(`the list has no ${JSON.stringify(value)}`)
  return at
}

const at = (list: readonly Value[], index: number): Value => {
  if (list.length === 0) throw new WrongValue('an empty list has no element')
  return list[((index % list.length) + list.length) % list.length] as Value
}

const product = (lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  lists.reduce<readonly (readonly Value[])[]>(
    (all, list) => all.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  )

const chunks = (list: readonly Value[], size: number): Value =>
  size < 1
    ? [list]
    : Array.from({ length: Math.ceil(list.length / size) }, (_, chunk) =>
        list.slice(chunk * size, (chunk + 1) * size),
      )

const range = (...limits: readonly Value[]): Value => {
  const [first = 0, second, third] = limits.map(asNumber)
  const [start, end] = second === undefined ? [0, first] : [first, second]
  const step = third ?? (end < start ? -1 : 1)
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (!(length <= 1024)) throw new WrongValue('the range has more than 1024 elements')
  return Array.from({ length }, (_, count) => start + count * step)
}

const sortedTexts = (list: Value): Value =>
  asList(list)
    .map(asText)
    .sort((a, b) => (a < b ? -1 : 1))

const sizeOf = (value: Value): number => {
  if (isList(value)) return value.length
  if (isMap(value)) return Object.keys(value).length
  throw new WrongValue('length is told of a list or a map')
}

export const listFunctions: Readonly<Record<string, BakeFunction>> = {
  chunklist: (list = [], size = 0) => chunks(asList(list), asNumber(size)),
  coalesce: firstThat((value) => value !== null, 'coalesce: all of it is null'),
  coalescelist: firstThat((value) => isList(value) && value.length > 0, 'coalescelist: all lists are empty'),
  compact: (list = []) => asList(list).filter((item) => item !== '' && item !== null),
  concat: (...lists) => lists.flatMap((list) => asList(list)),
  contains: (list = [], value = null) => asList(list).some((item) => equal(item, value)),
  distinct: (list = []) => distinct(asList(list)),
  element: (list = [], index = 0) => at(asList(list), asNumber(index)),
  flatten: (list = []) => flat(asList(list)),
  hasindex: (of = null, key = null) =>
    isList(of) ? asNumber(key) in of : Object.hasOwn(asMap(of), asText(key)),
  index: (of = null, key = null) => {
    const found = isList(of) ? of[asNumber(key)] : asMap(of)[asText(key)]
    if (found === undefined) throw new WrongValue(`there is no ${JSON.stringify(key)}`)
    return found
  },
  indexof: (list = [], value = null) => positionOf(list, value),
  keys: (map = {}) => entriesOf(asMap(map)).map(([key]) => key),
  length: (value = []) => sizeOf(value),
  lookup: (map = {}, key = '', otherwise = null) =>
    Object.hasOwn(asMap(map), asText(key)) ? (asMap(map)[asText(key)] as Value) : otherwise,
  merge: (...maps) => Object.assign({}, ...maps.filter((map) => map !== null).map(asMap)),
  range,
  reverselist: (list = []) => asList(list).toReversed(),
  sethaselement: (list = [], value = null) => asList(list).some((item) => equal(item, value)),
  setintersection: (first = [], ...others) =>
    distinct(
      asList(first).filter((item) => others.every((other) => asList(other).some((one) => equal(one, item)))),
    ),
  setproduct: (...lists) => product(lists.map(asList)),
  setsubtract: (a = [], b = []) => asList(a).filter((item) => !asList(b).some((other) => equal(item, other))),
  setunion: (...lists) => distinct(lists.flatMap((list) => asList(list))),
  slice: (list = [], start = 0, end = 0) => asList(list).slice(asNumber(start), asNumber(end)),
  sort: (list = []) => sortedTexts(list),
  values: (map = {}) => entriesOf(asMap(map)).map(([, value]) => value),
  zipmap: (keys = [], values = []) =>
    Object.fromEntries(asList(keys).map((key, place) => [asText(key), asList(values)[place] ?? null])),
}
