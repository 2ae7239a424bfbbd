import { readdirSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import { codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { LineIds } from '../../sidecar/line-ids.ts'
import { mustGoOn, writeFiles } from '../../target.ts'
import type { FormatWriter, IdsRead, WrittenFiles } from '../annotation-format.ts'
import { type BratCodebook, bratCodebook, heldValue } from './codebook.ts'
import { bratLosses } from './losses.ts'
import { layoutOf, type Sheet } from './sheets.ts'
import { oneLine } from './types.ts'
import { annotationConf, visualConf } from './write-conf.ts'

export const bratWriter: FormatWriter = {
  isOurs,
  losses: bratLosses,

  async write(dataset, to, { signal, progress }) {
    const codebook = bratCodebook(dataset)
    const layout = layoutOf(dataset)
    const files = ['annotation.conf', 'visual.conf']
    const ids: WrittenLines = { annotations: new LineIds('T'), links: new LineIds('R') }
    await mkdir(to, { recursive: true })
    await writeFiles(to, contents())
    return { files, readAs: readAsOf(dataset, codebook, layout, ids) }

    function* contents(): Generator<[string, string[]]> {
      yield ['annotation.conf', [annotationConf(codebook)]]
      yield ['visual.conf', [visualConf(codebook)]]
      let done = 0
      for (const { content, sheets } of layout.documents()) {
        mustGoOn(signal)
        for (const sheet of sheets) {
          files.push(`${sheet.path}.txt`, `${sheet.path}.ann`)
          yield [`${sheet.path}.txt`, [content.text]]
          yield [`${sheet.path}.ann`, [linesOf(sheet, content.text, codebook, ids)]]
        }
        done += 1
        progress(done, dataset.documents.length)
      }
    }
  },
}

interface WrittenLines {
  annotations: LineIds
  links: LineIds
}

function readAsOf(
  { annotators, documents }: Data.Dataset,
  { tags, linkTypes, typeOfTag, typeOfLinkType }: BratCodebook,
  { folderOf, nameOf }: ReturnType<typeof layoutOf>,
  lines: WrittenLines,
): WrittenFiles['readAs'] {
  const one = <T extends { id: string }>(things: readonly T[], readAs: ReadonlyMap<string, string>) =>
    new Map(things.map(({ id }) => [id, readAs.get(id)!]))
  return new Map<Kind, IdsRead>([
    ['annotator', one(annotators, folderOf)],
    ['document', one(documents, nameOf)],
    [
      'tag',
      one(
        tags.map(({ tag }) => tag),
        typeOfTag,
      ),
    ],
    [
      'link_type',
      one(
        linkTypes.map(({ linkType }) => linkType),
        typeOfLinkType,
      ),
    ],
    ['annotation', lines.annotations],
    ['link', lines.links],
  ])
}

/** The lines of an annotation file. Enters into `ids` what each is. */
function linesOf(sheet: Sheet, text: string, codebook: BratCodebook, ids: WrittenLines): string {
  const { tagById, typeOfTag, typeOfLinkType, typeOfAttribute } = codebook
  const points = codePointsOf(text)
  const triggers = new Map<string, string>()
  const lines: string[] = []
  let attributes = 0
  let notes = 0
  const note = (target: string, words: string): void => {
    const line = oneLine(words).trim()
    if (line === '') return
    notes += 1
    lines.push(`#${notes}\tAnnotatorNotes ${target}\t${line}`)
  }
  ids.annotations.begin(sheet.path)
  ids.links.begin(sheet.path)
  sheet.annotations.forEach(({ annotation, fragments }, index) => {
    const id = `T${index + 1}`
    triggers.set(annotation.id, id)
    ids.annotations.add(annotation.id)
    const extents = fragments.map(({ start, end }) => `${points.fromUtf16(start)} ${points.fromUtf16(end)}`)
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' ')
    lines.push(`${id}\t${typeOfTag.get(annotation.tag)} ${extents.join(';')}\t${words}`)
    for (const [name, value] of annotation.attributes) {
      const held = heldValue(tagById.get(annotation.tag)!, name, value)
      if (held === undefined) continue
      attributes += 1
      lines.push(`A${attributes}\t${typeOfAttribute.get(name)} ${id}${held === true ? '' : ` ${held}`}`)
    }
    note(id, annotation.note)
  })
  sheet.links.forEach(({ id: own, linkType, source, target, note: words }, index) => {
    const id = `R${index + 1}`
    ids.links.add(own)
    const [from, to] = [source, target].map((end) => triggers.get('annotation' in end ? end.annotation : ''))
    lines.push(`${id}\t${typeOfLinkType.get(linkType)} Arg1:${from} Arg2:${to}`)
    note(id, words)
  })
  return lines.map((line) => `${line}\n`).join('')
}

/** Annotators’ folders are known by what they hold. */
function isOurs(name: string, path: string): boolean {
  if (['annotation.conf', 'visual.conf'].includes(name)) return true
  return statSync(path).isDirectory() ? readdirSync(path).every(isSheet) : isSheet(name)
}

const isSheet = (name: string): boolean => /\.(?:txt|ann)$/.test(name)
