import type { ReadingCopyOptions } from '../../../../preload/contract/reading-copy.ts'
import type { Block } from '../../../../preload/contract/text.ts'
import { xmlAttribute } from '../../../xml/xml-text.ts'
import { runsFromRight } from '../blocks.ts'
import { canBeFollowed } from '../html-words.ts'
import { createInline, type Drawn, type InlineSetter, pageTurns } from '../inline.ts'
import type { Material, MaterialAnnotation, MaterialLink } from '../material.ts'
import { arrowed } from '../notes.ts'
import { countsOf, runsMostlyFromRight } from '../reading-copy.ts'
import { shortNames } from '../short-names.ts'
import { placeTitle } from '../title-in-text.ts'
import { commentXml, isSaid, placeOf } from './comments.ts'
import { paragraph, setParagraphs } from './paragraphs.ts'
import { field, inOneLine, lookOf, runs } from './runs.ts'
import { looksOf } from './tag-look.ts'

/** What the documents of one Word file share: numbers that none may have twice, and what other parts list. */
export class Gathered {
  readonly comments: string[] = []
  /** Addresses that links lead to. */
  readonly addresses: string[] = []
  lists = 0
  documents = 0
  #bookmarks = 0

  nextBookmark = (): number => ++this.#bookmarks
}

/** One document as paragraphs of a Word file. `isAlone`: no other stands in it. */
export function* documentBody(
  material: Material,
  options: ReadingCopyOptions,
  gathered: Gathered,
  isAlone: boolean,
): Generator<string> {
  const number = ++gathered.documents
  const short = shortNames(material.tags)
  const looks = looksOf(material.tags)
  const tagNames = new Map(material.tags.map(({ id, name }) => [id, name]))
  const anchorOf = (annotation: number) => `d${number}a${annotation}`
  const signOf = ({ number, tag }: Pick<MaterialAnnotation, 'number' | 'tag'>) =>
    // The sign stays in one line.
    options.annotations ? `${number}\u00a0${short.get(tag) ?? ''}` : String(number)
  const commentIds = new Map<MaterialAnnotation, number>()

  const atRight = runsMostlyFromRight(material.text)

  const setter: InlineSetter = {
    opening(span) {
      const { of, isFirst } = span
      if (!isFirst) return bracket('[', span)
      const id = gathered.nextBookmark()
      const place = bookmark(id, anchorOf(of.number))
      if (!isSaid(of, options)) return bracket('[', span) + place
      const comment = gathered.comments.length
      commentIds.set(of, comment)
      const about = { tagName: tagNames.get(of.tag) ?? '', sign: signOf(of), shows: options }
      gathered.comments.push(commentXml(comment, of, about))
      return `${bracket('[', span)}${place}<w:commentRangeStart w:id="${comment}"/>`
    },
    closing(span) {
      const { of, isFirst, isLast } = span
      const comment = isFirst ? commentIds.get(of) : undefined
      const end =
        comment === undefined
          ? ''
          : `<w:commentRangeEnd w:id="${comment}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${comment}"/></w:r>`
      if (!options.annotations && comment === undefined) return end
      const sign = runs(`${isLast ? '' : '…'}${signOf(of)}`, {
        style: 'Sign',
        color: looks.get(of.tag)!.ink,
        raised: 'superscript',
      })
      return bracket(']', span) + sign + end
    },
    words(words, over, typography) {
      // Of what lies over each other the innermost is tinted and the outermost underlined.
      const inner = options.annotations ? over.at(-1) : undefined
      const outer = options.annotations ? over[0] : undefined
      const set = runs(words, {
        ...lookOf(typography),
        ...(inner && { shading: looks.get(inner.of.tag)!.tint }),
        ...(outer && { underline: looks.get(outer.of.tag)!.underline }),
      })
      const link = typography.find((mark) => mark.kind === 'link')
      if (!link || !canBeFollowed(link.href)) return set
      gathered.addresses.push(link.href)
      return `<w:hyperlink r:id="link${gathered.addresses.length}">${set}</w:hyperlink>`
    },
    page: (page) => runs(`p. ${page}`, { style: 'SourcePage' }),
  }
  const turns = pageTurns(material.text)
  let turn = 0
  const { own, blocks } = placeTitle(material)
  const inline = createInline(material, setter)
  const titleStyle = isAlone ? 'Title' : 'Heading1'
  const place = isAlone ? '' : bookmark(gathered.nextBookmark(), placeOfDocument(number))
  if (own) yield* set([own])
  else
    yield paragraph(place + runs(material.title), {
      style: titleStyle,
      fromRight: runsFromRight(material.title),
    })
  yield* facts(material, options, atRight)
  if (options.annotations && options.legend && material.tags.length > 0) yield* legend()
  yield* set(blocks)
  if (options.links) yield* listOfLinks()

  function* set(those: readonly Block[]): Generator<string> {
    yield* setParagraphs({
      text: { ...material.text, blocks: [...those] },
      title: own && { block: own, style: titleStyle },
      inline: (start, end) => (own?.start === start ? place : '') + inline(start, end),
      before(first, last) {
        let pages = ''
        for (; turn < turns.length && turns[turn]!.at <= last.end; turn++) {
          const { at, page } = turns[turn]!
          if (at <= first.start)
            pages += paragraph(runs(`p. ${page}`, { style: 'SourcePage' }), { style: 'PageTurn' })
        }
        return pages
      },
      headingsBelow: 1,
      newList: () => ++gathered.lists + 1,
    })
  }

  /** As on paper, where no colour may be left. */
  function bracket(sign: string, { of, start, end }: Drawn): string {
    if (!options.annotations) return ''
    const fromRight = runsFromRight(material.text.text.slice(start, end))
    return runs(sign, { isBold: true, color: looks.get(of.tag)!.ink, fromRight })
  }

  function* legend(): Generator<string> {
    const uses = Map.groupBy(material.annotations, ({ tag }) => tag)
    yield paragraph(runs('Tags'), { style: 'PartHead', atRight })
    for (const { id, name, definition } of material.tags) {
      const { tint, ink, underline } = looks.get(id)!
      const own = runs(name, { shading: tint, underline })
      const sign = runs(` ${short.get(id)}`, { isBold: true, color: ink })
      const count = runs(` (${uses.get(id)?.length ?? 0})${definition === '' ? '' : ` ${definition}`}`)
      yield paragraph(own + sign + count, { style: 'LegendItem', atRight })
    }
    yield paragraph('', { style: 'EndOfLegend' })
  }

  function* listOfLinks(): Generator<string> {
    const linked = material.annotations.filter(({ links }) => links.length > 0)
    if (linked.length === 0) return
    yield paragraph(runs('Links'), { style: 'PartHead' })
    for (const annotation of linked) {
      const { spans, speaker, tag, links } = annotation
      const words = spans.map(({ start, end }) => material.text.text.slice(start, end)).join(' … ')
      const sign = runs(signOf(annotation), { isBold: true, color: looks.get(tag)!.ink })
      const from = `${speaker === '' ? '' : ` ${speaker}`} “${words}”`
      yield paragraph(leadingTo(anchorOf(annotation.number), sign) + runs(from), { style: 'LinkedPassage' })
      for (const link of links) {
        yield paragraph(linkInFull(link), { style: 'LinkItem' })
        for (const onto of link.onto) yield paragraph(linkInFull(onto), { style: 'LinkOntoLink' })
      }
    }
  }

  function linkInFull(link: MaterialLink): string {
    const place = runs(placeOf(link))
    const more = [
      ...(link.strength === null ? [] : [`strength ${link.strength}`]),
      ...(link.note === '' || !options.notes ? [] : [link.note]),
    ]
    return [
      runs(`${arrowed(link)} `, { isBold: true }),
      runs(`“${link.words}” `),
      link.to === null ? place : leadingTo(anchorOf(link.to), place),
      more.length === 0 ? '' : runs(` · ${more.join(' · ')}`, { isItalic: true }),
    ].join('')
  }
}

