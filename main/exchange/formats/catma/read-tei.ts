import { elementIn, elementsIn, isElement, parseXml, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { teiNamespace } from '../tei/names.ts'
import type { CatmaWork } from './catma-work.ts'

/** The text that an annotation collection is about. */
export interface CatmaSource {
  id: string
  title: string
  facts: Map<string, string>
}

/** An annotation collection as CATMA exports it. */
export class CatmaCollection {
  readonly #root: XmlElement

  constructor(bytes: Uint8Array, called: string) {
    this.#root = parseXml(bytes, { called, prefixes: { [teiNamespace]: '' } })
  }

  /** The texts that it points into: one, as CATMA writes it. */
  sources(): CatmaSource[] {
    const ids = new Set(
      descendants(this.#root, 'ptr').flatMap((pointer) => targetOf(pointer)?.document ?? []),
    )
    const title = descendants(this.#root, 'titleStmt')[0]
    const [language] = descendants(this.#root, 'language')
    const facts = new Map<string, string>()
    const author = wordsIn(title, 'author')
    if (author !== '') facts.set('author', author)
    const code = language?.attributes.get('ident')
    if (code) facts.set('language', code)
    return [...ids].map((id) => ({ id, title: ids.size === 1 ? wordsIn(title, 'title') : '', facts }))
  }

  take(work: CatmaWork): void {
    const names = new Map<string, string>()
    for (const tagset of descendants(this.#root, 'fsdDecl')) this.#tagset(tagset, names, work)
    const described = new Map(descendants(this.#root, 'fs').map((fs) => [idOf(fs), fs]))
    const ranges = new Map<string, { document: string; ranges: [number, number][] }>()
    for (const segment of descendants(this.#root, 'seg')) {
      const pointers = descendants(segment, 'ptr').map(targetOf)
      for (const reference of (segment.attributes.get('ana') ?? '').split(/\s+/)) {
        const id = reference.replace(/^#/, '')
        if (id === '') continue
        for (const target of pointers) {
          if (!target) work.leaveOut('pointers that no version of CATMA since 3 writes')
          else {
            const known = ranges.get(id) ?? { document: target.document, ranges: [] }
            if (known.document === target.document) known.ranges.push([target.start, target.end])
            ranges.set(id, known)
          }
        }
      }
    }
    for (const [id, place] of ranges) {
      const fs = described.get(id)
      if (!fs) {
        work.leaveOut('segments without a description')
        continue
      }
      const values = valuesOf(fs, names)
      work.annotation({
        ...{ id, ...place, tag: fs.attributes.get('type') ?? '' },
        author: values.get('catma_markupauthor')?.[0] ?? '',
        created: values.get('catma_markuptimestamp')?.[0] ?? '',
        properties: new Map([...values].filter(([name]) => !name.startsWith('catma_'))),
      })
    }
  }

  #tagset(tagset: XmlElement, names: Map<string, string>, work: CatmaWork): void {
    const id = idOf(tagset)
    // The time of its version stands after its name.
    const name = (tagset.attributes.get('n') ?? '').replace(/\s+\d{2,4}-\d\d-\d\dT\S+$/, '')
    work.tag({ id, name: name || id, parent: null, color: '', properties: [] })
    for (const declared of elementsIn(tagset, 'fsDecl')) {
      const base = declared.attributes.get('baseTypes') ?? ''
      const features = elementsIn(declared, 'fDecl').map((feature) => {
        const known = feature.attributes.get('name') ?? idOf(feature)
        names.set(idOf(feature), known)
        return { name: known, values: wordsOf(feature) }
      })
      const type = declared.attributes.get('type') ?? idOf(declared)
      if (type === baseTag) continue
      work.tag({
        id: type,
        name: wordsIn(declared, 'fsDescr') || type,
        parent: base === '' || base === baseTag ? id : base,
        color: features.find(({ name }) => name === 'catma_displaycolor')?.values[0] ?? '',
        properties: features.filter(({ name }) => !name.startsWith('catma_')),
      })
    }
  }
}

/** What all tags of older versions come from. */
const baseTag = 'CATMA_BASE_TAG'

function targetOf(pointer: XmlElement): { document: string; start: number; end: number } | undefined {
  const target = pointer.attributes.get('target') ?? ''
  const found = /^catma:\/\/\/?(.*)#char=(\d{1,10}),(\d{1,10})$/.exec(target)
  return found ? { document: decoded(found[1]!), start: Number(found[2]), end: Number(found[3]) } : undefined
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function valuesOf(fs: XmlElement, names: ReadonlyMap<string, string>): Map<string, string[]> {
  return new Map(
    elementsIn(fs, 'f').map((feature) => {
      const name = feature.attributes.get('name') ?? ''
      return [names.get(name) ?? name, wordsOf(feature)]
    }),
  )
}

/** The words and numbers that a feature may have, or has. */
const wordsOf = (feature: XmlElement): string[] =>
  descendants(feature, 'string', 'numeric')
    .map((value) => (value.name === 'numeric' ? (value.attributes.get('value') ?? '') : textIn(value)))
    .filter((words) => words !== '')

const idOf = (element: XmlElement): string =>
  element.attributes.get('xml:id') ?? element.attributes.get('id') ?? ''

function wordsIn(parent: XmlElement | undefined, name: string): string {
  const found = parent && elementIn(parent, name)
  return found ? textIn(found).trim() : ''
}

function descendants(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children
    .filter(isElement)
    .flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...descendants(child, ...names)])
}
