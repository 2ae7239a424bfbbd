import type { Break, Mark, Span } from '../../../../preload/contract/text.ts'
import { detached } from '../../detached.ts'
import type { Gathering } from '../../foreign/gathering.ts'
import { Latest, mostAtHand } from '../../spool/latest.ts'
import type { IncomingDocument, ReadingOptions } from '../annotation-format.ts'

/** The texts of one file. What is known of their typography comes after them, and is put into them at the end. */
export class TeiTexts {
  readonly #gathering: Gathering
  readonly #away: ReadingOptions['away']
  readonly #documents = new Map<string, IncomingDocument>()
  readonly #words: Latest<string>
  readonly #typography = new Map<string, { marks: Mark[]; breaks: Break[] }>()

  constructor(gathering: Gathering, { away }: Pick<ReadingOptions, 'away'>) {
    this.#gathering = gathering
    this.#away = away
    this.#words = new Latest(away ? mostAtHand : Number.POSITIVE_INFINITY, ({ length }) => length)
  }

  add(document: IncomingDocument): void {
    if (document.text) this.#words.hold(document.id, document.text.text)
    this.#documents.set(document.id, this.#gathering.document(document))
  }

  /** The words of a document’s text that stand there. */
  quote(document: string, { start, end }: Span): string {
    const words =
      this.#words.get(document) ?? this.#words.hold(document, this.#documents.get(document)!.text!.text)
    return detached(words.slice(start, end))
  }

  mark(document: string, mark: Mark): void {
    this.#typographyOf(document).marks.push(mark)
  }

  break(document: string, one: Break): void {
    this.#typographyOf(document).breaks.push(one)
  }

  #typographyOf(document: string): { marks: Mark[]; breaks: Break[] } {
    const known = this.#typography.get(document) ?? { marks: [], breaks: [] }
    this.#typography.set(document, known)
    return known
  }

  finish(): void {
    for (const [id, typography] of this.#typography) {
      const document = this.#documents.get(id)!
      const { text, blocks } = document.text!
      const whole = { text, blocks, ...typography }
      document.text = this.#away?.text(whole) ?? whole
    }
  }
}
