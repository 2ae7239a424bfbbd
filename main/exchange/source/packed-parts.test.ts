import { writeFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { zipOf } from '../../import/testing/office-files.ts'
import { arriving } from '../testing/arriving.ts'

vi.setConfig({ testTimeout: 60_000 })

const { at, open, bringAnnotations } = arriving()

const typeSystem = `<?xml version="1.0"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Claim</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>
</typeDescription></types></typeSystemDescription>`

const cas = `<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
<custom:Claim xmi:id="1" sofa="2" begin="4" end="8"/>
<cas:Sofa xmi:id="2" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="The tram pays."/>
<cas:View sofa="2" members="1"/></xmi:XMI>`

const part = (user: string): Uint8Array => zipOf({ [`${user}.xmi`]: cas, 'TypeSystem.xml': typeSystem })

it('the zips for each text and annotator in the export of a project are read, and a broken one is named', async () => {
  const path = at('project.zip')
  const files = {
    'exportedproject.json': '{}',
    'source/tram.txt': 'The tram pays.',
    'annotation/tram.txt/ada.zip': part('ada'),
    'annotation/tram.txt/ben.zip': part('ben'),
    'annotation/tram.txt/eve.zip': part('eve').subarray(0, 200),
    'curation/tram.txt/CURATION_USER.zip': part('CURATION_USER'),
  }
  writeFileSync(path, zipOf(files))
  const { found, report } = await bringAnnotations(open(), path)
  expect(found.annotators.map(({ name }) => name).toSorted()).toEqual(['CURATION_USER', 'ada', 'ben'])
  expect(report.taken).toMatchObject({ documents: 1, annotations: 3 })
  expect(report.unread.passedOver).toContain('annotation/tram.txt/eve.zip')
})
