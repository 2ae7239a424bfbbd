import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../testing/source-files.ts'
import { argumentGraphReader } from './reader.ts'

const options = { signal: undefined, progress: () => {} }
const read = (files: Record<string, string>) => argumentGraphReader.read(sourceFiles('x.xml', files), options)

const graph = `<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="tram_1" topic_id="tram" stance="pro">
  <edu id="e1"><![CDATA[👍 The tram pays for itself,]]></edu>
  <edu id="e2"><![CDATA[says the council.]]></edu>
  <edu id="e3">But it was built &amp; paid by others.</edu>
  <edu id="e4">Fares count.</edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="opp"/><adu id="a3" type="pro"/><adu id="a4" type="pro"/>
  <edge id="c1" src="e1" trg="j1" type="seg"/><edge id="c2" src="e2" trg="j1" type="seg"/>
  <edge id="c3" src="j1" trg="a1" type="seg"/><edge id="c4" src="e3" trg="a2" type="seg"/>
  <edge id="c5" src="e4" trg="a3" type="seg"/>
  <edge id="c6" src="a3" trg="a1" type="sup"/><edge id="c7" src="a2" trg="c6" type="und"/>
  <edge id="c8" src="a1" trg="a9" type="reb"/>
</arggraph>`

describe('an argument graph', () => {
  test('becomes a text with passages, links and a link onto a link', async () => {
    const incoming = await read({ '': graph })
    expect(incoming.documents[0]).toMatchObject({
      title: 'tram_1',
      metadata: new Map([
        ['topic_id', 'tram'],
        ['stance', 'pro'],
      ]),
    })
    expect(incoming.annotations.map(({ quote, tag }) => [tag, quote])).toEqual([
      ['pro', ['👍 The tram pays for itself, says the council.']],
      ['opp', ['But it was built & paid by others.']],
      ['pro', ['Fares count.']],
    ])
    expect(incoming.links.map(({ linkType, source, target }) => [linkType, source, target])).toEqual([
      ['supports', { annotation: 'tram_1 a3' }, { annotation: 'tram_1 a1' }],
      ['undercuts', { annotation: 'tram_1 a2' }, { link: 'tram_1 c6' }],
    ])
    expect(incoming.leftOut).toEqual([
      { what: 'units without words', count: 1 },
      { what: 'edges whose ends are not there', count: 1 },
    ])
  })

  test('comes with others in a folder, each a document; other XML is passed over', async () => {
    const incoming = await read({ 'a.xml': graph, 'b.xml': graph, 'c.xml': '<corpus/>', 'a.txt': 'x' })
    expect(incoming.documents.map(({ id }) => id)).toEqual(['tram_1', 'tram_1 2'])
    expect(incoming.leftOut[0]).toEqual({ what: 'files that are no argument graphs', count: 1 })
  })

  test('leaves out edges that lead back to themselves', async () => {
    const circle = graph.replace('trg="c6" type="und"', 'trg="c8" type="und"').replace('trg="a9"', 'trg="c7"')
    const incoming = await read({ '': circle })
    expect(incoming.links.map(({ id }) => id)).toEqual(['tram_1 c6'])
  })

  test.each([
    ['<a/>', /x\.xml is no argument graph: it begins with <a>/],
    ['<arggraph>\n<edge id="c1" src="a"/></arggraph>', /line 2: <edge> has no type/],
    ['<arggraph><edu id="e"/><edu id="e"/></arggraph>', /line 1: the id e is there twice/],
    ['<arggraph>', /line 1.*end of <arggraph>/],
  ])('is refused where it is broken: %s', async (xml, message) => {
    await expect(read({ '': xml })).rejects.toThrow(message)
  })
})
