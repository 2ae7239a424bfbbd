import type { ArgumentMap } from '../../preload/contract/argument-map.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import type { Types } from '../argument-map/as-elk-graph.ts'
import { asDot, asGraphml } from '../argument-map/as-graph.ts'
import type { Drawing } from '../argument-map/drawing.ts'
import { asPng } from '../argument-map/png.ts'
import { asSvg } from '../argument-map/svg.ts'
import { request } from '../client.ts'
import type { ArgumentMapView } from '../store/argument/argument-map-view.ts'
import { showMiddle, toggleMiddle } from '../store/middle.ts'
import { notify, say } from '../store/notices.ts'
import { goToAnnotation } from '../store/places.ts'
import { workbench } from '../store/workbench.ts'
import { openClaim } from './claims.ts'
import { saveFile } from './save-file.ts'

export function changeMap(change: Partial<ArgumentMapView>): void {
  workbench.setState(({ argumentMap }) => ({ argumentMap: { ...argumentMap, ...change } }))
}

/** The map of these claims and what is linked with them; of all without a claim. */
export function showMapOf(claims: ClaimId[]): void {
  const { depth, passages } = workbench.getState().argumentMap.asked
  changeMap({
    asked: { claims, depth, passages },
    current: claims[0] === undefined ? null : `c${claims[0]}`,
    place: null,
  })
  showMiddle('map')
}

/** From the claims the map of those chosen, or of the one whose card is open; else as it was left. */
export function toggleMap(): void {
  const { middle, claimsView } = workbench.getState()
  const { chosen, current } = claimsView
  if (middle !== 'claims') toggleMiddle('map')
  else showMapOf(chosen.length > 0 ? chosen : current === null ? [] : [current])
}

/** The card of a claim; the passage of a node that is one; of a link the passage or claim it begins at. */
export async function openInMap(map: ArgumentMap, key: string): Promise<void> {
  changeMap({ current: key })
  const node = map.nodes.find((one) => one.key === key)
  if (node?.claim) openClaim(node.claim)
  else if (node?.passage) await goToAnnotation(node.passage.id, node.passage.documentId)
  else {
    const link = map.links.find((one) => one.key === key)
    if (link) await openInMap(map, link.source)
  }
}

/** The passage that states a claim first. */
export async function openFirstMention(map: ArgumentMap, key: string): Promise<void> {
  const node = map.nodes.find((one) => one.key === key)
  if (!node?.claim) return openInMap(map, key)
  changeMap({ current: key })
  const [first] = await request('claim.mentions', { id: node.claim })
  if (first) await goToAnnotation(first.id, first.documentId)
  else say('No passage states this claim')
}

export type MapFile = 'svg' | 'png' | 'graphml' | 'dot'

export async function saveMap(map: ArgumentMap, types: Types, drawing: Drawing, as: MapFile): Promise<void> {
  const name = `${workbench.getState().project?.name ?? ''} argument map`
  const shared = { title: 'Save the argument map', name, ending: as }
  if (as === 'graphml') return saveFile({ ...shared, content: asGraphml(map, types, name) })
  if (as === 'dot') return saveFile({ ...shared, content: asDot(map, types, name) })
  if (as === 'svg') return saveFile({ ...shared, content: asSvg(drawing, name) })
  const { bytes, scale } = await asPng(asSvg(drawing, name), drawing)
  if (scale < 2)
    notify(
      'done',
      `The map is too large for a picture of twice its size; it is ${scale.toFixed(2)} times its size.`,
    )
  return saveFile({ ...shared, content: bytes })
}
