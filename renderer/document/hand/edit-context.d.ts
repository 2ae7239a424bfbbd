/** The part used here of https://w3c.github.io/edit-context/ (Chromium 121), which TypeScript does not know yet. */
declare class EditContext extends EventTarget {}

interface HTMLElement {
  editContext: EditContext | null
}
