// What answers what, over the whole project. Everything that can be answered has a place among numbers: a claim its
// id, an annotation that states no claim its own id beyond the last claim’s; a passage that states a claim counts as
// the claim. Answers lie in one array, those to the same thing side by side.

/** As `Answering` of the contract; 0 is none. */
type Answer = number
/** As `Answered` of the contract. */
type Thing = number

const none = new Int32Array(0)

/** Grows to any number of pairs, without an object for each. */
export class Pairs {
  #at = new Int32Array(1024)
  #what = new Int32Array(1024)
  #count = 0

  add(at: number, what: number): void {
    if (this.#count === this.#at.length) {
      this.#at = doubled(this.#at)
      this.#what = doubled(this.#what)
    }
    this.#at[this.#count] = at
    this.#what[this.#count] = what
    this.#count += 1
  }

  /** What was added at each place from 0 to `places`, in the order it was added. */
  grouped(places: number): Grouped {
    const start = new Int32Array(places + 2)
    for (let i = 0; i < this.#count; i++) start[this.#at[i]! + 1]! += 1
    for (let place = 0; place <= places; place++) start[place + 1]! += start[place]!
    const next = start.slice()
    const what = new Int32Array(this.#count)
    for (let i = 0; i < this.#count; i++) {
      const place = this.#at[i]!
      what[next[place]!] = this.#what[i]!
      next[place]! += 1
    }
    return { start, what }
  }
}

/** What belongs to each of many places, side by side. */
export interface Grouped {
  start: Int32Array
  what: Int32Array
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(array.length * 2)
  next.set(array)
  return next
}

/** What the graph is made of; arrays have a place for every id up to the last. */
export interface GraphParts {
  lastClaim: number
  lastAnnotation: number
  /** The claim that an annotation states; 0 for none. */
  claimOf: Int32Array
  /** What attacks a thing, by its place. */
  against: Pairs
  /** The links that attack a link, by its id. */
  onLink: Pairs
  /** The links that support a thing, as pairs of the link’s id and the thing’s place. */
  supporting: Pairs
  lastLink: number
  /** By its id, the places of a link’s two ends; 0 where the end is a link or the link plays no part. */
  sourceOf: Int32Array
  targetOf: Int32Array
}

export class Graph {
  readonly #lastClaim: number
  readonly #places: number
  readonly #claimOf: Int32Array
  readonly #direct: Grouped
  readonly #onSupport: Grouped
  readonly #onLink: Grouped
  readonly #supports: Grouped
  readonly #lastLink: number
  readonly #sourceOf: Int32Array
  readonly #targetOf: Int32Array

  constructor(parts: GraphParts) {
    this.#lastClaim = parts.lastClaim
    this.#places = parts.lastClaim + parts.lastAnnotation
    this.#claimOf = parts.claimOf
    this.#lastLink = parts.lastLink
    this.#sourceOf = parts.sourceOf
    this.#targetOf = parts.targetOf
    this.#direct = parts.against.grouped(this.#places)
    this.#onLink = parts.onLink.grouped(parts.lastLink)
    // An attack on a link that supports something answers what is supported.
    this.#supports = parts.supporting.grouped(parts.lastLink)
    const onSupport = new Pairs()
    for (let link = 1; link <= parts.lastLink; link++) {
      for (const attack of slice(this.#onLink, link)) {
        for (const place of slice(this.#supports, link)) onSupport.add(place, attack)
      }
    }
    this.#onSupport = onSupport.grouped(this.#places)
  }

  /** A passage that states a claim is that claim. */
  ofAnnotation(annotation: number): Thing {
    const claim = this.#claimOf[annotation] ?? 0
    return claim > 0 ? claim : -annotation
  }

  placeOf(thing: Thing): number {
    return thing > 0 ? thing : this.#lastClaim - thing
  }

  thingAt(place: number): Thing {
    return place <= this.#lastClaim ? place : this.#lastClaim - place
  }

  /** Whether a link supports something that can be answered. */
  isSupport(link: number): boolean {
    return link <= this.#lastLink && slice(this.#supports, link).length > 0
  }

  /** Who gives an answer; 0 where a link does. */
  giverOf(answer: Answer): Thing {
    const link = Math.abs(answer)
    const place = (answer > 0 ? this.#sourceOf : this.#targetOf)[link] ?? 0
    return place === 0 ? 0 : this.thingAt(place)
  }

  /** Whether a link stands against it. */
  isAnswered(thing: Thing): boolean {
    const place = this.placeOf(thing)
    return place <= this.#places && countAt(this.#direct, place) > 0
  }

  /** What stands against it, then what stands against links that support it. */
  answersTo(thing: Thing): Int32Array {
    const place = this.placeOf(thing)
    if (place > this.#places) return none
    const direct = slice(this.#direct, place)
    const onSupport = slice(this.#onSupport, place)
    if (onSupport.length === 0) return direct
    const all = new Int32Array(direct.length + onSupport.length)
    all.set(direct)
    all.set(onSupport, direct.length)
    return all
  }

  /** The same without making a list. */
  eachAnswerTo(thing: Thing, take: (answer: Answer) => void): void {
    const place = this.placeOf(thing)
    if (place > this.#places) return
    eachAt(this.#direct, place, take)
    eachAt(this.#onSupport, place, take)
  }

  /** What stands against the step that an answer is. */
  eachOnStep(answer: Answer, take: (answer: Answer) => void): void {
    eachAt(this.#onLink, Math.abs(answer), take)
  }

  /** What stands against the step itself, then what stands against whoever gives it, but for this link. */
  answersToAnswer(answer: Answer): Int32Array {
    const link = Math.abs(answer)
    const onStep = link <= this.#lastLink ? slice(this.#onLink, link) : none
    const giver = this.giverOf(answer)
    const onGiver = giver === 0 ? none : this.answersTo(giver).filter((one) => Math.abs(one) !== link)
    if (onStep.length === 0) return onGiver
    const all = new Int32Array(onStep.length + onGiver.length)
    all.set(onStep)
    all.set(onGiver, onStep.length)
    return all
  }

  /** The same without making a list, since it is asked for every answer there is. */
  countOfAnswersToAnswer(answer: Answer): number {
    const link = Math.abs(answer)
    const giver = this.giverOf(answer)
    if (giver === 0) return countAt(this.#onLink, link)
    const place = this.placeOf(giver)
    // An attack on what supports the giver may be this very link.
    if (countAt(this.#onSupport, place) > 0) return this.answersToAnswer(answer).length
    let count = countAt(this.#onLink, link)
    const { start, what } = this.#direct
    for (let at = start[place]!; at < start[place + 1]!; at++) if (Math.abs(what[at]!) !== link) count += 1
    return count
  }

  /** Every thing that something answers, by place. */
  answeredThings(): Thing[] {
    const things: Thing[] = []
    for (let place = 1; place <= this.#places; place++)
      if (countAt(this.#direct, place) + countAt(this.#onSupport, place) > 0) things.push(this.thingAt(place))
    return things
  }

  /** For each place one more than there are, to mark what was seen. */
  get places(): number {
    return this.#places
  }
}

function countAt({ start }: Grouped, place: number): number {
  return start[place + 1]! - start[place]!
}

function eachAt({ start, what }: Grouped, place: number, take: (answer: Answer) => void): void {
  for (let at = start[place]!; at < start[place + 1]!; at++) take(what[at]!)
}

function slice({ start, what }: Grouped, place: number): Int32Array {
  return what.subarray(start[place]!, start[place + 1]!)
}
