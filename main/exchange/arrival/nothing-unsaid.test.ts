import { writeFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { zipOf } from '../../import/testing/office-files.ts'
import { arriving } from '../testing/arriving.ts'

vi.setConfig({ testTimeout: 60_000 })

const { open, at, bringAnnotations, annotationFolder } = arriving()

const qde = (path: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p"><Sources>
  <TextSource guid="22222222-2222-2222-2222-222222222222" name="s" plainTextPath="${path}"/></Sources></Project>`

it.each(['internal://../../etc/passwd', 'absolute:///etc/passwd', 'internal://gone.txt'])(
  'the text of a QDA project that lies at %s is not looked for there, and is told to be missing',
  async (path) => {
    writeFileSync(at('p.qdpx'), zipOf({ 'project.qde': qde(path), 'sources/x.txt': 'The tram' }))
    const { found, report } = await bringAnnotations(open(), at('p.qdpx'))
    expect(found.documents).toMatchObject({ new: 0, missing: 1 })
    expect(report.leftOut).toEqual([{ what: 'texts without annotations that are not here', count: 1 }])
  },
)

const cas = (passages: string): string => `<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI"
xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
${passages}<cas:Sofa xmi:id="9" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="The tram pays."/>
<cas:View sofa="9" members="1 2"/></xmi:XMI>`

it('passages of XMI at offsets that are no numbers of letters are counted', async () => {
  const path = annotationFolder({
    'a.xmi': cas('<custom:Claim xmi:id="1" sofa="9" begin="-1" end="3"/>'),
    'TypeSystem.xml': `<?xml version="1.0"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Claim</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>
</typeDescription></types></typeSystemDescription>`,
  })
  const { report } = await bringAnnotations(open(), path)
  expect(report.leftOut).toEqual([{ what: 'passages that lie outside their text', count: 1 }])
})

it('annotations in thousands of parts are counted, and those beside them come in', async () => {
  const project = open()
  const parts = (count: number) => Array.from({ length: count }, (_, n) => `${n * 2} ${n * 2 + 1}`).join(';')
  const sheet = [1001, 1000].map(
    (count, at) => `T${at}\tClaim ${parts(count)}\t${'a '.repeat(count).trim()}\n`,
  )
  const path = annotationFolder({ 'many.txt': 'a '.repeat(2000), 'many.ann': sheet.join('') })
  const { report } = await bringAnnotations(project, path)
  expect(report.taken).toMatchObject({ annotations: 1 })
  expect(report.leftOut).toContainEqual({ what: 'annotations in more than 1,000 parts', count: 1 })
})

it('what is no task in a list of Label Studio is counted', async () => {
  const task = { id: 1, data: { text: 'The tram' }, annotations: [] }
  writeFileSync(at('tasks.json'), JSON.stringify([task, null, 5]))
  const { report } = await bringAnnotations(open(), at('tasks.json'))
  expect(report.leftOut).toEqual([{ what: 'entries that are no tasks', count: 2 }])
})

it('annotations of brat in UTF-16 are told to be no UTF-8, and not passed over', async () => {
  const path = annotationFolder({ 'a.txt': 'The tram', 'b.txt': 'It pays', 'b.ann': 'T1\tClaim 0 2\tIt\n' })
  writeFileSync(`${path}/a.ann`, Buffer.from('\ufeffT1\tClaim 0 3\tThe\n', 'utf16le'))
  const { report } = await bringAnnotations(open(), path)
  expect(report.taken).toMatchObject({ annotations: 1 })
  expect(report.unread.refused).toMatchObject([
    { where: 'a.ann', what: expect.stringContaining('is not UTF-8') },
  ])
})

it('a .conllu whose rows are of another width is told what a row is', async () => {
  const row = '1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n'
  const { report } = await bringAnnotations(
    open(),
    annotationFolder({ 'a.conllu': row, 'b.conllu': '1 b\n' }),
  )
  expect(report.unread.refused).toMatchObject([
    { where: 'b.conllu', line: 1, what: expect.stringContaining('ten columns with tabs') },
  ])
})
