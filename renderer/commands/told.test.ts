// @vitest-environment node

import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDocument } from '../../db/testing/documents.ts'
import { dispatch } from '../../main/dispatch.ts'
import { testSession } from '../../main/testing/session.ts'
import { type CommandId, commands } from '../../preload/contract/commands/index.ts'
import { unpackText } from '../../preload/contract/document.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import { packReply } from '../../preload/contract/long-answers.ts'
import { usualPreferences } from '../../preload/contract/preferences.ts'
import type { DocumentView } from '../document/view.ts'

// Every command is given over a real project, and something of it must reach whoever cannot see the screen: words
// in the live region or a notice, a dialog or panel that opens, or the keyboard’s focus going elsewhere.

const text = 'The tram pays for itself. Nobody will lose a garden. Every survey says so.'
const ids = Object.keys(commands) as CommandId[]

let told: string[] = []
const element = () => ({
  focus: () => told.push('focus'),
  select: () => undefined,
  contains: () => false,
  closest: () => null,
  querySelector: () => element(),
})

let actions: typeof import('./registry.ts')['actions']
let workbench: typeof import('../store/workbench.ts')['workbench']
let showFailure: typeof import('../store/notices.ts')['showFailure']
let viewMounted: typeof import('../store/views.ts')['viewMounted']

beforeAll(async () => {
  const page = {
    trustedTypes: { createPolicy: () => ({ createScriptURL: (url: string) => url }) },
    rejoinder: { request: vi.fn() },
    addEventListener: () => {},
    matchMedia: () => ({ matches: false, addEventListener: () => {} }),
  }
  vi.stubGlobal('window', page)
  vi.stubGlobal('matchMedia', page.matchMedia)
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))
  vi.stubGlobal(
    'Worker',
    class {
      addEventListener() {}
      postMessage() {}
      terminate() {}
    },
  )
  vi.stubGlobal('document', { activeElement: null, querySelector: element, querySelectorAll: () => [] })
  ;({ actions } = await import('./registry.ts'))
  ;({ workbench } = await import('../store/workbench.ts'))
  ;({ showFailure } = await import('../store/notices.ts'))
  ;({ viewMounted } = await import('../store/views.ts'))
})

// What is a fault of the program goes to the console; it tells nobody what was done.
const faults = vi.spyOn(console, 'error').mockImplementation(() => {})

beforeEach(() => openProject())

describe('whoever cannot see the screen is told of', () => {
  test.each(ids)('%s', async (id) => {
    const before = workbench.getState()
    Promise.resolve(actions[id].run()).catch(showFailure)
    await vi.waitFor(() => expect([...told, ...differences(before, workbench.getState())]).not.toEqual([]), {
      timeout: 10_000,
      interval: 2,
    })
    expect(faults).not.toHaveBeenCalled()
  })
})

/** Two annotated texts side by side in the making: the first annotation is in focus, its claim is linked. */
async function openProject(): Promise<void> {
  told = []
  const app = testSession()
  const documents = ['One', 'Two', 'Three'].map((title) =>
    addDocument(app.project, text, { title, uid: `document-${title}` }),
  )
  const documentId = documents[1]!
  const [claim, rebuttal] = await app.ask('tag.list')
  const make = (start: number, end: number, tag = claim!) =>
    app.ask('annotation.create', { documentId, tagId: tag.id, spans: [{ start, end }] })
  const first = await make(0, 25)
  const second = await make(26, 52, rebuttal)
  await make(26, 40)
  const [rebuts] = await app.ask('linkType.list')
  await app.ask('link.create', {
    linkTypeId: rebuts!.id,
    source: { annotation: second.id },
    target: { annotation: first.id },
  })

  vi.mocked(window.rejoinder.request).mockImplementation(async (channel: string, input: unknown) => {
    if (!channel.startsWith('app.'))
      return packReply(channel, await dispatch(app.session.handlers, channel, input))
    const isOfSystem = /\.(newProject|openProject|openSample|closeProject|choose\w+)$/.test(channel)
    // A dialog of the system, or another project: the window or the system says that itself.
    if (isOfSystem) told.push(channel)
    const preferences = { ...workbench.getState().preferences, ...(input as object) }
    return { ok: true, value: channel === 'app.preferences' ? preferences : null }
  })
  workbench.setState(
    {
      ...workbench.getInitialState(),
      ready: true,
      preferences: usualPreferences,
      project: await app.ask('project.info'),
      documents: await app.ask('document.list'),
      tags: await app.ask('tag.list'),
      linkTypes: await app.ask('linkType.list'),
      history: await app.ask('history.state'),
      panes: { left: { documentId }, right: null },
      lastTag: claim!.id,
      canGoBack: true,
      offer: { at: second.id, documentId, from: documentId, words: 'The next claim is in' },
      selected: { side: 'left', documentId, span: { start: 53, end: 74 }, caret: 74 },
      focused: {
        side: 'left',
        annotation: await app.ask('annotation.get', { id: first.id }),
        links: await app.ask('link.of', { annotation: first.id }),
        chosenLink: 0,
      },
    },
    true,
  )
  const asked = unpackText(await app.ask('document.text', { id: documentId }))
  const mount = () => {
    const { panes } = workbench.getState()
    for (const side of ['left', 'right'] as const) {
      const shown = panes[side]
      if (shown) viewMounted(side, shown.documentId, viewOver(asked, [first.id, second.id]))
    }
  }
  mount()
  stopMounting()
  stopMounting = workbench.subscribe((state, before) => state.panes !== before.panes && mount())
}

let stopMounting = () => {}

/** The text view as commands ask it; what it is told it takes. */
function viewOver(shown: DocumentView['text'], [first, second]: AnnotationId[]): DocumentView {
  const known: Partial<DocumentView> = {
    text: shown,
    root: { contains: () => false } as unknown as HTMLElement,
    selection: () => ({ start: 53, end: 74 }),
    caret: () => 30,
    spansOf: (id) => (id === first ? [{ start: 0, end: 25 }] : [{ start: 26, end: 52 }]),
    annotationsAt: () => [first!, second!],
    around: () => ({ start: 26, end: 52 }),
    neighbour: () => second!,
    inReadingOrder: () => [first!, second!],
    tagOf: () => workbench.getState().tags[0]!.id,
    focus: () => told.push('focus'),
    startAdjusting: () => told.push('the view says it'),
  }
  return new Proxy(known as DocumentView, {
    // Whoever awaits it must not take it for a promise.
    get: (view, name) =>
      name in view || name === 'then' ? view[name as keyof DocumentView] : () => undefined,
  })
}

type State = ReturnType<typeof import('../store/workbench.ts')['workbench']['getState']>

function differences(before: State, after: State): string[] {
  const opened = [
    'dialog',
    'notices',
    'readingSettings',
    'tagsOver',
    'finding',
    'formWanted',
    'listWanted',
    'placing',
    'cardWanted',
  ] as const
  const words = after.said.count > before.said.count && after.said.words !== '' ? [after.said.words] : []
  return [...words, ...opened.filter((name) => after[name] !== before[name])]
}
