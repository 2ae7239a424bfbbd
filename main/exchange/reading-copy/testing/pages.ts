import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'
import type { ReadingCopyOptions } from '../../../../preload/contract/reading-copy.ts'
import type { Block } from '../../../../preload/contract/text.ts'
import type { Material, MaterialAnnotation, MaterialLink } from '../material.ts'
import { makeReadingCopy } from '../reading-copy.ts'

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

export const everything: ReadingCopyOptions = {
  annotations: true,
  details: true,
  notes: true,
  links: true,
  legend: true,
  placement: 'beside',
  tagIds: null,
}

export const claim = {
  id: 1,
  name: 'Claim',
  color: '#2563eb',
  role: 'claim',
  definition: 'What is asserted.',
} as const
const rebuttal = { id: 2, name: 'Rebuttal', color: '#dc2626', role: 'rebuttal', definition: '' } as const

export const link: MaterialLink = {
  type: '… rebuts this',
  isOutgoing: false,
  isSymmetric: false,
  words: 'It never has.',
  source: 'Reply, Ada',
  date: '2022',
  to: null,
  strength: 0.8,
  note: 'weak',
  onto: [],
}

export function annotation(
  number: number,
  start: number,
  end: number,
  more: Partial<MaterialAnnotation> = {},
) {
  const said = {
    note: '',
    speaker: '',
    details: [],
    links: [],
    annotator: 'Ada',
    created: '2024-01-01T00:00:00.000Z',
  }
  return { number, tag: 1, spans: [{ start, end }], ...said, ...more }
}

/** A text of paragraphs. */
export function material(
  paragraphs: readonly string[],
  annotations: readonly MaterialAnnotation[] = [],
  more: Partial<Material> = {},
): Material {
  let start = 0
  const blocks = paragraphs.map((words): Block => {
    const block = { kind: 'paragraph' as const, start, end: start + words.length }
    start = block.end + 1
    return block
  })
  return {
    title: 'Statement',
    language: 'en',
    facts: [{ name: 'author', value: 'Council' }],
    project: 'Tram',
    text: { text: paragraphs.join('\n'), blocks, marks: [], breaks: [] },
    tags: [claim, rebuttal],
    annotations,
    ...more,
  }
}

export const pageOf = (source: Material, options: Partial<ReadingCopyOptions> = {}) =>
  parse(makeReadingCopy(source, { ...everything, ...options }, null).html)

export function* elements(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node
  for (const child of 'childNodes' in node ? node.childNodes : []) yield* elements(child)
}
export const classOf = (element: Element) =>
  element.attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? []
export const ofClass = (node: Node, name: string) =>
  [...elements(node)].filter((one) => classOf(one).includes(name))
export const ofTag = (node: Node, name: string) =>
  [...elements(node)].filter(({ tagName }) => tagName === name)

/** What a person reads, without what stands beside. */
export function words(node: Node, without: readonly string[] = []): string {
  if (tree.isTextNode(node)) return node.value
  if (tree.isElementNode(node) && classOf(node).some((name) => without.includes(name))) return ''
  return ('childNodes' in node ? node.childNodes : []).map((child) => words(child, without)).join('')
}
export const main = (page: Node) => ofClass(page, 'text').at(-1)!
export const text = (page: Node) => words(main(page), ['side', 'page'])
