import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { undecided } from '../../../preload/contract/file-reading.ts'
import { parse } from '../parse.ts'
import { articleParagraphs, headline, newsPage } from '../testing/news-page.ts'

async function read(html: string, page: 'article' | 'whole' | null = null) {
  const bytes = Buffer.from(html)
  const { documents, reading } = await parse(
    { ...undecided, page, bytes, name: 'page.html', format: 'html' },
    { characterMaps: async () => null },
  )
  const [document] = documents
  expect(checkStructure(document!)).toEqual([])
  return { ...document!, reading }
}

test('takes the article with its headline, and says what it left out', async () => {
  const { text, title, blocks, notes, reading } = await read(newsPage)
  const [first, second, third, fourth] = articleParagraphs
  expect(text).toBe(
    [headline, first, 'The harbour on Monday', second, 'The bridge', third, fourth].join('\n'),
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(
    'heading paragraph paragraph paragraph heading paragraph quotation'.split(' '),
  )
  expect(title).toBe(headline)
  expect(reading.page).toBe('article')
  expect(notes[0]).toMatch(
    /^The article was taken and the rest of the page left out: comments of readers \(\d+ words\), /,
  )
  for (const part of [
    'navigation (3 words)',
    'authors and dates',
    'links to other texts',
    'sharing and sign-up',
  ]) {
    expect(notes[0]).toContain(part)
  }
})

test('reads the whole page where that is chosen, and keeps the choice', async () => {
  const { text, notes, reading } = await read(newsPage, 'whole')
  expect(text).toMatch(/^Elmwood Gazette\nNews\nSport\n/)
  expect(text).toContain('Nobody will ever take that tram')
  expect(reading.page).toBe('whole')
  expect(notes.join()).not.toContain('article')
})

test('learns author, date, outlet and address wherever a page says them', async () => {
  expect((await read(newsPage)).metadata).toEqual({
    author: 'Ada Example, Ben Example',
    outlet: 'Elmwood Gazette',
    date: '2021-05-05',
    language: 'en',
    url: 'https://gazette.example/2021/05/tram-line',
  })
  const marked = `<article><a rel="author" href="/ada"><b>Ada</b> Example</a><time datetime="2021-05-05T10:00">5 May</time>
    <p>It pays.</p><article class="comment"><time datetime="2022-01-01"></time></article></article>`
  expect((await read(marked)).metadata).toEqual({ author: 'Ada Example', date: '2021-05-05' })
  const broken = '<script type="application/ld+json">{"@type":</script><p>It pays.'
  expect((await read(broken)).metadata).toEqual({})
})

test('leaves a document that is no more than its text as it is', async () => {
  const interview = `<h1>Interview 7</h1><p>Short.</p><p>${articleParagraphs.join('</p><p>')}</p><ul><li>Yes.<li>No.</ul><p>End.</p>`
  const { text, reading, notes } = await read(interview)
  expect(text).toBe(['Interview 7', 'Short.', ...articleParagraphs, 'Yes.', 'No.', 'End.'].join('\n'))
  expect(reading.page).toBeNull()
  expect(notes).toEqual([])
})

test('says so where there is no article, and takes all', async () => {
  const links = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">A headline of text number ${i}</a>`)
  const { text, reading, notes } = await read(`<nav><a href="/">Home</a></nav><ul>${links.join('')}</ul>`)
  expect(text).toContain('A headline of text number 29')
  expect(reading.page).toBeNull()
  expect(notes).toContain('No article was found in this page: all of it came in.')
})

test('keeps lines, tables and typography of the article as they stand in the page', async () => {
  const body = `<div>${articleParagraphs[0]}<br><br>${articleParagraphs[1]} <em>Not</em> so.<br>A line.</div>
    <table><tr><th>Year<th>Cost<tr><td>2021<td></table><p>${articleParagraphs[2]}</p>`
  const { text, blocks, marks } = await read(
    newsPage.replace(/<article[\s\S]*<\/article>/, `<article>${body}</article>`),
  )
  expect(text).toContain(`${articleParagraphs[1]} Not so.\nA line.\n`)
  expect(blocks.filter(({ kind }) => kind === 'table-cell')).toHaveLength(4)
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([['em', 'Not']])
})

test('is not overthrown by pages that are too deep or too large', async () => {
  const deep = newsPage.replace('<article', `${'<div>'.repeat(30_000)}<article`)
  expect((await read(deep)).text).toContain(articleParagraphs[0])
  const large = newsPage.replace(
    '</article>',
    `${'<p>One more word, and another.</p>'.repeat(45_000)}</article>`,
  )
  const { reading, notes } = await read(large)
  expect(reading.page).toBeNull()
  expect(notes).toContain('This page is too large to look for an article in it: all of it came in.')
})
