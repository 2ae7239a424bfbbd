/** Passes on that a text view has painted, to whoever draws beside it. */
export interface Paintings {
  tell(): void
  /** Returns what ends it. */
  subscribe(listener: () => void): () => void
}

export function createPaintings(): Paintings {
  const listeners = new Set<() => void>()
  return {
    tell() {
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
