// A dialog that opens with the keyboard on itself alone has arrows that do nothing, and a walk by Tab before any work.

const field =
  'input, textarea, [role="row"], [role="grid"], [role="listbox"], button[aria-haspopup="listbox"]'
const mostFrames = 60

/**
 * Gives the keyboard to the main control of a dialog that has just been opened, unless something in it has taken it:
 * what stands in `data-dialog-start`, else the first field or list of its body, else the body itself where it is
 * scrolled by key. Lists draw their rows some frames later and are waited for. Returns what gives up waiting.
 */
export function focusDialogStart(whole: HTMLElement): () => void {
  let frame = 0
  let frames = 0
  const look = () => {
    const dialog = whole.firstElementChild
    const { activeElement } = document
    // Whoever has moved on by key meanwhile, or has nothing here, is left alone.
    const isOnWhole = activeElement === dialog || activeElement === null || activeElement === document.body
    frames += 1
    if (!dialog || (!isOnWhole && frames > 1) || frames > mostFrames) return
    if (isOnWhole) startOf(dialog)?.focus()
    frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}

function startOf(dialog: Element): HTMLElement | undefined {
  const body = dialog.querySelector<HTMLElement>('.ui-dialog-body')
  const marked = body?.querySelector('[data-dialog-start]')
  const fields = [...((marked ?? body)?.querySelectorAll<HTMLElement>(field) ?? [])]
  const first = fields.find(
    (one) => one.tabIndex >= 0 && one.checkVisibility() && !one.matches(':disabled, [aria-hidden] *'),
  )
  return first ?? (body && !marked && body.tabIndex >= 0 ? body : undefined)
}
