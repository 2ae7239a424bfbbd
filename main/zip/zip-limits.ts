/** What a zip may make of itself. Sizes are those of the bytes that really come, not those it declares. */
export interface ZipLimits {
  mostFiles: number
  /** Of one file, in bytes. */
  largestFile: number
  /** Of all that is read from one zip, in bytes. */
  mostBytes: number
}

const mebibyte = 1024 * 1024

export const usualZipLimits: ZipLimits = {
  mostFiles: 20_000,
  largestFile: 256 * mebibyte,
  mostBytes: 2048 * mebibyte,
}

/**
 * Of a zip of annotations, in which each text may be a file, and of a folder of them: more than any corpus has, and
 * less than would take minutes to list.
 */
export const mostAnnotatedFiles = 200_000

/** Of a zip of annotations. Piece by piece a file in it may be as large as all of them, such as a project in one XML. */
export const annotatedZipLimits: ZipLimits = {
  mostFiles: mostAnnotatedFiles,
  largestFile: 8192 * mebibyte,
  mostBytes: 8192 * mebibyte,
}

/** Text shrinks to a tenth, tables of figures to a fiftieth: what grows by more than this is made to fill a disk. */
export const mostGrowth = 200
/** Below so many bytes growth harms nobody. */
export const harmless = 10 * mebibyte
