import { expect, test } from 'vitest'
import type { ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import type { Block } from '../../../preload/contract/text.ts'
import type { MaterialAnnotation } from './material.ts'
import { styleFor } from './style.ts'
import {
  annotation,
  claim,
  classOf,
  elements,
  link,
  main,
  material,
  type Node,
  ofClass,
  ofTag,
  pageOf,
  text,
  words,
} from './testing/pages.ts'

test('annotations stand in brackets and end with their number and the short name of their tag', () => {
  const page = pageOf(
    material(['The tram pays. Or not.'], [annotation(1, 4, 14), annotation(2, 15, 22, { tag: 2 })]),
  )
  expect(text(page).trim()).toBe('The [tram pays.]1 Cl [Or not.]2 Re')
  expect(ofClass(main(page), 'a').map((one) => words(one))).toEqual(['tram pays.', 'Or not.'])
})

test('overlapping ones are each marked on all their words', () => {
  const source = material(['one two three four'], [annotation(1, 0, 13), annotation(2, 4, 18, { tag: 2 })])
  const page = pageOf(source)
  expect(text(page).trim()).toBe('[one [two three]1 Cl four]2 Re')
  const covered = (tag: string) => ofClass(main(page), tag).filter((one) => classOf(one).includes('a'))
  expect(
    covered('t1')
      .map((one) => words(one))
      .join(''),
  ).toBe('one two three')
  expect(
    covered('t2')
      .map((one) => words(one))
      .join(''),
  ).toBe('two three four')
  const lanes = ofClass(main(page), 'a').map((one) => classOf(one)[2])
  expect(new Set(lanes)).toEqual(new Set(['lane0', 'lane1']))
})

test('of overlapping ones the innermost alone has a tint, so that the words stay readable', () => {
  const nested = [annotation(1, 0, 18), annotation(2, 4, 13, { tag: 2 }), annotation(3, 8, 13)]
  const page = main(pageOf(material(['one two three four'], nested)))
  const tinted = ofClass(page, 'tint')
  expect(tinted.map((one) => words(one)).join('')).toBe('one two three four')
  for (const one of tinted) expect(ofClass(one, 'a')).toEqual([one])
})

test('no line of a copy lies over another, and what has no room for one keeps its brackets', () => {
  const nested = Array.from({ length: 6 }, (_, i) => annotation(i + 1, i, 18))
  const page = pageOf(material(['one two three four'], nested))
  const innermost = ofClass(main(page), 'tint').at(-1)!
  const around = ofClass(main(page), 'a').filter((one) => [...elements(one)].includes(innermost))
  expect(around.map((one) => classOf(one)[2])).toEqual(['lane0', 'lane1', 'lane2', 'lane3', 'lane4', 'lane4'])
  expect(styleFor([claim])).toContain('.a.a.lane4{text-decoration-line:none}')
  expect(text(page)).toContain(']6 Cl')
})

test('nested ones close from the inside, and one across paragraphs is marked in both', () => {
  const nested = material(['one two three'], [annotation(1, 0, 13), annotation(2, 4, 7)])
  expect(text(pageOf(nested)).trim()).toBe('[one [two]2 Cl three]1 Cl')
  const across = material(['one two', 'three four'], [annotation(1, 4, 13)])
  expect(text(pageOf(across)).trim()).toBe('one [two\nthree]1 Cl four')
})

test('a discontinuous one shows its number at each part', () => {
  const spans = [
    { start: 0, end: 3 },
    { start: 8, end: 13 },
  ]
  const page = pageOf(material(['one two three'], [{ ...annotation(1, 0, 3), spans }]))
  expect(text(page).trim()).toBe('[one]…1 Cl two [three]1 Cl')
})

test('typography, pages and annotations lie over each other', () => {
  const source = material(['one two three'], [annotation(1, 2, 9)])
  source.text.marks.push({ kind: 'em', start: 0, end: 7 }, { kind: 'strong', start: 4, end: 13 })
  source.text.breaks.push({ kind: 'page', at: 8 })
  const page = pageOf(source)
  expect(
    ofTag(main(page), 'em')
      .map((one) => words(one))
      .join(''),
  ).toBe('one two')
  expect(
    ofTag(main(page), 'strong')
      .map((one) => words(one))
      .join(''),
  ).toBe('two three')
  expect(words(main(page)).trim()).toBe('on[e two p. 2t]1 Clhree')
})

test('no line ends within a date of the text, which stays as it was written', () => {
  const page = pageOf(material(['Due 2021-05-04, act 12-2021-05-04 of 2021-12-31.'], [annotation(1, 7, 20)]))
  expect(ofClass(main(page), 'date').map((one) => words(one))).toEqual(['2021-12-31'])
  const bare = pageOf(material(['Due 2021-05-04, act 12-2021-05-04 of 2021-12-31.'], []))
  expect(ofClass(main(bare), 'date').map((one) => words(one))).toEqual(['2021-05-04', '2021-12-31'])
  expect(text(bare).trim()).toBe('Due 2021-05-04, act 12-2021-05-04 of 2021-12-31.')
})

test('notes and links stand beside, at the line where their passage begins', () => {
  const page = pageOf(material(['The tram pays.'], [annotation(1, 4, 8, { note: 'Ask.', links: [link] })]))
  const [side] = ofClass(main(page), 'side')
  expect(words(side!)).toBe('1 Cl Ask. ← … rebuts this It never has. Reply, Ada, 2022')
  expect(words(main(page)).indexOf('Ask.')).toBeLessThan(words(main(page)).indexOf('tram'))
})

test('of many links a few stand beside the text, and all in the list', () => {
  const many = Array.from({ length: 40 }, (_, at) => ({ ...link, words: `Answer ${at}.` }))
  const page = pageOf(material(['The tram pays.'], [annotation(1, 4, 8, { links: many })]))
  const beside = ofClass(main(page), 'link')
  expect(beside).toHaveLength(7)
  expect(words(beside.at(-1)!)).toBe('and 34 more in the list of links')
  expect(words(ofClass(page, 'links')[0]!)).toContain('Answer 39.')
})

test('or all together after the text, with the links in a list that has all there is', () => {
  const source = material(['The tram pays.'], [annotation(1, 4, 8, { note: 'Ask.', links: [link] })])
  const page = pageOf(source, { placement: 'end' })
  expect(ofClass(main(page), 'side')).toEqual([])
  expect(words(ofClass(page, 'notes')[0]!)).toBe('Notes1 Cl Ask.')
  expect(words(ofClass(page, 'links')[0]!)).toBe(
    'Links1 Cl tram← … rebuts this It never has. Reply, Ada, 2022 strength 0.8 weak',
  )
})

test('what undercuts a link stands below it and leads to its passage, a few of many beside the text', () => {
  const undercut = { ...link, type: '… undercuts this link', words: 'The sum is wrong.', to: 2 }
  const onto = Array.from({ length: 4 }, () => undercut)
  const ends = [annotation(1, 0, 3, { links: [{ ...link, onto }] }), annotation(2, 4, 7)]
  const page = pageOf(material(['one two'], ends))
  const beside = ofClass(main(page), 'onto')
  expect(beside.map((one) => words(one))).toEqual([
    '← … undercuts this link The sum is wrong. here,\u00a02',
    '← … undercuts this link The sum is wrong. here,\u00a02',
    'and 2 more in the list of links',
  ])
  expect(ofTag(beside[0]!, 'a')[0]!.attrs).toContainEqual({ name: 'href', value: '#a2' })
  const [list] = ofClass(ofClass(page, 'links')[0]!, 'onto')
  expect(words(list!).match(/undercuts this link/g)).toHaveLength(4)
})

test('a link within the text leads to the other annotation', () => {
  const inside = { ...link, to: 2 }
  const page = pageOf(material(['one two'], [annotation(1, 0, 3, { links: [inside] }), annotation(2, 4, 7)]))
  const targets = new Set(
    [...elements(page)].flatMap(({ attrs }) =>
      attrs.filter(({ name }) => name === 'id').map(({ value }) => `#${value}`),
    ),
  )
  const leads = ofTag(page, 'a').flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
  )
  expect(leads.length).toBeGreaterThan(0)
  for (const href of leads) expect(targets).toContain(href)
})

