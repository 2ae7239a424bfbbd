import { z } from 'zod'
import type { XmlTag } from '../../../xml/xml-reader.ts'
import { elementIn, elementsIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { detached } from '../../detached.ts'
import type { Gathering } from '../../foreign/gathering.ts'
import { BesideTexts, isTaken } from './beside-texts.ts'
import type { BodyEvents, CorpusEvents } from './corpus-walk.ts'
import { idOf, wordsIn, wordsOf } from './elements.ts'
import { pointedTo } from './names.ts'
import { besideTextsIn, holdsOurs, isInOthersPassage, isOurs } from './our-work.ts'
import type { TeiPlaces } from './places.ts'
import { BodyReading } from './read-text.ts'
import { takeNames } from './stand-off.ts'
import type { TeiTexts } from './texts.ts'

const Status = z.enum(['to-do', 'in-progress', 'done'])

/** Whose a `standOff` is: ours, or of another program, with how things are called that it points to, by `xml:id`. */
export type StandOffKind = 'ours' | ReadonlyMap<string, string>

/** What is known of the text that is walked through. */
interface OpenText {
  tei: XmlTag
  header: XmlElement | undefined
  body: BodyReading | undefined
  names: Map<string, string>
  /** For each `standOff`, whether it is ours. */
  areOurs: boolean[]
  /** Parts of those of ours. */
  beside: XmlElement[]
}

/**
 * The first way through a file: takes everything but what points into texts, which may stand before them, and learns
 * whose each `standOff` is.
 */
export class TextsPass implements CorpusEvents {
  /** Of all texts, in the order of the file. */
  readonly standOffs: StandOffKind[] = []
  readonly #gathering: Gathering
  readonly #beside: BesideTexts
  readonly #texts: TeiTexts
  readonly #places: TeiPlaces
  #open: OpenText | undefined
  /** Parts of the `standOff` that is open, until it is known to be ours. */
  #waiting: XmlElement[] = []

  constructor(
    called: string,
    gathering: Gathering,
    { texts, places }: { texts: TeiTexts; places: TeiPlaces },
  ) {
    this.#gathering = gathering
    this.#beside = new BesideTexts(called, gathering.incoming)
    this.#texts = texts
    this.#places = places
  }

  beside(element: XmlElement): void {
    this.#beside.take(element)
  }

  begin(tei: XmlTag): void {
    const nothing = { header: undefined, body: undefined, names: new Map(), areOurs: [], beside: [] }
    this.#open = { tei, ...nothing }
  }

  header(element: XmlElement): void {
    this.#open!.header ??= element
    takeNames(element, this.#open!.names)
  }

  body(body: XmlTag): BodyEvents {
    const reading = new BodyReading(body)
    this.#open!.body = reading
    return reading
  }

  standOff(): void {
    this.#open!.areOurs.push(false)
    this.#waiting = []
  }

  around(tag: XmlTag): void {
    if (isOurs(tag)) this.#isOurs()
  }

  apart(element: XmlElement, inside: readonly XmlTag[] | null): void {
    const { areOurs, names } = this.#open!
    takeNames(element, names)
    if (inside === null) return
    if (!areOurs.at(-1) && holdsOurs(element)) this.#isOurs()
    if (isInOthersPassage(inside)) return
    for (const one of besideTextsIn(element)) if (isTaken(one)) this.#waiting.push(one)
  }

  leaveStandOff(): void {
    const { areOurs, beside } = this.#open!
    if (areOurs.at(-1)) for (const element of this.#waiting) beside.push(element)
    this.#waiting = []
  }

  end(): void {
    const { tei, header, body, names, areOurs, beside } = this.#open!
    this.#open = undefined
    for (const isOurs of areOurs) this.standOffs.push(isOurs ? 'ours' : names)
    const file = header && elementIn(header, 'fileDesc')
    const title = file && elementIn(file, 'titleStmt')
    const notes = file && elementIn(file, 'notesStmt')
    const status = header && elementIn(header, 'revisionDesc')?.attributes.get('status')
    const id = idOf(tei, `text ${this.#gathering.incoming.documents.length + 1}`)
    const read = body?.finish()
    if (read) this.#places.add(id, read)
    for (const one of title ? elementsIn(title, 'respStmt') : []) {
      if (pointedTo(one.attributes.get('xml:id') ?? '')?.kind === 'annotator') this.#beside.annotator(one)
    }
    const encoding = header && elementIn(header, 'encodingDesc')
    // What stands beside the texts of a corpus stands in a text that is a file by itself.
    for (const one of encoding ? besideTextsIn(encoding) : []) this.#beside.take(one)
    for (const element of beside) this.#beside.take(element)
    const called = title ? wordsIn(title, 'title') : ''
    const origin = file && elementIn(file, 'sourceDesc')
    // Of other programs it is a sentence.
    const isOurs = pointedTo(tei.attributes.get('xml:id') ?? '')?.kind === 'document'
    const fileName = origin && isOurs ? wordsIn(origin, 'p') : ''
    this.#texts.add({
      id,
      title: called,
      metadata: new Map(
        (notes ? elementsIn(notes, 'note') : [])
          .filter(({ attributes }) => attributes.get('type') === 'metadata')
          .map((note) => [detached(note.attributes.get('n') ?? ''), wordsOf(note)]),
      ),
      status: Status.safeParse(status).data ?? 'to-do',
      text: read?.text ?? null,
      source: null,
      knownAs: [...new Set([called, fileName])].filter((name) => name !== ''),
    })
  }

  #isOurs(): void {
    const { areOurs } = this.#open!
    areOurs[areOurs.length - 1] = true
  }
}
