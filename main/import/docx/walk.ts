import { elementIn, elementsIn, isElement, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import { linkOfInstruction } from '../link-fields.ts'
import { noteOnBoxes, unkeptLink } from '../loss-notes.ts'
import type { Relation } from '../office-parts.ts'
import type { OfficeText } from '../office-text.ts'
import { linkTargetOf } from '../stated-facts.ts'
import { symbolOf } from '../symbols.ts'
import { counted } from '../tally.ts'
import type { BlockShape, MarkShape } from '../text-builder.ts'
import { OpenFields } from './fields.ts'
import type { WordLists } from './numbering.ts'
import { lookOfRun, type RunLook } from './run-look.ts'
import { numberingIn, outlineIn, valueIn, type WordStyles } from './styles.ts'

export interface WordSource {
  styles: WordStyles
  lists: WordLists
  /** Footnotes and endnotes by `footnote 2`. */
  notes: ReadonlyMap<string, XmlElement>
  /** By their ids. */
  comments: ReadonlyMap<string, XmlElement>
}

/** Reads the body of a Word document, or of a note of it, into a text. */
export class WordWalk {
  readonly #out: OfficeText
  readonly #source: WordSource
  readonly #relations: ReadonlyMap<string, Relation>
  #fields = new OpenFields()
  #link: MarkShape | null = null
  /** Text boxes that wait for the end of the paragraph they hang on. */
  #boxes: XmlElement[] = []
  #inTable = 0
  readonly #begun = new Set<string>()
  readonly #toldComments = new Set<string>()
  readonly #begunNotes = new Set<XmlElement>()
  readonly #seen = { inserted: 0, moved: 0, boxes: 0, formulas: 0, numberedHeadings: 0, symbols: 0 }

  constructor(out: OfficeText, source: WordSource, relations: readonly Relation[]) {
    this.#out = out
    this.#source = source
    this.#relations = new Map(relations.map((relation) => [relation.id, relation]))
  }

  /** What stands in the body one after the other. */
  blocks(parent: XmlElement): void {
    for (const element of elementsIn(parent)) this.#block(element)
  }

  /** Comments that hang on nothing in the text are left out all the same. */
  finishComments(): void {
    for (const id of this.#source.comments.keys()) if (!this.#toldComments.has(id)) this.#comment(id)
  }

  /** Sentences on what is there in another way than Word shows it. */
  tell(): void {
    const { inserted, moved, boxes, formulas, numberedHeadings, symbols } = this.#seen
    const tell = (count: number, sentence: (are: string) => string) => {
      if (count > 0) this.#out.tell(sentence(count === 1 ? 'is' : 'are'))
    }
    tell(inserted, (are) => `${counted(inserted, 'tracked insertion')} ${are} part of the text.`)
    tell(
      moved,
      (are) =>
        `${counted(moved, 'moved passage')} ${are} where ${moved === 1 ? 'it was' : 'they were'} moved to.`,
    )
    tell(boxes, () => noteOnBoxes(boxes))
    tell(formulas, (are) => `${counted(formulas, 'formula')} ${are} there as plain letters.`)
    tell(
      numberedHeadings,
      (are) =>
        `The automatic ${numberedHeadings === 1 ? 'number' : 'numbers'} of ${counted(numberedHeadings, 'heading')} ${are} not in the text.`,
    )
    tell(symbols, () => `${counted(symbols, 'symbol')} of a picture font became “\ufffd”.`)
  }

  #block(element: XmlElement): void {
    this.#blockRules[element.name]?.(element)
  }

  readonly #blockRules: Readonly<Record<string, (element: XmlElement) => void>> = {
    'w:p': (element) => this.#paragraph(element),
    'w:tbl': (element) => this.#table(element),
    'w:ins': (element) => this.blocks(element),
    'w:moveTo': (element) => this.blocks(element),
    'w:customXml': (element) => this.blocks(element),
    'w:smartTag': (element) => this.blocks(element),
    'w:sdt': (element) => this.#inside(element, 'w:sdtContent', (content) => this.blocks(content)),
    'mc:AlternateContent': (element) => this.#alternative(element, (choice) => this.blocks(choice)),
    'w:altChunk': () => this.#out.leftOut.add('embedded document'),
    'm:oMathPara': (element) => {
      this.#out.startParagraph({ kind: 'paragraph' })
      this.#formula(element)
      this.#out.endParagraph()
    },
  }

  #paragraph(element: XmlElement): void {
    const properties = elementIn(element, 'w:pPr')
    this.#out.startParagraph(this.#shapeOf(properties))
    if (properties && isOn(elementIn(properties, 'w:pageBreakBefore'))) this.#out.pageBreak()
    this.#inline(element)
    const marks = properties && elementIn(properties, 'w:rPr')
    const goesOn = marks !== undefined && elementIn(marks, 'w:del') !== undefined
    const boxes = this.#boxes.splice(0)
    this.#out.endParagraph({ goesOn: goesOn && boxes.length === 0 })
    if (properties && elementIn(properties, 'w:sectPr')) this.#section(elementIn(properties, 'w:sectPr')!)
    for (const box of boxes) this.blocks(box)
  }

  #section(properties: XmlElement): void {
    this.#out.sectionBreak()
    if (valueIn(properties, 'w:type') !== 'continuous') this.#out.pageBreak()
  }

  #shapeOf(properties: XmlElement | undefined): BlockShape {
    const style = this.#source.styles.of(valueIn(properties, 'w:pStyle') ?? '')
    const outline = outlineIn(properties)
    const shape: BlockShape = outline === null ? style.shape : { kind: 'heading', level: outline }
    const numbering = numberingIn(properties) ?? style.numbering
    const level = numbering && this.#source.lists.level(numbering.id, numbering.level)
    if (!numbering || !level) return shape
    if (shape.kind === 'heading') {
      if (level.ordered) this.#seen.numberedHeadings++
      return shape
    }
    const key = `${numbering.id} ${numbering.level}`
    if (level.ordered && level.start !== 1 && !this.#begun.has(key)) this.#out.renumbered.push(level.start)
    this.#begun.add(key)
    return { kind: 'list-item', depth: Math.min(8, Math.max(0, numbering.level)), ordered: level.ordered }
  }

  /** Runs and what may stand around them. */
  #inline(parent: XmlElement): void {
    for (const element of elementsIn(parent)) {
      switch (element.name) {
        case 'w:r':
          this.#run(element)
          break
        case 'w:hyperlink':
          this.#linked(this.#linkOf(element), element)
          break
        case 'w:fldSimple':
          this.#linked(linkOfInstruction(element.attributes.get('w:instr') ?? ''), element)
          break
        case 'w:ins':
          this.#seen.inserted++
          this.#inline(element)
          break
        case 'w:del':
          this.#out.leftOut.add('deleted revision', undefined, textIn(element), authorOf(element))
          break
        case 'w:moveTo':
          this.#seen.moved++
          this.#inline(element)
          break
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:bdo':
        case 'w:dir':
          this.#inline(element)
          break
        case 'w:sdt':
          this.#inside(element, 'w:sdtContent', (content) => this.#inline(content))
          break
        case 'mc:AlternateContent':
          this.#alternative(element, (choice) => this.#inline(choice))
          break
        case 'm:oMath':
        case 'm:oMathPara':
          this.#formula(element)
          break
      }
    }
  }

  #linked(link: MarkShape | null, element: XmlElement): void {
    const outer = this.#link
    this.#link = link ?? outer
    this.#inline(element)
    this.#link = outer
  }

  #linkOf(element: XmlElement): MarkShape | null {
    const relation = this.#relations.get(element.attributes.get('r:id') ?? '')
    if (!relation?.isExternal) return null
    const href = linkTargetOf(relation.target)
    if (href === null) this.#out.leftOut.add(...unkeptLink)
    return href === null ? null : { kind: 'link', href }
  }

  #run(run: XmlElement): void {
    const look = lookOfRun(elementIn(run, 'w:rPr'), this.#source.styles, this.#fields.link ?? this.#link)
    if (look.hidden && textIn(run).trim() !== '') this.#out.leftOut.add('hidden passage')
    this.#runParts(run, look)
  }

  #runParts(run: XmlElement, look: RunLook): void {
    for (const part of elementsIn(run)) {
      const write = this.#runRules[part.name]
      if (write) write(part, look)
    }
  }

  #words(words: string, look: RunLook): void {
    if (this.#fields.isShown && !look.hidden) this.#out.words(words, look)
  }

  readonly #runRules: Readonly<Record<string, (part: XmlElement, look: RunLook) => void>> = {
    'w:t': (part, look) => this.#words(wordsOf(part), look),
    'w:tab': (_, look) => this.#words('\t', look),
    'w:ptab': (_, look) => this.#words('\t', look),
    'w:cr': (_, look) => this.#words('\n', look),
    'w:noBreakHyphen': (_, look) => this.#words('\u2011', look),
    'w:softHyphen': (_, look) => this.#words('\u00ad', look),
    'w:sym': (part, look) => this.#symbol(part, look),
    'w:br': (part, look) => this.#break(part, look),
    'w:lastRenderedPageBreak': () => this.#out.pageBreak(),
    'w:footnoteReference': (part) => this.#note('footnote', part),
    'w:endnoteReference': (part) => this.#note('endnote', part),
    'w:commentReference': (part) => this.#comment(part.attributes.get('w:id') ?? ''),
    'w:fldChar': (part) => this.#field(part.attributes.get('w:fldCharType') ?? ''),
    'w:instrText': (part) => this.#fields.instruction(textIn(part)),
    'w:drawing': (part) => this.#drawing(part),
    'w:pict': (part) => this.#drawing(part),
    'w:object': (part) => this.#drawing(part),
    'w:ruby': (part, look) => {
      this.#out.leftOut.add('reading aid above the characters', 'reading aids above the characters')
      this.#inside(part, 'w:rubyBase', (base) => {
        for (const run of elementsIn(base, 'w:r')) this.#runParts(run, look)
      })
    },
    'mc:AlternateContent': (part, look) => this.#alternative(part, (choice) => this.#runParts(choice, look)),
  }

  #comment(id: string): void {
    const comment = this.#source.comments.get(id)
    this.#toldComments.add(id)
    if (comment) this.#out.leftOut.add('comment', undefined, saidIn(comment), authorOf(comment))
    else this.#out.leftOut.add('comment')
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.begin()
    else if (type === 'separate') this.#fields.separate()
    else if (type === 'end') this.#fields.end()
  }

  #break(part: XmlElement, look: RunLook): void {
    const type = part.attributes.get('w:type')
    if (type === 'page') this.#out.pageBreak()
    else if (type !== 'column') this.#words('\n', look)
  }

  #symbol(part: XmlElement, look: RunLook): void {
    const symbol = symbolOf(part.attributes.get('w:font') ?? '', part.attributes.get('w:char') ?? '')
    if (symbol === null) this.#seen.symbols++
    this.#words(symbol ?? '\ufffd', look)
  }

  #note(kind: 'footnote' | 'endnote', part: XmlElement): void {
    const note = this.#source.notes.get(`${kind} ${part.attributes.get('w:id')}`)
    // Word hangs each note on one place. A note that hangs on itself would never end.
    if (!note || !this.#fields.isShown || this.#begunNotes.has(note)) return
    this.#begunNotes.add(note)
    this.#out.footnote(() => this.blocks(note))
  }

  /** A picture is left out; a text box is read after its paragraph, in the first of its two forms. */
  #drawing(drawing: XmlElement): void {
    const boxes = findAll(drawing, 'w:txbxContent')
    if (boxes.length > 0) {
      this.#seen.boxes += boxes.length
      this.#boxes.push(...boxes)
    } else if (hasPicture(drawing)) this.#out.leftOut.add('picture', undefined, aboutPicture(drawing))
    else this.#out.leftOut.add('drawing or embedded object', 'drawings or embedded objects')
  }

  #formula(element: XmlElement): void {
    this.#seen.formulas++
    const words = findAll(element, 'm:t').map(textIn).join('')
    if (this.#fields.isShown) this.#out.words(words)
  }

  #table(table: XmlElement): void {
    const rows = rowsIn(table).filter((row) => !this.#isDeleted(row))
    const cells = rows.map(cellsIn)
    // A frame around some paragraphs, or a table in a cell, which is one block with all that is in it.
    if (this.#inTable > 0 || cells.flat().length <= 1) {
      for (const cell of cells.flat()) this.blocks(cell)
      return
    }
    this.#inTable++
    cells.forEach((inRow, row) => {
      const properties = elementIn(rows[row]!, 'w:trPr')
      let column = Number(valueIn(properties, 'w:gridBefore') ?? 0) || 0
      for (const cell of inRow) {
        const look = elementIn(cell, 'w:tcPr')
        const merged = look && elementIn(look, 'w:vMerge')
        if (!merged || merged.attributes.get('w:val') === 'restart') {
          this.#out.startCell(row, column)
          this.blocks(cell)
          this.#out.endCell()
        }
        column += Math.max(1, Math.min(1000, Number(valueIn(look, 'w:gridSpan') ?? 1) || 1))
      }
    })
    this.#inTable--
  }

  #isDeleted(row: XmlElement): boolean {
    const properties = elementIn(row, 'w:trPr')
    const isDeleted = properties !== undefined && elementIn(properties, 'w:del') !== undefined
    if (isDeleted) this.#out.leftOut.add('deleted row of a table', 'deleted rows of tables')
    return isDeleted
  }

  #inside(element: XmlElement, name: string, work: (inner: XmlElement) => void): void {
    const inner = elementIn(element, name)
    if (inner) work(inner)
  }

  /** The same content in two forms: the newer one, and where there is none that for older programs. */
  #alternative(element: XmlElement, work: (choice: XmlElement) => void): void {
    const choice = elementIn(element, 'mc:Choice') ?? elementIn(element, 'mc:Fallback')
    if (choice) work(choice)
  }
}

