import { beforeEach, expect, it, vi } from 'vitest'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/index.ts'
import type { Place } from './reading/trail.ts'

const there = vi.hoisted(() => ({ annotations: new Set<number>(), answers: [] as (() => void)[] }))
vi.mock('../client.ts', () => ({
  request: (channel: string, { id }: { id: number }) =>
    new Promise((resolve, reject) =>
      there.answers.push(() => {
        if (channel !== 'annotation.get') resolve([])
        else if (!there.annotations.has(id)) reject(new Error('not there any more'))
        else resolve({ id, documentId: one, spans: [{ start: 40, end: 60 }] })
      }),
    ),
}))
vi.mock('./painted.ts', async (original) => ({ ...(await original<object>()), painted: async () => {} }))
vi.mock('./documents/document-feed.ts', () => ({ askInAdvance: () => {} }))
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))

const { takeKeyboard } = await import('./journeys.ts')
const { goToAnnotation, goToPlace, here, openDocument } = await import('./places.ts')
const { focusedOn, forgetFocus } = await import('./reading/focus.ts')
const { viewMounted } = await import('./views.ts')
const { workbench } = await import('./workbench.ts')

const [one, two, three] = [1, 2, 3] as DocumentId[]
const annotation = 7 as AnnotationId

/** What a text shows, as far as going there changes it. */
interface Shown {
  caret: number
  top: number
  hasKeyboard: boolean
}

/** Puts the text of a document into the left pane, as React does a moment after the store says so. */
function mount(documentId: DocumentId): Shown {
  const shown: Shown = { caret: 0, top: 0, hasKeyboard: false }
  const view: Partial<DocumentView> = {
    text: { id: documentId } as DocumentView['text'],
    caret: () => shown.caret,
    readingPlace: () => ({ offset: shown.top, shift: 0 }),
    select: ({ start }) => {
      shown.caret = start
    },
    reveal: ({ start }) => {
      shown.top = start
    },
    goTo: ({ offset }) => {
      shown.top = offset
    },
    setFocused: () => {},
    focus: () => {
      shown.hasKeyboard = true
    },
  }
  viewMounted('left', documentId, view as DocumentView)
  return shown
}

const answerAll = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    for (const answer of there.answers.splice(0)) answer()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

const placeIn = (documentId: DocumentId, place: Partial<Place> = {}): Place => ({
  side: 'left',
  documentId,
  annotationId: null,
  caret: 50,
  top: { offset: 30, shift: 0 },
  ...place,
})

beforeEach(() => {
  there.annotations = new Set([annotation])
  there.answers = []
  forgetFocus()
  workbench.setState({ ...workbench.getInitialState(), panes: { left: { documentId: one! }, right: null } })
})

it('puts a place back as it was left, with a caret that stood elsewhere than the annotation in focus', async () => {
  const text = mount(one!)
  const going = goToPlace(placeIn(one!, { annotationId: annotation, caret: 90 }))
  await answerAll()
  expect(await going).toBe(true)
  expect(text).toEqual({ caret: 90, top: 30, hasKeyboard: true })
  expect(focusedOn('left')).toBe(annotation)
})

it('takes an annotation out of focus where none was, and where it has gone', async () => {
  mount(one!)
  for (const place of [placeIn(one!), placeIn(one!, { annotationId: 8 as AnnotationId })]) {
    const coming = goToAnnotation(annotation, one!)
    await answerAll()
    await coming
    expect(focusedOn('left')).toBe(annotation)
    const going = goToPlace(place)
    await answerAll()
    expect(await going).toBe(true)
    expect(focusedOn('left')).toBe(null)
    expect(here()).toEqual(placeIn(one!))
  }
})

it('lets what is asked for later win, though what was asked for first cannot be shown any more', async () => {
  const text = mount(one!)
  const back = goToPlace(placeIn(one!, { annotationId: 8 as AnnotationId }))
  const onward = openDocument(two!)
  await answerAll()
  const next = mount(two!)
  await onward
  expect(await back).toBe(false)
  expect(workbench.getState().panes.left?.documentId).toBe(two)
  expect([text.hasKeyboard, next.hasKeyboard]).toEqual([false, true])
})

it('shows nothing of a way that ends after a later one has ended', async () => {
  const text = mount(one!)
  const coming = goToAnnotation(annotation, one!)
  await goToPlace(placeIn(one!))
  await answerAll()
  expect(await coming).toBe(false)
  expect(text.caret).toBe(50)
})

it('leaves the place one was going to, where one goes on before it is there', async () => {
  mount(one!)
  const place = placeIn(two!, { annotationId: annotation })
  goToPlace(place)
  expect(here()).toEqual(place)
  openDocument(three!)
  mount(two!)
  expect(here()).toMatchObject({ documentId: three, annotationId: null, caret: null })
  const text = mount(three!)
  await answerAll()
  text.caret = 12
  expect(here()).toMatchObject({ documentId: three, caret: 12 })
})

it('leaves the keyboard to a dialog that has come since', async () => {
  mount(one!)
  const going = goToPlace(placeIn(two!))
  workbench.setState({ dialog: { kind: 'palette' } })
  const text = mount(two!)
  await answerAll()
  expect(await going).toBe(true)
  expect(text).toEqual({ caret: 50, top: 30, hasKeyboard: false })
})

it('leaves the keyboard where it was asked for on the way', async () => {
  mount(one!)
  const going = goToPlace(placeIn(two!))
  takeKeyboard()
  const text = mount(two!)
  await answerAll()
  expect(await going).toBe(true)
  expect(text).toEqual({ caret: 50, top: 30, hasKeyboard: false })
})
