import { type DocumentNode, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { readTemplate } from './expression.js'
import { type Block, type Body, type Expression, HclError } from './syntax.js'

/** What is a block in a bake file, and how many labels it has; everything else is an attribute. */
const BLOCKS: Readonly<Record<string, number>> = { target: 1, group: 1, variable: 1, function: 1 }

/** The JSON form of a bake file. Throws an HclError where it is none. */
export const readJson = (text: string): Body => {
  const document = parsed(text)
  if (document.body.type !== 'Object') throw new HclError('a map of blocks is expected', 1)
  return bodyOf(document.body.members, BLOCKS)
}

const parsed = (text: string): DocumentNode => {
  try {
    return parse(text)
  } catch (error) {
    const { line = 1, message } = error as { line?: number; message: string }
    throw new HclError(message.replace(/ \(\d+:\d+\)$/, ''), line)
  }
}

const nameOf = ({ name }: MemberNode): string => (name.type === 'String' ? name.value : name.name)

const bodyOf = (members: readonly MemberNode[], blocks: Readonly<Record<string, number>>): Body => ({
  attributes: members
    .filter((member) => blocks[nameOf(member)] === undefined)
    .map((member) => ({
      name: nameOf(member),
      value: expressionOf(member.value),
      line: member.loc.start.line,
    })),
  blocks: members
    .filter((member) => blocks[nameOf(member)] !== undefined)
    .flatMap((member) => blocksOf(nameOf(member), member.value)),
})

/** A label is a key; several of one label are a list. */
const blocksOf = (type: string, value: ValueNode): Block[] => {
  if (value.type === 'Array') return value.elements.flatMap((element) => blocksOf(type, element.value))
  if (value.type !== 'Object') throw new HclError(`${type} is not a map`, value.loc.start.line)
  return value.members.flatMap((member) => {
    const bodies =
      member.value.type === 'Array' ? member.value.elements.map((one) => one.value) : [member.value]
    return bodies.map((body) => {
      if (body.type !== 'Object') throw new HclError(`${nameOf(member)} is not a map`, body.loc.start.line)
      return { type, labels: [nameOf(member)], body: bodyOf(body.members, {}), line: member.loc.start.line }
    })
  })
}

const expressionOf = (value: ValueNode): Expression => {
  const { line } = value.loc.start
  switch (value.type) {
    case 'String':
      return readTemplate(value.value, line)
    case 'Number':
    case 'Boolean':
      return { kind: 'literal', value: value.value, line }
    case 'Array':
      return { kind: 'list', items: value.elements.map((element) => expressionOf(element.value)), line }
    case 'Object':
      return {
        kind: 'object',
        items: value.members.map((member) => [
          readTemplate(nameOf(member), line),
          expressionOf(member.value),
        ]),
        line,
      }
    default:
      return { kind: 'literal', value: null, line }
  }
}
