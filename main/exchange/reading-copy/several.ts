import { Failure } from '../../../preload/contract/failure.ts'
import {
  mostPrintedCharacters,
  type ReadingCopy,
  type ReadingCopyOptions,
} from '../../../preload/contract/reading-copy.ts'
import { runsFromRight } from './blocks.ts'
import type { Material, MaterialTag } from './material.ts'
import { copyOf, mainStart, pageEnd, pageStart } from './reading-copy.ts'
import { styleFor } from './style.ts'
import { toHtml } from './to-html.ts'

export interface Several {
  title: string
  /** All that may occur in them. */
  tags: readonly MaterialTag[]
  /** In the order of `materials`. */
  documents: readonly { title: string; date: string }[]
  /** Asked for one after the other. */
  materials: Iterable<Material>
  /** The address of a style sheet with the program’s own fonts, or null. */
  fonts: string | null
}

/** Documents as one page that needs nothing else: a list of them, then each on a sheet of its own. */
export function* severalCopies(
  { title, tags, documents, materials, fonts }: Several,
  options: ReadingCopyOptions,
): Generator<string> {
  yield pageStart({ title, language: '', style: styleFor(tags), fonts })
  const entries = documents.map(
    (one, i) =>
      `<li><a href="#d${i + 1}" dir="auto">${toHtml(one.title)}</a>${one.date === '' ? '' : ` <span class="date">${toHtml(one.date)}</span>`}</li>`,
  )
  yield `<nav class="contents"><h1 dir="auto">${toHtml(title)}</h1><ol>${entries.join('')}</ol></nav>\n`
  yield mainStart
  let number = 0
  for (const material of materials) yield copyOf(material, options, `d${++number}`)
  yield pageEnd
}

/** The same for paper. Fails with `bad-input` where that would be too long. */
export function severalForPaper(several: Several, options: ReadingCopyOptions): ReadingCopy {
  const { title, tags } = several
  let characters = 0
  function* materials(): Generator<Material> {
    for (const material of several.materials) {
      characters += material.text.text.length
      if (characters > mostPrintedCharacters) throw tooLong()
      yield material
    }
  }
  const html = [...severalCopies({ ...several, materials: materials() }, options)].join('')
  return { title, runsFromRight: runsFromRight(title), html, style: styleFor(tags) }
}

const tooLong = () =>
  new Failure(
    'bad-input',
    `These texts together have more than ${mostPrintedCharacters.toLocaleString('en')} characters, too many for pages. Choose fewer of them, or a reading copy as Word document or web page.`,
  )
