import type { Span } from '../../../../preload/contract/text.ts'
import { type Line, linesIn } from './lines.ts'
import { readWords } from './words.ts'

/** What an Argdown file says, by titles. */
export interface ArgumentMap {
  frontMatter: string
  /** In the order in which they are first named. */
  members: Member[]
  relations: Relation[]
  reconstructions: Reconstruction[]
  /** Lines that are no part of anything, by what is wrong with them. */
  strays: { what: string; line: number }[]
}

/** A statement or an argument: whatever has the same title is the same. */
export interface Member {
  kind: 'statement' | 'argument'
  /** As it stands between the brackets; '' for a statement that has none. */
  title: string
  wordings: Wording[]
  /** Blocks behind its title where it is only named, which say something of all of it. */
  data: string[]
}

export interface Wording {
  /** Where it stands in the file, from its first letter to its last. */
  span: Span
  /** Without marks of Argdown and on one line. */
  words: string
  tags: string[]
  data: string[]
  role: 'premise' | 'conclusion' | 'none'
}

export type RelationKind = 'support' | 'attack' | 'contradiction' | 'undercut'

export interface Relation {
  kind: RelationKind
  from: Member
  /** The step of a reconstruction that is undercut, or what the relation leads to. */
  to: Member | Step
}

/** Premises and conclusions, numbered in the file. */
export interface Reconstruction {
  /** Null where no argument stands above it. */
  argument: Member | null
  steps: Step[]
}

export interface Step {
  kind: 'step'
  argument: Member | null
  premises: Member[]
  conclusion: Member | null
  /** What stands between its lines. */
  rule: string
}

const signs: Readonly<Record<string, { kind: RelationKind; isFromAbove: boolean }>> = {
  '+>': { kind: 'support', isFromAbove: true },
  '->': { kind: 'attack', isFromAbove: true },
  '_>': { kind: 'undercut', isFromAbove: true },
  '><': { kind: 'contradiction', isFromAbove: true },
  '<+': { kind: 'support', isFromAbove: false },
  '<-': { kind: 'attack', isFromAbove: false },
  '<_': { kind: 'undercut', isFromAbove: false },
  '+': { kind: 'support', isFromAbove: false },
  '-': { kind: 'attack', isFromAbove: false },
  _: { kind: 'undercut', isFromAbove: false },
}

const relationSign = /^([ \t]*)(\+>|->|_>|><|<\+|<-(?!-)|<_|\+|-|_(?=\s))/
const listSign = /^([ \t]*)(?:\*|\d+\.)(?=\s)/
const stepNumber = /^[ \t]*\(\d+\)/
const inferenceLine = /^[ \t]*--/
const heading = /^#+ /
/** A title between brackets; longer ones are words. */
const named = /^(?:\[(.{1,500}?)\]:|<(.{1,500}?)>:|(?!\[[^\]]+\]\()\[([^-].{0,500}?)\]|<([^-].{0,500}?)>)/

/** Reads a text whose line ends are `\n`. Fails with nothing: what it cannot place it counts. */
export function readMap(text: string): ArgumentMap {
  const { frontMatter, lines } = linesIn(text)
  return new Reading(frontMatter).take(lines)
}

