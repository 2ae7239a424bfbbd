import { Plugin } from 'prosemirror-state'

// Cancelled by the view and not by `editable: false`, which would take away caret and keyboard selection.
const changing = ['beforeinput', 'paste', 'cut', 'drop', 'dragstart', 'dragover'] as const

/** Keeps a text as it is, whatever is typed, pasted, dropped or composed. */
export const readOnly = new Plugin({
  filterTransaction: (tr) => !tr.docChanged,
  props: {
    handleDOMEvents: Object.fromEntries(
      changing.map((name) => [
        name,
        (_view: unknown, event: Event) => {
          event.preventDefault()
          return true
        },
      ]),
    ),
  },
  view(view) {
    // Text from keyboards and input methods goes to this object and leaves the page alone; compositions cannot be
    // cancelled otherwise. It is never read.
    view.dom.editContext = new EditContext()
    return {
      destroy() {
        view.dom.editContext = null
      },
    }
  },
})