const bookmark = (id: number, name: string) =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`

const placeOfDocument = (number: number) => `d${number}`

/** What the documents of a file are called, each leading to its beginning. */
export function contents(documents: readonly { title: string; date: string }[]): string {
  return documents
    .map(({ title, date }, i) => {
      const place = placeOfDocument(i + 1)
      const link = leadingTo(place, runs(title))
      const when = date === '' ? '' : runs(`\u2002${inOneLine(date)}`, { color: '4C463B' })
      // The number stands at the stop at the edge, where the line ends.
      const page = `<w:r><w:tab/></w:r>${field(`PAGEREF ${place} \\h`, '')}`
      return paragraph(link + when + page, { style: 'Contents', fromRight: runsFromRight(title) })
    })
    .join('')
}

const leadingTo = (anchor: string, content: string) =>
  `<w:hyperlink w:anchor="${xmlAttribute(anchor)}" w:history="1">${content}</w:hyperlink>`

function* facts(material: Material, options: ReadingCopyOptions, atRight: boolean): Generator<string> {
  const known = material.facts.map(
    ({ name, value }) =>
      `${name === 'url' ? 'URL' : capital(name)}: ${name === 'date' ? inOneLine(value) : value}`,
  )
  const lines = [known, countsOf(material, options)].filter((line) => line.length > 0)
  for (const [i, line] of lines.entries()) {
    const style = i === lines.length - 1 ? 'LastFacts' : 'Facts'
    yield paragraph(runs(line.join(' · ')), { style, atRight })
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
