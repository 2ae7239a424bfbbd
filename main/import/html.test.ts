import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../preload/contract/check-structure.ts'
import { parseHtml } from './html.ts'

/** Each block as its kind, what tells it from others of the kind, and its words. */
function blocksOf(html: string) {
  const parsed = parseHtml(html, 'page.html')
  expect(checkStructure(parsed)).toEqual([])
  return parsed.blocks.map(({ kind, start, end, ...rest }) => [
    kind,
    ...Object.values(rest),
    parsed.text.slice(start, end),
  ])
}

const marksOf = (html: string) => {
  const parsed = parseHtml(html, 'page.html')
  return parsed.marks.map(({ start, end, ...mark }) => [
    ...Object.values(mark),
    parsed.text.slice(start, end),
  ])
}

test('reads the kinds of blocks, also where tags are left open', () => {
  const page = `<h2>Tram</h2>Loose text<p>One<p>Two
    <ul><li>first<ol><li>inner</ol><li>second</ul>
    <blockquote><p>Said</p>again</blockquote>
    <pre>\na\n  b\n</pre>`
  expect(blocksOf(page)).toEqual([
    ['heading', 2, 'Tram'],
    ['paragraph', 'Loose text'],
    ['paragraph', 'One'],
    ['paragraph', 'Two'],
    ['list-item', 0, false, 'first'],
    ['list-item', 1, true, 'inner'],
    ['list-item', 0, false, 'second'],
    ['quotation', 'Said'],
    ['quotation', 'again'],
    ['preformatted', 'a\n  b'],
  ])
})

test('draws white space as a browser does', () => {
  expect(blocksOf('<p> a\n  b<b> c </b> <i> d</i>&nbsp; e <br> f <br></p>')).toEqual([
    ['paragraph', 'a b c d\u00a0 e\nf'],
  ])
  expect(marksOf('<p>a<b> c </b><i> d</i>')).toEqual([
    ['strong', 'c'],
    ['em', 'd'],
  ])
})

test('takes two line breaks in a row for the end of a paragraph', () => {
  expect(blocksOf('<div>one<br>still one<br> <br>two</div><ul><li>a<br><br>b</ul>')).toEqual([
    ['paragraph', 'one\nstill one'],
    ['paragraph', 'two'],
    ['list-item', 0, false, 'a\n\nb'],
  ])
})

test('places the cells of a table of data, empty and spanning ones too', () => {
  const table = `<table><caption>Costs</caption>
    <tr><th>year<th colspan=2>million
    <tr><td rowspan=2>2021<td><p>4</p><p>or 5</p><td>
    <tr><td><ul><li>6<li>7</ul></table>`
  expect(blocksOf(table)).toEqual([
    ['paragraph', 'Costs'],
    ['table-cell', 0, 0, 'year'],
    ['table-cell', 0, 1, 'million'],
    ['table-cell', 1, 0, '2021'],
    ['table-cell', 1, 1, '4\nor 5'],
    ['table-cell', 1, 2, ''],
    ['table-cell', 2, 1, '6\n7'],
  ])
})

test('reads a table that lays out the page as if it were not there', () => {
  expect(
    blocksOf('<table><tr><td>menu<td><h1>Tram</h1><p>Text<table><tr><td>a<td>b</table></table>'),
  ).toEqual([
    ['paragraph', 'menu'],
    ['heading', 1, 'Tram'],
    ['paragraph', 'Text'],
    ['table-cell', 0, 0, 'a'],
    ['table-cell', 0, 1, 'b'],
  ])
})

test('keeps links to the web and to mail, relative ones by the address the page gives itself', () => {
  const head = '<link rel=canonical href="https://council.example/news/tram">'
  expect(
    marksOf(`${head}<a href="/x?a=1&amp;b=2">x</a> <a href="mailto:a@b.example">y</a> <a name=z>z</a>`),
  ).toEqual([
    ['link', 'https://council.example/x?a=1&b=2', 'x'],
    ['link', 'mailto:a@b.example', 'y'],
  ])
  const bad =
    '<a href="javascript:x()">a</a><a href="file:///etc/passwd">b</a><a href="data:text/html,x">c</a><a href="d">d</a>'
  const { marks, text, notes } = parseHtml(bad, 'a.html')
  expect({ marks, text }).toEqual({ marks: [], text: 'abcd' })
  expect(notes).toEqual(['Left out: 4 targets of links that are no web addresses.'])
})

