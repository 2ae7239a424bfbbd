import { Failure } from '../../../../preload/contract/failure.ts'
import { SpeakerKind } from '../../../../preload/contract/speaker.ts'
import { AttributeDefinition, Color, Role } from '../../../../preload/contract/tag.ts'
import { elementsIn, isElement, type XmlElement } from '../../../xml/xml-tree.ts'
import { detached } from '../../detached.ts'
import type { Incoming } from '../annotation-format.ts'
import { idOf, timeOf, wordsIn, wordsOf } from './elements.ts'
import { pointedTo } from './names.ts'

const inStandOff = new Set(['taxonomy', 'listPerson', 'interp'])
/** Whether it is taken also where it stands in a text. */
export const isTaken = ({ name }: XmlElement): boolean => inStandOff.has(name)

/** Takes what stands in no text of a file: its codebook, its people, its claims. */
export class BesideTexts {
  readonly #called: string
  readonly #incoming: Incoming
  readonly #project = { name: '', description: '' }

  constructor(called: string, incoming: Incoming) {
    this.#called = called
    this.#incoming = incoming
    this.#incoming.project = this.#project
  }

  take(element: XmlElement): void {
    switch (element.name) {
      case 'titleStmt':
        this.#project.name = wordsIn(element, 'title')
        for (const one of elementsIn(element, 'respStmt')) this.annotator(one)
        break
      case 'sourceDesc':
        this.#project.description = wordsIn(element, 'p')
        break
      case 'taxonomy':
        for (const category of elementsIn(element, 'category')) this.#category(category, null)
        break
      case 'listPerson':
        for (const person of elementsIn(element, 'person')) this.#person(person)
        break
      case 'interp':
        this.#claim(element)
        break
    }
  }

  annotator(responsible: XmlElement): void {
    this.#incoming.annotators.push({ id: idOf(responsible), name: wordsIn(responsible, 'name') })
  }

  #category(category: XmlElement, parent: string | null): void {
    const meant = pointedTo(category.attributes.get('xml:id') ?? '')
    const said = (type: string) =>
      elementsIn(category, 'desc')
        .filter(({ attributes }) => attributes.get('type') === type)
        .map(wordsOf)
    const roles = (type: string) => said(type).flatMap((role) => Role.safeParse(role).data ?? [])
    const color = Color.safeParse(said('color')[0]).data
    const id = idOf(category)
    const name = wordsIn(category, 'gloss') || wordsIn(category, 'catDesc').trim()
    if (meant?.kind === 'link_type') {
      this.#incoming.linkTypes.push({
        id,
        name,
        symmetric: said('symmetric')[0] === 'true',
        color: color ?? '#6b7280',
        sourceRoles: roles('source'),
        targetRoles: roles('target'),
      })
      return
    }
    this.#incoming.tags.push({
      id,
      name,
      parent,
      role: roles('role')[0] ?? 'none',
      color: color ?? '',
      key: said('key')[0] ?? '',
      definition: said('definition')[0] ?? '',
      include: said('include')[0] ?? '',
      exclude: said('exclude')[0] ?? '',
      examples: said('example'),
      attributes: said('attribute').map((written) => this.#attributeDefinition(written, category)),
    })
    for (const below of elementsIn(category, 'category')) this.#category(below, id)
  }

  #attributeDefinition(written: string, { line }: XmlElement): AttributeDefinition {
    try {
      return AttributeDefinition.parse(JSON.parse(written))
    } catch {
      throw new Failure('unreadable', `${this.#called}, line ${line}: an attribute of a tag cannot be read.`)
    }
  }

  #person(person: XmlElement): void {
    const [name, ...variants] = elementsIn(person, 'persName').map(wordsOf)
    const kind = SpeakerKind.safeParse(person.attributes.get('role')).data ?? 'unknown'
    this.#incoming.speakers.push({ id: idOf(person), name: name ?? '', kind, variants })
  }

  #claim(interp: XmlElement): void {
    const said = (type: string) =>
      elementsIn(interp, 'desc').find(({ attributes }) => attributes.get('type') === type)
    const [note, created] = [said('note'), said('created')]
    this.#incoming.claims.push({
      id: idOf(interp),
      statement: detached(interp.children.filter((child) => !isElement(child)).join('')),
      note: note ? wordsOf(note) : '',
      created: timeOf(created && wordsOf(created)),
    })
  }
}