test('who says a passage and what else is said of it stands before its note, if it is asked for', () => {
  const more = { speaker: 'Ada', details: ['certainty: high', 'confidence: low'] }
  const source = material(['The tram pays.'], [annotation(1, 4, 8, { ...more, note: 'Ask.' })])
  const sides = (options: Partial<ReadingCopyOptions>) =>
    ofClass(pageOf(source, options), 'side').map((one) => words(one))
  expect(sides({})).toEqual(['1 Cl Ada certainty: high · confidence: low Ask.'])
  expect(sides({ placement: 'end', notes: false })).toEqual(['1 Cl Ada certainty: high · confidence: low'])
  expect(sides({ details: false })).toEqual(['1 Cl Ada Ask.'])
  expect(sides({ details: false, notes: false })).toEqual([])
})

test('what is not asked for is not there', () => {
  const source = material(['The tram pays.'], [annotation(1, 4, 8, { note: 'Ask.', links: [link] })])
  const bare = pageOf(source, { annotations: false, notes: false, links: false })
  expect(words(main(bare)).trim()).toBe('The tram pays.')
  expect(ofClass(bare, 'legend').concat(ofClass(bare, 'links'), ofClass(bare, 'notes'))).toEqual([])
  const notes = pageOf(source, { annotations: false, links: false })
  expect(text(notes).trim()).toBe('The tram1 pays.')
  expect(words(ofClass(main(notes), 'side')[0]!)).toBe('1 Ask.')
})

