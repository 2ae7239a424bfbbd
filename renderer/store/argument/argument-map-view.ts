import type { MapAsked } from '../../../preload/contract/argument-map.ts'

/** What part of the map is seen: how far its left upper corner is from the middle of the canvas, in CSS pixels, and its scale. */
export interface MapPlace {
  x: number
  y: number
  scale: number
}

/** What the argument map shows, and where the person is in it. */
export interface ArgumentMapView {
  asked: MapAsked
  shown: 'map' | 'outline'
  /** The key of the node or link that the keyboard is at. */
  current: string | null
  /** Null: all of it is in sight. */
  place: MapPlace | null
}

export const usualMap: ArgumentMapView = {
  asked: { claims: [], depth: 2, passages: false },
  shown: 'map',
  current: null,
  place: null,
}
