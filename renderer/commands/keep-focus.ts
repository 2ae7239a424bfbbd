// Whoever works by key must never find the keyboard nowhere. Each view hands it on where it knows best (a list to
// what stands in its place, a dialog to what opened it); here is what holds for all: when the element with the focus
// has gone and nothing else has taken it, it goes to what is next around it.
import { painted } from '../store/painted.ts'
import { activeView, whenNextMounted } from '../store/views.ts'
import { type Middle, workbench } from '../store/workbench.ts'
import { focusArea } from './move-between-areas.ts'

const modal = '[role="dialog"], [role="alertdialog"]'
const mostKept = 4
const first = '[data-area-start], [role="treegrid"]'
const reachable = 'button, input, textarea, [tabindex="0"]'

/** The element that had the focus last, then what stands around it up to its area of the window or its dialog. */
let lineage: Element[] = []
/** The same from before the focus went into each dialog, the last first: one may have taken the place of another since. */
let outside: Element[][] = []
let looking = false

/** From now on. */
export function keepFocus(): void {
  window.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return
    if (target.closest(modal) !== lineage[0]?.closest(modal))
      outside = [lineage, ...outside].slice(0, mostKept)
    lineage = lineageOf(target)
  })
  window.addEventListener('focusout', look)
  workbench.subscribe(look)
}

/** Once what has changed is drawn, and whoever hands the focus on has had the time to. */
function look(): void {
  if (looking) return
  looking = true
  painted().then(() =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        looking = false
        const [last] = lineage
        // Where it is still there the person has clicked beside everything. At the start nothing has had it yet.
        if (isNowhere() && (!last || !isThere(last))) handOn()
      }),
    ),
  )
}

function handOn(): void {
  const dialog = [...document.querySelectorAll<HTMLElement>(modal)].at(-1)
  const around = [lineage, ...outside].flatMap((elements, age) =>
    elements.map((element, at) => ({ element, wasFocused: age > 0 && at === 0 })),
  )
  for (const { element, wasFocused } of around) {
    if (!isThere(element) || (dialog && !dialog.contains(element))) continue
    // In a text the caret knows where it was.
    if (element.closest('[data-area="left"], [data-area="right"]')) break
    if (wasFocused) (element as HTMLElement).focus()
    else firstIn(element)?.focus()
    if (!isNowhere()) return
  }
  if (dialog) (firstIn(dialog) ?? dialog).focus()
  else focusMiddle()
}

/** Where nothing around it is left. */
function focusMiddle(): void {
  const { middle, panes, activeSide, project } = workbench.getState()
  if (project === null) firstIn(document.body)?.focus()
  else if (middle !== 'texts') focusView(middle)
  else if (panes[activeSide] !== null) focusText()
  else focusArea('documents')
}

/** Once it is there; whoever has gone elsewhere by then stays there. */
function focusText(): void {
  const view = activeView()
  if (view) view.focus()
  else whenNextMounted(look)
}

/** A view that is still being read takes the keyboard as a whole, and hands it to its list once that is there. */
function focusView(middle: Middle): void {
  const view = document.querySelector<HTMLElement>(`[data-area="${middle}"]`)
  ;(view?.querySelector<HTMLElement>(first) ?? view)?.focus()
}

function lineageOf(element: Element): Element[] {
  const outermost = element.closest(`[data-area], ${modal}`)
  const all = [element]
  for (let next = element; next !== outermost && next.parentElement; ) {
    next = next.parentElement
    if (next !== document.body) all.push(next)
  }
  return outermost ? all : [element]
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body

const isThere = (element: Element) =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')

const firstIn = (element: Element) =>
  [first, reachable].flatMap((selector) => [...element.querySelectorAll<HTMLElement>(selector)]).find(isThere)
