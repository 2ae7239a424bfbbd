/** What a canvas can hold: its longer side, and its area in pixels. */
const longestSide = 16_384
const largestArea = 120_000_000

/** How much larger than on paper a picture can be: twice, or less where it would be too large. */
export function scaleFor({ width, height }: { width: number; height: number }): number {
  return Math.min(
    2,
    longestSide / Math.max(width, height, 1),
    Math.sqrt(largestArea / Math.max(1, width * height)),
  )
}

/** Draws an SVG file into a PNG file. */
export async function asPng(
  svg: string,
  size: { width: number; height: number },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; scale: number }> {
  const scale = scaleFor(size)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(size.width * scale)
    canvas.height = Math.floor(size.height * scale)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The picture could not be drawn: save the map as SVG.')
    return { bytes: new Uint8Array(await blob.arrayBuffer()), scale }
  } finally {
    URL.revokeObjectURL(url)
  }
}
