import { expect, test } from 'vitest'
import { formats } from '../../../main/exchange/formats/index.ts'
import { formatTitle } from './formats.ts'

test('a format that is read has a name for people, not the one of the command line', () => {
  const own = ['brat', 'doccano']
  const read = formats.map(({ name }) => name).filter((name) => !own.includes(name))
  expect(
    read.filter(
      (name) => formatTitle(name) === name && !/^(csv|xlsx|dataset|graphml|dot|reading)/.test(name),
    ),
  ).toEqual([])
})
