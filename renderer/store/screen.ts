import { say } from './notices.ts'
import type { OpenDialog } from './open-dialog.ts'
import { type Workbench, workbench } from './workbench.ts'

/** Opens a dialog in the place of the one that is open. */
export function showDialog(dialog: OpenDialog): void {
  workbench.setState({ dialog })
}

/** Closes the dialog; a link whose type was being chosen stays pending. */
export function closeDialog(): void {
  workbench.setState({ dialog: null, linkToType: null })
}

type Area = keyof Workbench['shown']

/** Whether a panel is to be seen: beside the text, or over it where there is no room beside. */
export function isAreaShown(area: Area, { narrow, drawer, shown }: Workbench): boolean {
  return narrow ? drawer === area : shown[area]
}

export function showArea(area: Area): void {
  workbench.setState(({ narrow, shown }) =>
    narrow ? { drawer: area } : { shown: shown[area] ? shown : { ...shown, [area]: true } },
  )
}

export function toggleArea(area: Area): void {
  const state = workbench.getState()
  const isShown = isAreaShown(area, state)
  if (!isShown) showArea(area)
  else if (state.narrow) closeDrawer()
  else workbench.setState({ shown: { ...state.shown, [area]: false } })
  say(`${areaNames[area]} ${isShown ? 'hidden' : 'shown'}`)
}

/** Puts the panel that lies over the text away. */
export function closeDrawer(): void {
  workbench.setState({ drawer: null })
}

const areaNames: Record<Area, string> = {
  documents: 'Documents',
  inspector: 'Annotation',
  outline: 'Outline',
}

/** Without room for panels beside the text there is one over it, and only when asked for. */
export function followWidth(): void {
  const query = matchMedia('(width < 860px)')
  const tell = () => workbench.setState({ narrow: query.matches, drawer: null })
  query.addEventListener('change', tell)
  tell()
}