test('the legend has each tag that is used, with its sign, its count and its definition', () => {
  const source = material(
    ['one two'],
    [annotation(1, 0, 3), annotation(2, 4, 7), annotation(3, 4, 7, { tag: 2 })],
  )
  const [legend] = ofClass(pageOf(source), 'legend')
  expect(ofTag(legend!, 'li').map((one) => words(one))).toEqual([
    'Claim Cl (2) What is asserted.',
    'Rebuttal Re (1)',
  ])
})

test('lists are nested, tables have their rows, and no word of the text is lost', () => {
  const kinds: Omit<Block, 'start' | 'end'>[] = [
    { kind: 'heading', level: 1 },
    { kind: 'list-item', depth: 0, ordered: false },
    { kind: 'list-item', depth: 1, ordered: true },
    { kind: 'list-item', depth: 1, ordered: true },
    { kind: 'list-item', depth: 0, ordered: false },
    { kind: 'table-cell', row: 0, column: 0 },
    { kind: 'table-cell', row: 0, column: 2 },
    { kind: 'table-cell', row: 1, column: 0 },
    { kind: 'table-cell', row: 0, column: 0 },
    { kind: 'speaker-turn', speaker: 'Ada', time: '0:12' },
    { kind: 'quotation' },
    { kind: 'verse' },
    { kind: 'preformatted' },
  ] as never
  const paragraphs = kinds.map((_, i) => `block${i}`)
  const source = material(paragraphs, [annotation(1, 41, 44, { note: 'in a cell' })])
  source.text.blocks = source.text.blocks.map(({ start, end }, i) => ({ ...kinds[i], start, end }) as Block)
  const page = pageOf(source)
  const body = main(page)
  for (const one of paragraphs) expect(words(body, ['side', 'bracket', 'ref'])).toContain(one)
  expect(ofTag(body, 'ul')).toHaveLength(1)
  expect(ofTag(body, 'ol')).toHaveLength(1)
  expect(ofTag(ofTag(body, 'ol')[0]!, 'li').map((one) => words(one))).toEqual(['block2', 'block3'])
  expect(ofTag(body, 'table').map((one) => ofTag(one, 'tr').length)).toEqual([2, 1])
  expect(words(body)).toContain('Ada · 0:12')
  // The note of a cell stands before its table.
  expect(ofTag(body, 'table').flatMap((one) => ofClass(one, 'side'))).toEqual([])
  expect(ofClass(body, 'side')).toHaveLength(1)
})

