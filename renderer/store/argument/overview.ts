import { showMiddle } from '../middle.ts'
import { say } from '../notices.ts'
import { workbench } from '../workbench.ts'
import type { Listing, OverviewView } from './overview-view.ts'

export function changeOverview(change: Partial<OverviewView>): void {
  workbench.setState(({ overview }) => ({ overview: { ...overview, ...change } }))
}

/** Lists what a number counts. `from` says which number, to come back to. */
export function showListing(listing: Listing, from: string): void {
  changeOverview({ listing, row: null, from })
  showMiddle('overview')
  say(listing.title)
}

/** From the list back to the numbers. */
export function closeListing(): void {
  changeOverview({ listing: null, row: null })
  say('The overview')
}

export function toggleTable(chart: string): void {
  const tables = new Set(workbench.getState().overview.tables)
  if (!tables.delete(chart)) tables.add(chart)
  changeOverview({ tables })
}
