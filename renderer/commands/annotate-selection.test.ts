import { beforeEach, expect, test, vi } from 'vitest'
import type { DocumentId, TagId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import type { DocumentView } from '../document/index.ts'

/** What the person does while the annotation is written down. */
let meanwhile = () => {}
const request = vi.fn(async (_channel: string, { spans }: { spans: Span[] }) => {
  meanwhile()
  return { id: 9, tagId: 1, documentId: 1, spans, quote: ['One'], attributes: {} }
})
vi.mock('../client.ts', () => ({ request, writing: {} }))
vi.mock('../store/reading/focus.ts', () => ({ focusNew: () => {}, willFocus: (done: Promise<void>) => done }))
const { viewMounted } = await import('../store/views.ts')
const { workbench } = await import('../store/workbench.ts')
const { annotateSelection } = await import('./annotate-selection.ts')

const document = 1 as DocumentId
let selected: Span
/** What is drawn before the project has it. */
let expected: Span[] = []
const view = (id: number) =>
  ({
    text: { id, text: 'One two three four.', language: 'en' },
    selection: () => (selected.start === selected.end ? null : selected),
    select: (span: Span) => {
      selected = span
    },
    expectAnnotation(_tag: TagId, spans: Span[]) {
      expected = spans
      return () => {
        expected = []
      }
    },
  }) as unknown as DocumentView

beforeEach(() => {
  meanwhile = () => {}
  selected = { start: 0, end: 3 }
  workbench.setState({ activeSide: 'left', panes: { left: { documentId: document }, right: null } as never })
  viewMounted('left', document, view(1))
})

test('lets go of what was tagged, with the caret at its end', async () => {
  await annotateSelection(1 as TagId)
  expect(selected).toEqual({ start: 3, end: 3 })
})

test('shows it until the project has told, also where it refuses', async () => {
  let shown: Span[] = []
  meanwhile = () => {
    shown = expected
    throw new Error('refused')
  }
  await expect(annotateSelection(1 as TagId)).rejects.toThrow('refused')
  expect(shown).toEqual([{ start: 0, end: 3 }])
  expect(expected).toEqual([])
})

test('keeps what was selected meanwhile', async () => {
  meanwhile = () => {
    selected = { start: 4, end: 13 }
  }
  await annotateSelection(1 as TagId)
  expect(selected).toEqual({ start: 4, end: 13 })
})

test('leaves alone the document that was opened meanwhile', async () => {
  meanwhile = () => viewMounted('left', 2 as DocumentId, view(2))
  await annotateSelection(1 as TagId)
  expect(selected).toEqual({ start: 0, end: 3 })
})