test('shows only words, and counts what it leaves out', () => {
  const page = `<!doctype html><script>run()</script><style>p{}</style><body onload="run()"><p>We should <b onclick="run()">ban</b> cars.
    <img src=x onerror="run()"><svg><title>drawn</title><script>run()</script></svg><iframe srcdoc="<p>no"></iframe>
    <template>no</template><noscript><p>no</noscript><p hidden>no<p style="color: red; display:none">no<dialog>no</dialog>
    <input value=no><select><option>no</select><del>struck</del>`
  const { text, notes } = parseHtml(page, 'a.html')
  expect(text).toBe('We should ban cars.\nstruck')
  expect(notes).toEqual([
    'Left out: 1 script, 1 style sheet, 1 picture, 1 drawing, 1 embedded page, 1 template, 1 part for browsers without scripts, 3 hidden parts, 2 form fields.',
    '1 struck-out passage cannot be told from the rest.',
  ])
})

test('writes the quotation marks that browsers draw', () => {
  expect(blocksOf('<p>She said <q>it <em>pays</em></q>.')).toEqual([['paragraph', 'She said “it pays”.']])
})

test('lets no control character in through an entity', () => {
  expect(blocksOf('<p>a&#13;b&#1;c&#xD800;d&#0;')).toEqual([['paragraph', 'a b\ufffdc\ufffdd\ufffd']])
})

test('lets a rule begin a section', () => {
  expect(parseHtml('<p>one<hr><p>two', 'a.html').breaks).toEqual([{ kind: 'section', at: 4 }])
})

test('learns from its head what the page says of itself', () => {
  const page = `<!doctype html><html lang=en-gb><head><title> Tram\n pays </title>
    <meta name=Author content="Ada Example"><meta property="article:author" content="https://council.example/ada">
    <meta property="og:site_name" content="Elmwood Gazette">
    <meta name=date content="5 May"><meta property="article:published_time" content="2021-05-05T23:30:00+02:00">
    <link rel="shortlink canonical" href="https://gazette.example/tram"><svg><title>not this</title></svg>`
  expect(parseHtml(page, 'a.html')).toMatchObject({
    title: 'Tram pays',
    metadata: {
      author: 'Ada Example',
      outlet: 'Elmwood Gazette',
      date: '2021-05-05',
      language: 'en-GB',
      url: 'https://gazette.example/tram',
    },
  })
})

test('does not take the base of its links for a page’s own address', () => {
  const { metadata, marks } = parseHtml('<base href="https://council.example/"><a href=a>x</a>', 'a.html')
  expect(metadata).toEqual({})
  expect(marks).toMatchObject([{ href: 'https://council.example/a' }])
})

test('calls a page without title by its first heading, else by its file', () => {
  expect(parseHtml('<p>x<h2>Tram</h2>', 'a.html').title).toBe('Tram')
  expect(parseHtml('<p>x', 'tram line.html').title).toBe('tram line')
})

test('goes sixty thousand levels deep', () => {
  const depth = 60_000
  expect(parseHtml(`${'<div>'.repeat(depth)}deep`, 'a.html').text).toBe('deep')
  expect(parseHtml(`${'<table><tr><td>'.repeat(2000)}deep`, 'a.html').text).toBe('deep')
})

test('keeps every rule of the model for any tags in any order', () => {
  const tag = fc.constantFrom(
    ...'p div h1 ul ol li blockquote pre table tr td th caption b em a sup q br hr dl dt textarea section button'.split(
      ' ',
    ),
  )
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('<a href="https://a.example">', '<td rowspan=3 colspan=2>', '<p hidden>', '<br><br>'),
    fc.constantFrom('word', ' ', '\n', '🚋', '&nbsp;', '&#13;', '&#xDC00;', '\u2028', 'e\u0301', '<', '&'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const parsed = parseHtml(pieces.join(''), 'a.html')
      expect(
        checkStructure(parsed).filter((problem) => parsed.text !== '' || !problem.includes('no block')),
      ).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('leaves the tags out that Taguette writes beside what is highlighted, and counts them', () => {
  const page =
    '<p>The <span class="highlight">tram pays</span> <span class="taglist">[claim, pro]</span>.</p>'
  const { text, notes } = parseHtml(page, 'page.html')
  expect(text).toBe('The tram pays .')
  expect(notes).toEqual(['Left out: 1 list of tags of Taguette.'])
  expect(parseHtml('<p>Tags: <span class="taglist">tram</span></p>', 'page.html').text).toBe('Tags: tram')
})
