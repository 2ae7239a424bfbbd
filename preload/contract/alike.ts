/** Whether two names are one: whatever the case, and with `_` and `-` for spaces, which some formats cannot have. */
export function alike(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

/** What two names that are one have in common. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
