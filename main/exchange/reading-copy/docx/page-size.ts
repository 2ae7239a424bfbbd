/** In twentieths of a point: A4 with margins of 2.2 cm. */
const [width, height, margin] = [11906, 16838, 1247]

/** Between the margins. */
export const textWidth = width - 2 * margin

export const pageXml = `<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="624" w:footer="624" w:gutter="0"/>`
