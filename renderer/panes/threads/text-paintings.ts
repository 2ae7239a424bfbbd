import { createPaintings } from '../../panels/margin/paintings.ts'

/** Tells that the text of either side was painted, for what is drawn between them. */
export const textPaintings = createPaintings()
