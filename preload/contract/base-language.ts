/** The base of a BCP 47 tag in small letters: `de` of `de-AT`, `del` of `del`. */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!
