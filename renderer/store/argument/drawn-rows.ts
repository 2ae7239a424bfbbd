/**
 * The rows of a long list that are drawn. Each is described once it is drawn; those that come at one moment are asked
 * for together. `isKnown` tells of a place whether it has been described, `describe` fetches what stands at places.
 */
export function drawnRows(isKnown: (place: number) => boolean, describe: (places: Iterable<number>) => void) {
  const drawn = new Set<number>()
  let needed: Set<number> | null = null

  function need(place: number): void {
    if (needed) {
      needed.add(place)
      return
    }
    needed = new Set([place])
    queueMicrotask(() => {
      const places = needed ?? []
      needed = null
      describe(places)
    })
  }

  return {
    places: (): Iterable<number> => drawn,

    /** A row is drawn at a place. Returns what ends it. */
    draw(place: number): () => void {
      drawn.add(place)
      if (!isKnown(place)) need(place)
      return () => drawn.delete(place)
    },
  }
}
