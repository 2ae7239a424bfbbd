import { describe, expect, it } from 'vitest'
import { namesApart } from './names-apart.ts'

const called = (...paths: string[]) => [...namesApart(paths).values()]

describe('namesApart', () => {
  it('gives the name alone where no other file has it', () => {
    expect(called('/texts/tram/a.tsv', '/texts/tram/b.tsv')).toEqual(['a.tsv', 'b.tsv'])
  })

  it('gives as many folders as tell files of one name apart', () => {
    expect(
      called('/texts/tram/ada/a.tsv', '/texts/tram/ben/a.tsv', '/texts/ferry/ben/a.tsv', '/b.tsv'),
    ).toEqual(['ada/a.tsv', 'tram/ben/a.tsv', 'ferry/ben/a.tsv', 'b.tsv'])
    expect(called('C:\\tram\\a.tsv', 'C:\\ferry\\a.tsv')).toEqual(['tram/a.tsv', 'ferry/a.tsv'])
  })

  it('ends where a path is there twice', () => {
    expect(called('/texts/corpus', '/texts/corpus')).toEqual(['corpus'])
  })
})
