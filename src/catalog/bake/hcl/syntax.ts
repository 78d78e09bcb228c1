/** An expression of HCL, with the line that it begins in. */
export type Expression = { readonly line: number } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** Texts and what is put between them; alone, `"${x}"` is x itself. */
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  /** `list[*].rest`: `rest` reads ITEM. */
  | { readonly kind: 'splat'; readonly of: Expression; readonly rest: Expression }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly Expression[]
      readonly spread: boolean
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly items: readonly (readonly [Expression, Expression])[] }
  | {
      readonly kind: 'conditional'
      readonly test: Expression
      readonly then: Expression
      readonly otherwise: Expression
    }
  | {
      readonly kind: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
  | For
)

/** `[for k, v in list : value if test]`, or with a key the object of that form. */
export interface For {
  readonly kind: 'for'
  readonly names: readonly string[]
  readonly list: Expression
  readonly key: Expression | null
  readonly value: Expression
  readonly test: Expression | null
  /** `...`: values of one key are collected. */
  readonly grouped: boolean
}

/** The name that a splat's rest reads its element by; no identifier looks like it. */
export const ITEM = '*'

export interface Attribute {
  readonly name: string
  readonly value: Expression
  readonly line: number
}

export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
  readonly line: number
}

export interface Body {
  readonly attributes: readonly Attribute[]
  readonly blocks: readonly Block[]
}

/** What cannot be read or worked out, and where. */
export class HclError extends Error {
  /** Known to whoever has the file in hand. */
  file: string | null = null

  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message)
  }
}

/** What another moment or another machine would work out otherwise. */
export class Undecided extends HclError {}

/** What fails in here, and nobody has said where, failed in this file. */
export const inFile = <T>(file: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof HclError) error.file ??= file
    throw error
  }
}
