import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../../preload/contract/commands/index.ts'
import type { LinkTypeId } from '../../preload/contract/ids.ts'
import { lettersOf, standardLinkTypes } from '../../preload/contract/link-type.ts'
import { sampleDataset } from './dataset.ts'

const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')
const sample = sampleDataset()
const known = sample.documents.map(({ id, title }) => `${title}\n${sample.textOf(id).text}`).join('\n')

describe('the guide to the first steps', () => {
  test('names only menu commands that there are', () => {
    const titles = Object.values(commands).map(({ menu, title }) => `${menu} > ${title}`)
    const named = [...page('first-steps').matchAll(/\*\*(\w+ > [^*]+)\*\*/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(4)
    expect(titles).toEqual(expect.arrayContaining(named))
  })

  test.each(['first-steps', 'words'])('quotes only what the sample says, in %s', (name) => {
    const quoted = [...page(name).matchAll(/“([^”]+)”/g)].map(([, words]) => words!.replace(/,? …$/, ''))
    const others = ['rebuts this']
    expect(quoted.length).toBeGreaterThan(5)
    expect(quoted.filter((words) => !known.includes(words) && !others.includes(words))).toEqual([])
  })

  test('has its exercise still to be done: the passage to tag is free, the one to link to is a premise', () => {
    const annotated = (words: string) =>
      sample.annotations.filter(({ document, spans }) =>
        spans.some(({ start, end }) => sample.textOf(document).text.slice(start, end).includes(words)),
      )
    expect(annotated('two prams, a tuba, and not one horn')).toEqual([])
    expect(annotated('nitrogen dioxide on the bridge fell').map(({ tag }) => tag)).toEqual(['premise'])
    expect(sample.tags.find(({ name }) => name === 'Premise')?.key).toBe('3')
  })

  test('gives each type of link its letter', () => {
    const types = standardLinkTypes.map(({ name }, index) => ({ id: index as LinkTypeId, name }))
    const letters = lettersOf(types)
    const rows = page('words').matchAll(/^\| ([a-z -]+?) +\| ([A-Z]) /gm)
    expect([...rows].map(([, name, letter]) => [name, letter])).toEqual(
      types.map(({ id, name }) => [name, letters.get(id)?.toUpperCase()]),
    )
  })
})
