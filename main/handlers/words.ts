/** `annotation`, `3 annotations`, `2,300 annotations`: for labels and sentences. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : `${count.toLocaleString('en')} ${many}`
}

/** With a capital first letter, as names of link types stand in labels. */
export function capitalized(words: string): string {
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}
