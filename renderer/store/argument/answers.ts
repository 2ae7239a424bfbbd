import type { Answerable, CandidateAnswer } from '../../../preload/contract/answer.ts'
import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, ClaimId, DocumentId, LinkTypeId, TagId } from '../../../preload/contract/ids.ts'
import { isAgainst, type LinkType } from '../../../preload/contract/link-type.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { request } from '../../client.ts'
import { countOf } from '../counting.ts'
import { showMiddle } from '../middle.ts'
import { say, showFailure } from '../notices.ts'
import { goToAnnotation, otherSide, show, showAnnotation } from '../places.ts'
import { closeDrawer } from '../screen.ts'
import { activeView, viewShowing } from '../views.ts'
import { type Answering, type Middle, type PaneSide, type Workbench, workbench } from '../workbench.ts'
import { claimOf } from './claims.ts'

/** How many are asked for at once. */
const page = 30

let asked = 0
/** The name of the task that looks for them, while it runs. */
let looking: string | null = null
let again = false

/** Looks for passages that may answer the annotation in focus, or the claim whose card is open. */
export function lookForAnswers(): void {
  const { focused, middle, claimsView, confrontation } = workbench.getState()
  const [thing = 0] = confrontation.current
  if (middle === 'confrontation' && thing < 0) {
    lookForAnswersToPassage(-thing as AnnotationId).catch(showFailure)
    return
  }
  if (middle === 'claims' || middle === 'confrontation') {
    const claim = claimOf(middle === 'claims' ? claimsView.current : (thing as ClaimId))
    if (claim) lookForAnswersToClaim(claim, middle).catch(showFailure)
    return
  }
  if (!focused) return
  const { annotation } = focused
  lookForAnswersTo(
    { annotation: annotation.id },
    annotation.quote.join(' … '),
    annotation.documentId,
    'texts',
  )
}

/** A passage of the confrontation is shown in its text, with the list beside it. */
async function lookForAnswersToPassage(id: AnnotationId): Promise<void> {
  const annotation = await request('annotation.get', { id })
  await goToAnnotation(id, annotation.documentId, 'left')
  lookForAnswersTo({ annotation: id }, annotation.quote.join(' … '), annotation.documentId, 'confrontation')
}

/** The claim is shown where it was stated first; one that no passage states is not among the texts. */
async function lookForAnswersToClaim({ id, statement, mentions }: ClaimSummary, from: Middle): Promise<void> {
  const [first] = mentions === 0 ? [] : await request('claim.mentions', { id })
  if (!first) showMiddle('texts')
  else if (!(await goToAnnotation(first.id, first.documentId, 'left'))) return
  lookForAnswersTo({ claim: id }, statement, first?.documentId ?? null, from)
}

function lookForAnswersTo(to: Answerable, words: string, documentId: DocumentId | null, from: Middle): void {
  const { answering } = workbench.getState()
  asked += 1
  closeDrawer()
  if (answering && isSame(answering.to, to)) {
    workbench.setState({ answering: { ...answering, from, asked } })
    return
  }
  workbench.setState({
    answering: { to, from, documentId, words, candidates: null, sentences: 0, current: 0, asked },
  })
  ask().then(sayFound).catch(showFailure)
}

/** Asks again after a change of the project; one request at a time, since a burst of changes is one change to see. */
export function refreshAnswers(): void {
  if (!workbench.getState().answering) return
  if (looking !== null) again = true
  else ask().catch(showFailure)
}

async function ask(): Promise<void> {
  if (looking !== null) {
    again = true
    return
  }
  const { to } = workbench.getState().answering ?? {}
  if (!to) return
  again = false
  looking = `answers ${asked}`
  const task = looking
  const waiting = setTimeout(() => tellOfReading(task), longWaitMs)
  let failure: unknown
  try {
    const { candidates, sentences } = await request('answer.candidates', { task, to, limit: page })
    put(to, candidates, sentences)
  } catch (cause) {
    const isGone = cause instanceof Failure && cause.code === 'not-found'
    const { answering } = workbench.getState()
    if (answering && isSame(answering.to, to)) {
      closeAnswers()
      if (!isGone) failure = cause
    }
  } finally {
    clearTimeout(waiting)
    looking = null
    workbench.setState(({ tasks: { [task]: _, ...others } }) => ({ tasks: others }))
  }
  if (again || stillWaits()) await ask()
  if (failure !== undefined) throw failure
}

/** Another claim was asked about meanwhile. */
const stillWaits = () => workbench.getState().answering?.candidates === null

const longWaitMs = 400

/** Only the first time it takes long: all texts are read then. */
function tellOfReading(task: string): void {
  workbench.setState(({ tasks }) => ({
    tasks: { ...tasks, [task]: { task, done: 0, of: 0, doing: 'Reading the texts' } },
  }))
}

function put(to: Answerable, candidates: CandidateAnswer[], sentences: number): void {
  const { answering } = workbench.getState()
  if (!answering || !isSame(answering.to, to)) return
  workbench.setState({
    answering: { ...answering, candidates, sentences, current: placeAmong(candidates, answering) },
  })
}

