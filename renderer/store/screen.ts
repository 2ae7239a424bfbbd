import { type OpenDialog, type Workbench, workbench } from './workbench.ts'

/** Opens a dialog in the place of the one that is open. */
export function showDialog(dialog: OpenDialog): void {
  workbench.setState({ dialog })
}

/** Closes the dialog; a link whose type was being chosen stays pending. */
export function closeDialog(): void {
  workbench.setState({ dialog: null, linkToType: null })
}

export function toggleArea(area: keyof Workbench['shown']): void {
  workbench.setState(({ shown }) => ({ shown: { ...shown, [area]: !shown[area] } }))
}
