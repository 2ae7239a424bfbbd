import { describe, expect, it } from 'vitest'
import { namesApart } from './names-apart.ts'

const called = (...paths: string[]) => [...namesApart(paths).values()]

describe('namesApart', () => {
  it('gives the name alone where no other file has it', () => {
    expect(called('/work/tram/a.tsv', '/work/tram/b.tsv')).toEqual(['a.tsv', 'b.tsv'])
  })

  it('gives as many folders as tell files of one name apart', () => {
    expect(called('/work/tram/ada/a.tsv', '/work/tram/ben/a.tsv', '/work/ferry/ben/a.tsv', '/b.tsv')).toEqual(
      ['ada/a.tsv', 'tram/ben/a.tsv', 'ferry/ben/a.tsv', 'b.tsv'],
    )
    expect(called('C:\\tram\\a.tsv', 'C:\\ferry\\a.tsv')).toEqual(['tram/a.tsv', 'ferry/a.tsv'])
  })

  it('ends where a path is there twice', () => {
    expect(called('/work/corpus', '/work/corpus')).toEqual(['corpus'])
  })
})
