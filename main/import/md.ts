import type { Token } from 'markdown-it'
import { BlockStack } from './block-stack.ts'
import { readFrontMatter } from './front-matter.ts'
import { lossNotes, unkeptLink } from './loss-notes.ts'
import { markdown } from './markdown-syntax.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { linkTargetOf } from './stated-facts.ts'
import { Tally } from './tally.ts'
import { TextBuilder } from './text-builder.ts'
import { longestStatedTitle, oneLine, shorten, titleOfName } from './title.ts'

/**
 * Markdown as blocks, marks and the words a reader sees. A line end inside a paragraph is a space, as it is drawn; a
 * hard break is `\n` inside the block; a rule begins a section. Pictures are left out and counted.
 */
export function parseMd(text: string, fileName: string): Omit<ParsedDocument, 'mediaType'> {
  const front = readFrontMatter(text)
  const walk = new MarkdownWalk()
  for (const token of withoutEmptyHeads(markdown.parse(front.body, {}))) walk.block(token)
  const structured = walk.builder.finish()

  const heading = structured.blocks.find(({ kind, start, end }) => kind === 'heading' && end > start)
  const headline = heading ? oneLine(structured.text.slice(heading.start, heading.end)) : ''
  return {
    ...structured,
    title: shorten(front.title || headline, longestStatedTitle) || titleOfName(fileName),
    metadata: front.metadata,
    notes: [...front.notes, ...lossNotes(walk)],
  }
}

/** A table in Markdown must have a head; one without words stands there for the form alone. */
function withoutEmptyHeads(tokens: readonly Token[]): Token[] {
  let isDropping = false
  return tokens.filter((token, at) => {
    if (token.type === 'thead_open') isDropping = isEmptyHead(tokens, at)
    const isKept = !isDropping
    if (token.type === 'thead_close') isDropping = false
    return isKept
  })
}

function isEmptyHead(tokens: readonly Token[], opening: number): boolean {
  const closing = tokens.findIndex(({ type }, at) => at > opening && type === 'thead_close')
  return tokens
    .slice(opening, closing)
    .every(({ type, content }) => type !== 'inline' || content.trim() === '')
}

class MarkdownWalk {
  readonly builder = new TextBuilder()
  readonly leftOut = new Tally()
  struckOut = 0
  /** Numbered lists whose first number is another than 1. */
  readonly renumbered: number[] = []
  #stack = new BlockStack(this.builder)
  #lists: { ordered: boolean }[] = []
  #row = -1
  #column = 0
  /** Of the links around the text; null where the target is not kept. */
  #targets: (string | null)[] = []

  /** Takes the tokens of the block parser in their order. */
  block(token: Token): void {
    this.#blockRules[token.type]?.(token)
  }

  readonly #blockRules: Readonly<Record<string, (token: Token) => void>> = {
    heading_open: ({ tag }) =>
      this.#stack.enter({ kind: 'heading', level: Number(tag.slice(1)) }, { joins: true }),
    heading_close: () => this.#stack.leave(),
    blockquote_open: () => this.#stack.enter({ kind: 'quotation' }, { joins: false }),
    blockquote_close: () => this.#stack.leave(),
    bullet_list_open: () => this.#openList(false, null),
    bullet_list_close: () => this.#lists.pop(),
    ordered_list_open: (token) => this.#openList(true, token.attrGet('start')),
    ordered_list_close: () => this.#lists.pop(),
    list_item_open: () => this.#openItem(),
    list_item_close: () => this.#stack.leave(),
    table_open: () => this.#startTable(),
    tr_open: () => this.#startRow(),
    th_open: () => this.#openCell(),
    th_close: () => this.#stack.leave(),
    td_open: () => this.#openCell(),
    td_close: () => this.#stack.leave(),
    paragraph_close: () => this.builder.close(),
    fence: ({ content }) => this.#preformatted(content),
    code_block: ({ content }) => this.#preformatted(content),
    hr: () => this.builder.breakBeforeNext('section'),
    inline: ({ children }) => this.#words(children ?? []),
  }

  #openItem(): void {
    const depth = Math.max(0, this.#lists.length - 1)
    this.#stack.enter(
      { kind: 'list-item', depth, ordered: this.#lists.at(-1)?.ordered ?? false },
      { joins: true },
    )
  }

  #startTable(): void {
    this.#row = -1
  }

  #startRow(): void {
    this.#row++
    this.#column = 0
  }

  #openCell(): void {
    this.#stack.enter({ kind: 'table-cell', row: this.#row, column: this.#column++ }, { joins: true })
    // A cell without text is a cell all the same.
    this.#stack.openForText()
  }

  #openList(ordered: boolean, start: string | number | null): void {
    this.builder.close()
    this.#lists.push({ ordered })
    if (start !== null && Number(start) !== 1) this.renumbered.push(Number(start))
  }

  #preformatted(content: string): void {
    this.#stack.enter({ kind: 'preformatted' }, { joins: true })
    this.#stack.openForText()
    this.builder.append(content.replace(/\n$/, ''))
    this.#stack.leave()
  }

  #words(tokens: readonly Token[]): void {
    // The spaces between pictures are no paragraph.
    const hasWords = tokens.some(({ type, content }) => type !== 'image' && content.trim() !== '')
    const worth = hasWords ? tokens : tokens.filter(({ type }) => type === 'image')
    for (const token of worth) (this.#inlineRules[token.type] ?? this.#inlineRules.text)?.(token)
  }

  readonly #inlineRules: Readonly<Record<string, (token: Token) => void>> = {
    em_open: () => this.builder.mark({ kind: 'em' }),
    em_close: () => this.builder.unmark(),
    strong_open: () => this.builder.mark({ kind: 'strong' }),
    strong_close: () => this.builder.unmark(),
    link_open: (token) => this.#openLink(String(token.attrGet('href') ?? '')),
    link_close: () => this.#closeLink(),
    s_open: () => {
      this.struckOut++
    },
    image: () => this.leftOut.add('picture'),
    softbreak: () => this.#text(' '),
    hardbreak: () => this.#text('\n'),
    text: ({ content }) => this.#text(content),
  }

  #openLink(written: string): void {
    const href = linkTargetOf(written)
    this.#targets.push(href)
    if (href === null) this.leftOut.add(...unkeptLink)
    else this.builder.mark({ kind: 'link', href })
  }

  #closeLink(): void {
    if (this.#targets.pop() !== null) this.builder.unmark()
  }

  #text(text: string): void {
    if (text === '') return
    this.#stack.openForText()
    this.builder.append(text)
  }
}