test('the first row of a table that reads as its head is set as one, as on the screen', () => {
  const source = material(['Month', 'Carts', 'May', '1,204', 'June', '998', 'After it'], [])
  source.text.blocks = source.text.blocks.map((block, i) =>
    i < 6 ? { ...block, kind: 'table-cell', row: Math.floor(i / 2), column: i % 2 } : block,
  )
  const page = pageOf(source)
  expect(ofClass(main(page), 'of-head').map((one) => words(one))).toEqual(['Month', 'Carts'])
  expect(words(ofTag(page, 'style')[0]!)).toMatch(/td\.of-head\{[^}]*font-weight:600/)
})

test('lines from right to left say so, and keep their note outside', () => {
  const page = pageOf(material(['שלום', 'Latin words'], [annotation(1, 0, 4, { note: 'greeting' })]))
  const [hebrew, latin] = ofTag(main(page), 'p')
  expect(ofClass(page, 'from-right')).toEqual([])
  expect(hebrew!.attrs).toContainEqual({ name: 'dir', value: 'rtl' })
  expect(latin!.attrs).toEqual([])
  expect(ofClass(hebrew!, 'side')).toEqual([])
})

test('a text that mostly runs from right to left has its margin where its lines end', () => {
  const notes = [annotation(1, 0, 4, { note: 'greeting' }), annotation(2, 10, 15, { note: 'name' })]
  const page = pageOf(material(['שלום עולם', 'Latin'], notes))
  const [hebrew, latin] = ofTag(main(page), 'p')
  expect(ofClass(page, 'from-right')).toHaveLength(1)
  expect(ofClass(hebrew!, 'side')).toHaveLength(1)
  expect(ofClass(latin!, 'side')).toEqual([])
})

test('the number of a note stands where its lines begin, and the legend where those of the text do', () => {
  const notes = [
    annotation(1, 0, 4, { note: 'greeting', details: ['certainty: high'] }),
    annotation(2, 5, 9, { note: 'ברכה', details: ['certainty: high'] }),
    annotation(3, 10, 15, { speaker: 'שרה' }),
  ]
  const directions = (placement: 'beside' | 'end') =>
    ofClass(pageOf(material(['שלום עולם', 'Latin'], notes), { placement }), 'side').map(
      ({ attrs }) => attrs.find(({ name }) => name === 'dir')?.value,
    )
  expect(directions('beside')).toEqual([undefined, 'rtl', 'rtl'])
  expect(directions('end')).toEqual([undefined, 'rtl', 'rtl'])
  const style = words(ofTag(pageOf(material([])), 'style')[0]!)
  expect(style).toMatch(/\.from-right \.legend\{direction:rtl\}/)
  expect(style).toMatch(/\.side\[dir=rtl\]\{direction:rtl\}/)
})

test('the signs of a list that runs from right to left stand at its right', () => {
  const source = material(['אחת', 'שתיים', 'Latin'])
  source.text.blocks = source.text.blocks.map((block, i) =>
    i < 2 ? { ...block, kind: 'list-item', depth: 0, ordered: false } : block,
  )
  const [list] = ofTag(pageOf(source), 'ul').slice(-1)
  expect(list!.attrs).toContainEqual({ name: 'dir', value: 'rtl' })
})

