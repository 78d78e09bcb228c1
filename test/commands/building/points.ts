import type { Interfere } from '../../ground/proxy.js'

/** Where a run is cut off: at a request of a kind, the nth. */
export interface Point {
  readonly kind: string
  readonly nth: number
  /** Before it has arrived, or once it is answered: the answer is lost. */
  readonly side: 'before' | 'answered'
}

/**
 * Whose request it is, and what for, without what is another one each time: `node PUT /manifests/in-…`. By which name
 * something is read makes no difference: `node GET /manifests/…`.
 */
export const kindOf = (line: string, who: string): string => {
  const what = line.replace(/\/v2\/bench-[^/]+\/[^/]+/, '').replace(/[0-9a-f]{8}.*$/, '…')
  return `${who.split('/')[0]} ${what.replace(/^((?:GET|HEAD) \/[a-z]+\/).*$/, '$1…')}`
}

/** What Stagger asks itself, by the program that runs it; the rest is a builder's. */
export const isOurs = ({ kind }: Pick<Point, 'kind'>): boolean => kind.startsWith('node ')
export const isWriting = ({ kind }: Pick<Point, 'kind'>): boolean => !/^\S+ (?:GET|HEAD) /.test(kind)

/** Each request of a whole run; those of Stagger that write, and the last one, also with their answers lost. */
const everyPoint = (kinds: readonly string[]): readonly Point[] =>
  kinds.flatMap((kind, at) => {
    const point = { kind, nth: kinds.slice(0, at + 1).filter((other) => other === kind).length }
    const twice = at === kinds.length - 1 || (isOurs(point) && isWriting(point))
    const before: Point = { ...point, side: 'before' }
    return twice ? [before, { ...point, side: 'answered' }] : [before]
  })

/** Of those the first of each kind, and the last. */
const samplePoints = (kinds: readonly string[]): readonly Point[] =>
  everyPoint(kinds).filter(({ nth }, at, every) => nth === 1 || at === every.length - 1)

/** What to cut at: a sample, or all where somebody has the time. */
export const pointsOf = process.env.STAGGER_TEST_CUTS === 'all' ? everyPoint : samplePoints

/** Tells whether a request is the point: once. */
export const reached = ({ kind, nth }: Point): ((...asked: Parameters<Interfere>) => boolean) => {
  let seen = 0
  return (line, who) => kindOf(line, who) === kind && ++seen === nth
}
