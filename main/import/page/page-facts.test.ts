import { expect, test } from 'vitest'
import { parseHtml } from '../html.ts'
import { articleParagraphs } from '../testing/news-page.ts'

const paragraphs = `<p>${articleParagraphs.join('</p><p>')}</p>`
const furniture = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
const article = (html: string) => parseHtml(html, 'page.html', { page: null })
const page = (head: string, headings: string) =>
  article(`<head>${head}</head><body>${furniture}${headings}<div>${paragraphs}</div></body>`)
const metadataOf = (html: string) => parseHtml(html, 'page.html').metadata

test.each([
  ['<meta name="publish_date" content="Thu, 06 May 2021 08:10:27 EST">'],
  ['<meta name="pub_date" content="20210506">'],
  ['<meta name="date" content="Thursday, May 6, 2021">'],
  ['<span class="published" title="2021-05-06T16:39:00-04:00">yesterday</span>'],
  ['<div class="entry-date">May 6, 2021 6:14 AM</div>'],
  ['<time class="datestamp"> May 6, 2021 3:21 PM PDT </time>'],
  ['<article><time class="up">6 May 2021</time></article><article><time>7 May 2021</time></article>'],
])('reads the date of a page from %s', (words) => {
  expect(metadataOf(words).date).toBe('2021-05-06')
})

test.each([
  // Of another text, for all one knows.
  ['<time>6 May 2021</time><time>7 May 2021</time>'],
  ['<meta name="date" content="05/06/2021">'],
  ['<meta name="date" content="from 6 May 2021 to 7 May 2021">'],
])('takes no date from %s', (words) => {
  expect(metadataOf(words).date).toBeUndefined()
})

test.each([
  ['<meta name="author" content="By Ada Example">', 'Ada Example'],
  [
    '<meta name="citation_author" content="Ada A."><meta name="citation_author" content="Ben B.">',
    'Ada A., Ben B.',
  ],
  [
    '<meta name="author" content="Ada A."><meta name="author" content="https://a.example"><meta name="author" content="Ben B.">',
    'Ada A., Ben B.',
  ],
  [
    '<meta property="article:author" content="https://a.example"><meta property="article:author" content="Ada A.">',
    'Ada A.',
  ],
  ['<meta name="author" content="gazette.example"><a rel="author">Ada Example</a>', 'Ada Example'],
  ['<meta name="author" content="gazette.example">', 'gazette.example'],
  ['<p><a rel="author">Ada</a> and <a rel="author">Ben</a></p><p><a rel="author">Cy</a></p>', 'Ada, Ben'],
  ['<div itemprop="author"><b itemprop="name">Ada Example</b>, <i>8:42 a.m. May 6</i></div>', 'Ada Example'],
  ['<span class="author vcard"><img alt="x"><a class="url fn n">Ada Example</a></span>', 'Ada Example'],
  ['<a class="author fn">Ada Example</a>', 'Ada Example'],
  ['<div class="comment-author vcard"><cite class="fn">Cy</cite></div>', undefined],
])('reads who wrote a page from %s', (words, author) => {
  expect(metadataOf(words).author).toBe(author)
})

test.each([
  ['Tram line pays, says council - Gazette', '<meta property="og:site_name" content="Gazette.example">'],
  ['Gazette | Tram line pays, says council', '<meta property="og:site_name" content="The Gazette">'],
  ['Tram line pays, says council - Ada Example', '<meta name="author" content="Ada Example">'],
  ['Tram line pays, says council « gazette', '<link rel="canonical" href="https://www.gazette.example/a">'],
])('leaves the name of outlet or author out of “%s”', (title, head) => {
  const social = `<meta property="og:title" content="${title}">`
  expect(page(`<title>${title}</title>${head}${social}`, '').title).toBe('Tram line pays, says council')
})

test('calls a page as its headline where its head says that too, and never by the name of a blog', () => {
  const head =
    '<title>Trams: the story</title><meta property="og:title" content="How the tram line came to pay">'
  expect(page(head, '<h1>How the tram line came to pay</h1>').title).toBe('How the tram line came to pay')
  expect(page('<title>Trams and trains | Ada Example</title>', '<h2>Ada Example</h2>').title).toBe(
    'Trams and trains | Ada Example',
  )
})

test.each([
  ['電車は港まで延びると市が発表した', '電車は港まで延びると市が発表した - 新聞 - 地域'],
  ['Tram pays for itself, council&nbsp;says', 'Tram pays for itself, council says | Gazette'],
  ['The tram. The bus. The new bridge?', 'The tram. The bus. The bridge ... and the money?'],
])('takes the headline “%s” from above the article', (heading, title) => {
  const read = page(`<title>${title}</title>`, `<h1>Gazette</h1><h1>${heading}</h1>`)
  expect(read.text.split('\n')[0]).toBe(heading.replace('&nbsp;', '\u00a0'))
})

test('lets tables without a word be no part of a text', () => {
  const empty = '<table><tr><td></td><td><script>let x</script></td></tr><tr><td> </td></tr></table>'
  expect(parseHtml(`${empty}<p>It pays.</p>${empty}`, 'page.html').text).toBe('It pays.')
})

test('looks quickly at marks of a date around a long text', () => {
  const began = performance.now()
  const { date } = metadataOf(`${'<span class="published">'.repeat(90)}${'word '.repeat(400_000)}`)
  expect(date).toBeUndefined()
  expect(performance.now() - began).toBeLessThan(3000)
})

test('looks for no name in more of a title than anybody reads', () => {
  const began = performance.now()
  const { title } = page(`<title>${'tram - '.repeat(100_000)}</title>`, '<h1>- tram -</h1>')
  expect(title).toBe('- tram -')
  expect(performance.now() - began).toBeLessThan(3000)
})
