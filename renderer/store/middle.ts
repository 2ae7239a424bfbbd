import { setOut } from './journeys.ts'
import { say } from './notices.ts'
import { type Middle, workbench } from './workbench.ts'

/** What each view in the middle of the window is called when it comes. */
const titles: Record<Middle, string> = {
  texts: 'The texts',
  overview: 'The overview',
  map: 'The argument map',
  'work-lists': 'The work lists',
  table: 'The table of documents',
  search: 'Search',
  claims: 'The claims',
  confrontation: 'Claims and their answers',
  time: 'The claims in time',
  speakers: 'The speakers',
  doctor: 'The consistency doctor',
  copies: 'Copies',
}

/** Puts a view in the place of the texts, or the texts back where it is there already. */
export function toggleMiddle(view: Exclude<Middle, 'texts'>): void {
  showMiddle(workbench.getState().middle === view ? 'texts' : view)
}

/** Puts a view in the middle of the window. */
export function showMiddle(view: Middle): void {
  setOut()
  if (workbench.getState().middle === view) return
  workbench.setState({ middle: view })
  say(titles[view])
}
