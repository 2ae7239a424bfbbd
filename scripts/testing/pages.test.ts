import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const project = join(import.meta.dirname, '..', '..')
const pages = ['README.md', 'CONTRIBUTING.md', ...pagesIn('docs')]
const decisions = pagesIn('docs/decisions')
/** In characters. A diff of a longer line shows a paragraph where a word was changed. */
const longestLine = 120

test.each([...pages, ...decisions])(
  '%s has no line of prose that is too long to be read in a diff',
  (page) => {
    expect(prose(page).filter((line) => [...line].length > longestLine)).toEqual([])
  },
)

test('every page can be reached from the first one', () => {
  const reached = new Set<string>()
  const open = ['README.md']
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (reached.has(page)) continue
    reached.add(page)
    open.push(...pagesNamedBy(page))
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([])
})

test.each([...pages, ...decisions])('%s leads only to what is there', (page) => {
  expect(linksOf(page).filter((link) => !existsSync(join(project, link)))).toEqual([])
})

function pagesIn(folder: string): string[] {
  return readdirSync(join(project, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** The lines that are neither code nor table, picture or address. */
function prose(page: string): string[] {
  return read(page)
    .replace(/^```.*?^```/gms, '')
    .split('\n')
    .filter((line) => !/^\s*(\||!\[|https?:)/.test(line))
}

/** What a page leads to in this project, from its root. */
function linksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => relative(project, join(project, dirname(page), link)))
}

const pagesNamedBy = (page: string) => linksOf(page).filter((link) => link.endsWith('.md'))

const read = (page: string) => readFileSync(join(project, page), 'utf8')
