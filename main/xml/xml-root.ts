/**
 * Whether XML begins with an element of one of these local names, as far as its first characters show it: before a long
 * document type ends, it has said the name already.
 */
export function mayBeginWith(head: string, ...names: readonly string[]): boolean {
  const any = names.map((name) => name.replace('.', '\\.')).join('|')
  return new RegExp(`<(?:!DOCTYPE\\s+)?(?:[\\w.-]+:)?(?:${any})[\\s/>[]`).test(head)
}