/** The same passage as before, unless it has just been judged: then the one that has come in its place. */
function placeAmong(
  candidates: readonly CandidateAnswer[],
  { candidates: before, current }: Answering,
): number {
  const last = Math.max(0, candidates.length - 1)
  const was = before?.[current]
  const at = was ? candidates.findIndex((one) => isSamePassage(one, was)) : 0
  const isJudged = was && at >= 0 && candidates[at]!.judged !== was.judged
  return isJudged || at < 0 ? Math.min(current, last) : at
}

function sayFound(): void {
  const count = workbench.getState().answering?.candidates?.length
  if (count !== undefined) say(count === 0 ? 'No candidate answers' : countOf(count, 'candidate answer'))
}

/** Goes back to where it was asked from: the claim in its text, whatever was shown beside it, or the card of the claim. */
export function closeAnswers(): void {
  const { answering } = workbench.getState()
  workbench.setState({ answering: null })
  const focusText = () => activeView()?.focus()
  if (answering && answering.from !== 'texts') showMiddle(answering.from)
  else if (answering && 'annotation' in answering.to && answering.documentId !== null) {
    const { to, documentId } = answering
    showAnnotation(to.annotation, documentId, sideOf(documentId) ?? 'left').catch(focusText)
  } else focusText()
}

export function currentAnswer({ answering }: Workbench): CandidateAnswer | undefined {
  return answering?.candidates?.[answering.current]
}

export function chooseAnswer(current: number): void {
  workbench.setState(({ answering }) => {
    const last = (answering?.candidates?.length ?? 1) - 1
    return { answering: answering && { ...answering, current: Math.max(0, Math.min(last, current)) } }
  })
}

/** Shows a candidate beside the claim; the keyboard stays in the list. */
export async function showAnswer({ documentId, span }: CandidateAnswer): Promise<void> {
  const { answering } = workbench.getState()
  if (!answering) return
  const claimSide = sideOf(answering.documentId)
  const side = claimSide ? otherSide(claimSide) : answering.documentId === null ? 'left' : 'right'
  if (!claimSide && answering.documentId !== null) show(answering.documentId, 'left')
  show(documentId, side)
  const view = await viewShowing(side, documentId)
  view.reveal(span, { flash: true })
  view.select(span)
}

function sideOf(documentId: DocumentId | null): PaneSide | undefined {
  const { left, right } = workbench.getState().panes
  if (documentId === null) return undefined
  if (left?.documentId === documentId) return 'left'
  return right?.documentId === documentId ? 'right' : undefined
}

/** What accepted answers get: what was chosen, else the first tag for rebuttals and the first type that stands against. */
export function answerChoice({ answerChoice, tags, linkTypes }: Workbench): {
  tag: Tag | undefined
  linkType: LinkType | undefined
} {
  return {
    tag:
      tags.find((tag) => tag.id === answerChoice.tagId) ??
      tags.find((tag) => tag.role === 'rebuttal') ??
      tags[0],
    linkType: linkTypes.find((type) => type.id === answerChoice.linkTypeId) ?? linkTypes.find(isAgainst),
  }
}

export function chooseAnswerTag(tagId: TagId): void {
  workbench.setState((state) => ({ answerChoice: { ...state.answerChoice, tagId } }))
}

export function chooseAnswerLink(linkTypeId: LinkTypeId): void {
  workbench.setState((state) => ({ answerChoice: { ...state.answerChoice, linkTypeId } }))
}

/** Tags and links the candidate that keys act on. */
export async function acceptAnswer(): Promise<void> {
  const state = workbench.getState()
  const candidate = currentAnswer(state)
  const { tag, linkType } = answerChoice(state)
  if (!state.answering || !candidate) return
  if (candidate.judged === 'linked') {
    say('Linked already')
    return
  }
  if (!tag || !linkType) {
    throw new Failure('bad-input', 'Choose a tag and a link type for answers first.')
  }
  const { to } = state.answering
  const { documentId, span, words: quote } = candidate
  const chosen = { tagId: tag.id, linkTypeId: linkType.id }
  await request('answer.accept', { to, documentId, span, quote, ...chosen })
  say(`Accepted: ${tag.name}, ${linkType.name}`)
}

/** Dismisses the candidate that keys act on, or takes that back. */
export async function dismissAnswer(): Promise<void> {
  const state = workbench.getState()
  const candidate = currentAnswer(state)
  if (!state.answering || !candidate) return
  if (candidate.judged === 'linked') {
    say('Linked already. Delete the link to take it back')
    return
  }
  const { documentId, span, words: quote } = candidate
  const isDismissed = candidate.judged === 'dismissed'
  const passage = { to: state.answering.to, documentId, span, quote }
  await (isDismissed ? request('answer.takeBack', passage) : request('answer.dismiss', passage))
  say(isDismissed ? 'Dismissal taken back' : 'Dismissed')
}

const isSame = (a: Answerable, b: Answerable) => JSON.stringify(a) === JSON.stringify(b)
const isSamePassage = (a: CandidateAnswer, b: CandidateAnswer) =>
  a.documentId === b.documentId && a.span.start === b.span.start && a.span.end === b.span.end
