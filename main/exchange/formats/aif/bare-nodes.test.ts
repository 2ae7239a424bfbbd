import { expect, it } from 'vitest'
import { BareNodes } from './bare-nodes.ts'

const node = (id: string, type = 'I', isMention = false) => ({ id, type, isMention })

it('bare nodes are found again by their place and by their number', () => {
  const nodes = new BareNodes()
  const types = ['I', 'L', 'YA', 'MA']
  for (let index = 0; index < 3000; index++) {
    const isMention = index % 4 === 3
    expect(nodes.add(node(String(index + 1), types[index % 4], isMention), '')).toBe(true)
  }
  expect(nodes.size).toBe(3000)
  expect(nodes.at(2998)).toMatchObject({ index: 2998, id: '2999', type: 'YA', isMention: false })
  expect(nodes.find('3000')).toMatchObject({ index: 2999, id: '3000', type: 'MA', isMention: true })
})

it('bare nodes have no words but the name of who speaks', () => {
  const nodes = new BareNodes()
  nodes.add(node('1', 'L'), 'Ada : ')
  nodes.add(node('2'), '')
  expect([nodes.at(0).text, nodes.at(1).text]).toEqual(['Ada : ', ''])
})

it.each(['0', '3', '01', '1.0', ' 1', 'x', ''])('there is no bare node “%s” among two', (id) => {
  const nodes = new BareNodes()
  nodes.add(node('1'), '')
  nodes.add(node('2'), '')
  expect(nodes.find(id)).toBeUndefined()
})

it('nodes that are numbered otherwise, or of more types than there are, are not taken', () => {
  const nodes = new BareNodes()
  expect([nodes.add(node('2', 'RA'), ''), nodes.add(node('01', 'CA'), '')]).toEqual([false, false])
  for (let type = 0; type < 128; type++) {
    expect(nodes.add(node(String(type + 1), `T${type}`), '')).toBe(true)
  }
  expect(nodes.add(node('129', 'T128'), '')).toBe(false)
  expect(nodes.size).toBe(128)
})
