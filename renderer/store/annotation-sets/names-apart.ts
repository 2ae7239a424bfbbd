/**
 * What each file is called, by its path: the last part of it, after as many of its folders as tell it from the others
 * of that name (`tram/notes.tsv`). Of whichever system the paths are.
 */
export function namesApart(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  let alike = [...new Set(paths)]
  const most = Math.max(0, ...alike.map((path) => partsOf(path).length))
  for (let parts = 1; alike.length > 0 && parts <= most; parts++) {
    const count = new Map<string, number>()
    for (const path of alike) {
      const name = partsOf(path).slice(-parts).join('/')
      names.set(path, name)
      count.set(name, (count.get(name) ?? 0) + 1)
    }
    alike = alike.filter((path) => count.get(names.get(path)!)! > 1)
  }
  return names
}

const partsOf = (path: string): string[] => path.split(/[\\/]/)