class Reading {
  readonly #map: ArgumentMap
  /** In a file of ours a relation that stands twice is two. */
  readonly #isOurs: boolean
  readonly #byTitle = new Map<string, Member>()
  readonly #seen = new Set<string>()
  readonly #numbers = new Map<Member | Step, number>()
  /** What relations may hang under, by how far it is indented. */
  #above: { indent: number; member: Member | Step }[] = []
  /** What the next words go on with. */
  #open: {
    member: Member
    from: number
    to: number
    words: string[]
    data: string[]
    role: Wording['role']
  } | null = null
  #inHeading = false
  #steps: {
    reconstruction: Reconstruction
    waiting: Member[]
    rule: string[] | null
    step: Step | null
  } | null = null
  /** The argument of the block above. */
  #argument: Member | null = null
  #isFirstOfBlock = true
  #block: Member | null = null

  constructor(frontMatter: string) {
    this.#isOurs = isOurs(frontMatter)
    this.#map = { frontMatter, members: [], relations: [], reconstructions: [], strays: [] }
  }

  take(lines: readonly Line[]): ArgumentMap {
    for (const line of lines) {
      if (line.words.trim() === '' && line.data.length === 0) this.#endBlock()
      else this.#line(line)
    }
    this.#endBlock()
    return this.#map
  }

  #line(line: Line): void {
    const { words } = line
    const number = stepNumber.exec(words)
    const relation = relationSign.exec(words)
    const item = listSign.exec(words)
    if (this.#steps?.rule) this.#inferenceRule(words)
    else if (heading.test(words)) this.#heading()
    else if (this.#steps && inferenceLine.test(words)) this.#inference(words)
    else if (number) this.#numbered(line, number[0].length)
    else if (relation) this.#related(line, relation)
    else if (item) this.#item(line, item)
    else if (this.#open) this.#goOn(line, 0)
    else if (!this.#inHeading) this.#firstLine(line)
  }

  #heading(): void {
    this.#close()
    this.#inHeading = true
    this.#isFirstOfBlock = false
    this.#block = null
  }

  #item(line: Line, [whole, indent]: RegExpExecArray): void {
    this.#close()
    this.#isFirstOfBlock = false
    const depth = indent!.length + 1
    this.#above = this.#above.filter((one) => one.indent < depth)
    this.#above.push({ indent: depth, member: this.#member(line, whole.length, 'none') })
  }

  #firstLine(line: Line): void {
    if (!this.#isFirstOfBlock) {
      this.#stray('words that belong to nothing', line)
      return
    }
    const member = this.#member(line, /^[ \t]*/.exec(line.words)![0].length, 'none')
    this.#above = [{ indent: -1, member }]
    this.#block = member
    this.#isFirstOfBlock = false
  }

  #related(line: Line, [whole, indent, sign]: RegExpExecArray): void {
    this.#close()
    this.#isFirstOfBlock = false
    const depth = this.#under(indent!.length)
    const above = this.#above.at(-1)?.member
    const member = this.#member(line, whole.length, 'none')
    if (above === undefined) this.#stray('relations without anything above them', line)
    else {
      const { kind, isFromAbove } = signs[sign!]!
      if (isFromAbove && !('wordings' in above)) this.#stray('relations that start from an inference', line)
      else if (isFromAbove) this.#relate(kind, above as Member, member)
      else this.#relate(kind, member, above)
    }
    this.#above.push({ indent: depth, member })
  }

  /**
   * Makes what a relation is indented below the last of `#above`, and says how deep it is then: a line between two
   * depths stands beside the less deep one.
   */
  #under(indent: number): number {
    const last = this.#above.at(-1)
    if (last === undefined || indent > last.indent) return indent
    while (this.#above.length > 1 && this.#above.at(-1)!.indent > indent) this.#above.pop()
    if (this.#above.length === 1) return indent
    return this.#above.pop()!.indent
  }

  /** An undercut below a conclusion is about the step that leads to it. */
  #relate(kind: RelationKind, from: Member, onto: Member | Step): void {
    const step = this.#steps?.step
    const isOfStep = kind === 'undercut' && step && onto !== from && step.conclusion === onto
    const to = isOfStep ? step : onto
    const [a, b] = [this.#number(from), this.#number(to)]
    const key = `${kind} ${a} ${b}`
    const isMirrored = kind === 'contradiction' && this.#seen.has(`${kind} ${b} ${a}`)
    if (!this.#isOurs && (isMirrored || this.#seen.has(key))) return
    this.#seen.add(key)
    this.#map.relations.push({ kind, from, to })
  }

  #number(thing: Member | Step): number {
    const number = this.#numbers.get(thing) ?? this.#numbers.size
    this.#numbers.set(thing, number)
    return number
  }

  #numbered(line: Line, at: number): void {
    this.#close()
    this.#isFirstOfBlock = false
    if (this.#steps === null) {
      const reconstruction = {
        argument: this.#block?.kind === 'argument' ? this.#block : this.#argument,
        steps: [],
      }
      this.#map.reconstructions.push(reconstruction)
      this.#steps = { reconstruction, waiting: [], rule: null, step: null }
    }
    const { waiting, step } = this.#steps
    const isConclusion = step !== null && step.conclusion === null
    const member = this.#member(line, at, isConclusion ? 'conclusion' : 'premise')
    if (isConclusion) step.conclusion = member
    else waiting.push(member)
    if (!isConclusion) this.#steps.step = null
    this.#above = [{ indent: -1, member }]
  }

  #inference(words: string): void {
    this.#close()
    const steps = this.#steps!
    const { argument } = steps.reconstruction
    const step: Step = { kind: 'step', argument, premises: steps.waiting, conclusion: null, rule: '' }
    steps.reconstruction.steps.push(step)
    steps.waiting = []
    steps.step = step
    this.#above = [{ indent: -1, member: step }]
    const within = /^--(.*?)(-{2,})?$/s.exec(words.trim())!
    if (/^-{3,}$/.test(words.trim())) return
    if (within[2]) step.rule = readWords(within[1]!).words
    else steps.rule = within[1] === '' ? [] : [within[1]!]
  }

  #inferenceRule(words: string): void {
    const steps = this.#steps!
    const end = words.search(/-{2,}\s*$/)
    steps.rule!.push(end < 0 ? words : words.slice(0, end))
    if (end < 0) return
    steps.step!.rule = readWords(steps.rule!.join(' ')).words
    steps.rule = null
  }

  #member(line: Line, at: number, role: Wording['role']): Member {
    const rest = line.words.slice(at)
    const gap = /^[ \t]*/.exec(rest)![0].length
    const found = named.exec(rest.slice(gap))
    const [whole = '', statement, argument, knownStatement, knownArgument] = found ?? []
    const title = statement ?? argument ?? knownStatement ?? knownArgument ?? ''
    const isArgument = (argument ?? knownArgument) !== undefined
    const member = this.#named(isArgument ? 'argument' : 'statement', title)
    const isReference = (knownStatement ?? knownArgument) !== undefined
    const from = at + gap + whole.length
    if (isReference) {
      if (readWords(line.words.slice(from)).words !== '') this.#stray('words behind a title', line)
      member.data.push(...line.data)
      this.#open = null
      return member
    }
    this.#open = { member, from: -1, to: -1, words: [], data: [], role }
    this.#goOn(line, from)
    return member
  }

  #named(kind: Member['kind'], title: string): Member {
    const key = `${kind} ${title}`
    const known = title === '' ? undefined : this.#byTitle.get(key)
    if (known) return known
    const member: Member = { kind, title, wordings: [], data: [] }
    this.#map.members.push(member)
    if (title !== '') this.#byTitle.set(key, member)
    return member
  }

  #goOn({ start, words, data }: Line, at: number): void {
    const open = this.#open!
    const part = words.slice(at)
    if (part.trim() !== '') {
      const from = at + part.search(/\S/)
      if (open.from < 0) open.from = start + from
      open.to = start + words.trimEnd().length
      open.words.push(words.slice(from).trimEnd())
    }
    open.data.push(...data)
  }

  #close(): void {
    const open = this.#open
    this.#open = null
    this.#inHeading = false
    if (!open || open.from < 0) return
    const { words, tags } = readWords(open.words.join(' '))
    const span = { start: open.from, end: open.to }
    open.member.wordings.push({ span, words, tags, data: open.data, role: open.role })
  }

  #endBlock(): void {
    this.#close()
    this.#above = []
    this.#steps = null
    // More than one empty line is like one.
    if (!this.#isFirstOfBlock) this.#argument = this.#block?.kind === 'argument' ? this.#block : null
    this.#block = null
    this.#isFirstOfBlock = true
  }

  #stray(what: string, { number }: Line): void {
    this.#map.strays.push({ what, line: number })
  }
}

/** Whether a file says that we have written it. */
export const isOurs = (frontMatter: string): boolean => /^generator: Rejoinder$/m.test(frontMatter)
