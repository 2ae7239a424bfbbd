/** White space to any program that reads such files, Python’s own among them, and control characters. */
export const blank = /[\s\p{Cc}]/u
export const blanks = /[\s\p{Cc}]+/gu
export const words = /[^\s\p{Cc}]+/gu