test('notes that may begin in one line from right to left stand together, in their order', () => {
  const hebrew = 'הרכבת הקלה משתלמת. '.repeat(10).trim()
  const starts = [0, 19, 38, 152]
  const notes = starts.map((start, index) => annotation(index + 1, start, start + 5, { note: 'Ask.' }))
  const groupsOf = (paragraph: string) =>
    ofClass(pageOf(material([paragraph], notes)), 'sides').map((one) =>
      ofClass(one, 'sign').map((sign) => words(sign)),
    )
  expect(groupsOf(hebrew)).toEqual([['1 Cl', '2 Cl', '3 Cl']])
  expect(groupsOf('The tram pays for all. '.repeat(10))).toEqual([])
  // Of a few words in a line that runs the other way those alone.
  expect(groupsOf(`The tram pays for all ${hebrew}`)).toEqual([['2 Cl', '3 Cl']])
})

test('nothing in a project can put markup, a style or an address into the page', () => {
  const hostile = '</style><script>alert(1)</script><img src=x onerror="a()">\'"&amp;\u0000'
  const evil: MaterialAnnotation = annotation(1, 0, 5, {
    note: hostile,
    speaker: hostile,
    links: [{ ...link, type: hostile, words: hostile, source: hostile, date: hostile, note: hostile }],
  })
  const source = material([hostile, 'more'], [evil], {
    title: hostile,
    language: '"><script>',
    project: hostile,
    facts: [{ name: hostile, value: hostile }],
    tags: [{ ...claim, name: hostile, definition: hostile, color: 'red}</style><script>' }],
  })
  source.text.marks.push({ kind: 'link', href: 'javascript:alert(1)', start: 0, end: 4 })
  source.text.marks.push({ kind: 'link', href: 'https://example.org/"><script>', start: 6, end: 8 })
  source.text.blocks[1] = {
    ...source.text.blocks[1]!,
    kind: 'speaker-turn',
    speaker: hostile,
    time: hostile,
  } as Block
  for (const placement of ['beside', 'end'] as const) {
    const page = pageOf(source, { placement })
    const names = new Set([...elements(page)].map(({ tagName }) => tagName))
    for (const name of ['script', 'img', 'iframe', 'object', 'form', 'svg']) expect(names).not.toContain(name)
    const attributes = [...elements(page)].flatMap(({ attrs }) => attrs)
    expect(
      attributes.filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'src'),
    ).toEqual([])
    const leads = attributes.filter(({ name }) => name === 'href').map(({ value }) => value)
    expect(leads.filter((href) => !href.startsWith('#'))).toEqual(['https://example.org/"><script>'])
    expect(ofTag(page, 'style')).toHaveLength(1)
    expect(words(ofTag(page, 'style')[0]!)).not.toContain('script')
    expect(words(ofTag(page, 'h1')[0]!)).toContain('<script>alert(1)</script>')
  }
})

test('a passage that ends with the end of its paragraph is closed there', () => {
  const page = pageOf(material(['One.', 'Two.'], [annotation(1, 0, 5), annotation(2, 4, 9)]))
  expect(text(page)).toContain('[One.]1 Cl')
  expect(text(page)).toContain('[Two.]2 Cl')
})

test('a title that the text begins with is shown once, with what is annotated on it', () => {
  const heading = (title: string): Block => ({ kind: 'heading', level: 1, start: 0, end: title.length })
  const titled = (title: string, annotations: readonly MaterialAnnotation[] = []) => {
    const source = material(['On  Trams', 'They pay.'], annotations, { title })
    const blocks = [heading('On  Trams'), ...source.text.blocks.slice(1)]
    return pageOf({ ...source, text: { ...source.text, blocks } })
  }
  const headings = (page: Node) => [...ofTag(page, 'h1'), ...ofTag(page, 'h2')].map((one) => words(one))
  expect(headings(titled('On Trams')).filter((one) => one !== 'Tags')).toEqual(['On Trams'])
  expect(text(titled('On Trams')).trim()).toBe('They pay.')
  expect(text(titled('Of Trams')).trim()).toBe('On  Trams\nThey pay.')
  const annotated = titled('On Trams', [annotation(1, 0, 2)])
  expect(ofTag(annotated, 'h1').map((one) => words(one))).toEqual(['[On]1 Cl  Trams'])
  expect(text(annotated).trim()).toBe('They pay.')
})
