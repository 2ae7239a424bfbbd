import type { XmlTag } from '../../../xml/xml-reader.ts'
import { elementIn, elementsIn, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import type * as Data from '../../dataset.ts'
import { detached } from '../../detached.ts'
import { unknownMoment } from '../../foreign/gathering.ts'
import type { IncomingAnnotation } from '../annotation-format.ts'
import { pointedTo } from './names.ts'

// What elements of TEI say, as far as it is what it should be.

/** All text inside, in memory of its own: there are more of these words than a file is to keep in memory. */
export const wordsOf = (element: XmlElement): string => detached(textIn(element))

/** Spaces part pointers, but for those inside of brackets, in `string-range(a, 1, 2)`. */
export const pointersIn = (value = ''): string[] => value.match(/(?:[^\s(]|\([^)]*\)?)+/g) ?? []

export function idOf({ attributes }: XmlTag, otherwise = ''): string {
  const id = attributes.get('xml:id')
  return id === undefined ? otherwise : detached(pointedTo(id)?.id ?? id)
}

export function endOf(pointer: string): Data.LinkEnd | undefined {
  const meant = pointedTo(pointer)
  const isEnd = meant && ['annotation', 'claim', 'link'].includes(meant.kind)
  return isEnd ? ({ [meant.kind]: detached(meant.id) } as unknown as Data.LinkEnd) : undefined
}

export function wordsIn(parent: XmlElement, name: string): string {
  const found = elementIn(parent, name)
  return found ? wordsOf(found) : ''
}

export function noteIn(element: XmlElement, type: string | undefined): string {
  const found = elementsIn(element, 'note').find(({ attributes }) => attributes.get('type') === type)
  return found ? wordsOf(found) : ''
}

/** Most annotations have none; they share this one. */
export const noAttributes: IncomingAnnotation['attributes'] = new Map()

export function attributesIn(element: XmlElement): IncomingAnnotation['attributes'] {
  const notes = elementsIn(element, 'note').filter(({ attributes }) => attributes.get('type') === 'attribute')
  if (notes.length === 0) return noAttributes
  return new Map(
    notes.map((note) => {
      const words = textIn(note)
      const kind = note.attributes.get('subtype')
      const number = Number(words)
      const value =
        kind === 'boolean'
          ? words === 'true'
          : kind === 'number' && Number.isFinite(number)
            ? number
            : detached(words)
      return [detached(note.attributes.get('n') ?? ''), value]
    }),
  )
}

export function createdOf(element: XmlElement): string {
  const revision = elementIn(element, 'revisionDesc')
  return timeOf(revision && elementIn(revision, 'change')?.attributes.get('when'))
}

export function timeOf(written = ''): string {
  const time = written === '' ? Number.NaN : Date.parse(written)
  return Number.isNaN(time) ? unknownMoment : new Date(time).toISOString()
}

export function ratioOf(written = ''): number | null {
  const number = written === '' ? Number.NaN : Number(written)
  return number >= 0 && number <= 1 ? number : null
}