const authorOf = ({ attributes }: XmlElement): string => attributes.get('w:author') ?? ''

/** The paragraphs of a comment as one line. */
const saidIn = (element: XmlElement): string => findAll(element, 'w:p').map(textIn).join(' ')

/** Spaces at the edges count only where the file says so; line ends inside are only there to make it look nice. */
function wordsOf(part: XmlElement): string {
  const words = textIn(part)
  if (part.attributes.get('xml:space') === 'preserve') return words.replace(/\n/g, ' ')
  return words.replace(/^[ \t\n]+|[ \t\n]+$/g, '').replace(/\n/g, ' ')
}

const isOn = (toggle: XmlElement | undefined) =>
  toggle !== undefined && !/^(?:0|false|off)$/.test(toggle.attributes.get('w:val') ?? '')

/** Rows and cells may stand in wrappers. */
function rowsIn(parent: XmlElement): XmlElement[] {
  return elementsIn(parent).flatMap((element) => {
    if (element.name === 'w:tr') return [element]
    return wrappers.has(element.name) ? rowsIn(element) : []
  })
}

function cellsIn(parent: XmlElement): XmlElement[] {
  return elementsIn(parent).flatMap((element) => {
    if (element.name === 'w:tc') return [element]
    return wrappers.has(element.name) ? cellsIn(element) : []
  })
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'])

/** The outermost elements of a name, of two forms of the same content the first. */
function findAll(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((element) => {
    if (element.name === name) return [element]
    if (element.name === 'mc:AlternateContent')
      return elementsIn(element)
        .slice(0, 1)
        .flatMap((one) => findAll(one, name))
    return findAll(element, name)
  })
}

/** Pictures and charts are of other namespaces, which have no prefix of ours here. */
function hasPicture(element: XmlElement): boolean {
  return element.children
    .filter(isElement)
    .some((child) => /\}(?:pic|blip|imagedata)$/.test(child.name) || hasPicture(child))
}

/** The words that stand for a picture, where its author gave it any; names that Word gives it are none. */
function aboutPicture(drawing: XmlElement): string {
  for (const element of elementsIn(drawing)) {
    const words = /\}docPr$/.test(element.name) ? element.attributes.get('descr') : aboutPicture(element)
    if (words) return words
  }
  return ''
}
