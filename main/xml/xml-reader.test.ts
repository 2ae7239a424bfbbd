import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { readXml } from './read-xml.ts'
import { XmlReader, type XmlTag } from './xml-reader.ts'
import { isElement, parseXml, textIn, type XmlElement } from './xml-tree.ts'

const refused = (text: string): string => {
  try {
    parseXml(text)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

/** Whether the parser that judges here takes it, entities left alone. */
function isTakenByLibxml(text: string): boolean {
  try {
    XmlDocument.fromString(text).dispose()
    return true
  } catch {
    return false
  }
}

type Plain = [name: string, attributes: [string, string][], children: (Plain | string)[]]
const plain = ({ name, attributes, children }: XmlElement): Plain => [
  name,
  [...attributes],
  children.map((child) => (isElement(child) ? plain(child) : child)),
]

describe('a tree', () => {
  test('has names by the prefixes of the reader, whatever the file calls them', () => {
    const prefixes = { 'urn:text': 't', 'urn:plain': '' }
    const root = parseXml(
      '<x:a xmlns:x="urn:text" xmlns="urn:plain" x:k="1" k="2" xml:lang="en"><b/><c xmlns="urn:other"/><d xmlns=""/></x:a>',
      { prefixes },
    )
    expect(root.name).toBe('t:a')
    expect([...root.attributes]).toEqual([
      ['t:k', '1'],
      ['k', '2'],
      ['xml:lang', 'en'],
    ])
    expect(root.children.filter(isElement).map(({ name }) => name)).toEqual(['b', '{urn:other}c', 'd'])
  })

  test('declares no more prefixes than any file needs', () => {
    const declared = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ` xmlns:p${from + index}="urn:p"`).join('')
    expect(refused(`<a${declared(0, 300)}><b${declared(300, 100)}/><b${declared(300, 100)}/></a>`)).toBe('')
    expect(refused(`<a${declared(0, 300)}><b${declared(300, 300)}/></a>`)).toContain('more prefixes')
  })

  test('has its text in one piece, references and CDATA resolved, comments passed over', () => {
    const root = parseXml('<a>x &lt;&#65;&#x1F600;<!-- no --><![CDATA[&amp;]]>\r\ny\rz<?p?></a>')
    expect(root.children).toEqual(['x <A😀&amp;\ny\nz'])
  })

  test('has the spaces of attributes as XML means them', () => {
    const root = parseXml('<a b="x\n\ty&#10;&#9;z"/>')
    expect(root.attributes.get('b')).toBe('x  y\n\tz')
  })

  test('knows entities of plain text that the file declares itself', () => {
    const type =
      '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [<!-- > ] --><!ENTITY tram "tram&#233;"><!ELEMENT a ANY>]>'
    expect(textIn(parseXml(`${type}<a>&tram;</a>`))).toBe('tramé')
  })

  test('says on which line an element stands', () => {
    expect(parseXml('<a>\n\n<b\n/></a>').children.find(isElement)?.line).toBe(3)
  })
})

test('characters that XML has no place for are mended and counted where that is asked for', () => {
  const counts: number[] = []
  let words = ''
  const reader = new XmlReader(
    {
      enter: ({ attributes }) => (words += attributes.get('b') ?? ''),
      leave() {},
      text: (text) => (words += text),
    },
    { mended: (count) => counts.push(count) },
  )
  for (const piece of ['<a b="1\f2">\u0001', '\u0002', '3</a>']) reader.write(piece)
  reader.end()
  expect([words, counts]).toEqual(['1�2��3', [2, 1]])
})

describe('what is not well-formed', () => {
  test.each([
    ['', 'Line 1: this is not well-formed XML: there is no element in it.'],
    [
      '<a>\n<b></a>',
      'Line 2: this is not well-formed XML: </a> where the end of <b> from line 2 should come.',
    ],
    ['<a>\n', 'Line 2: this is not well-formed XML: the end of <a> from line 1 is missing.'],
    [
      '<a><b',
      'Line 1: this is not well-formed XML: something that begins here does not end or cannot be read.',
    ],
    ['<a b="1" b="2"/>', 'the attribute b stands in <a> twice'],
    ['<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', 'the attribute y:b stands in <a> twice'],
    ['<q:a/>', 'the prefix of “q:a” is not declared'],
    ['<a>&x;</a>', 'the entity “&x;” is not declared'],
    ['<a>\u0001</a>', 'a character that XML does not allow (U+0001)'],
    ['<a>&#0;</a>', 'stands for no character'],
    ['<a>\ud800</a>', 'half of a character'],
    ['<a>]]></a>', '“]]>” in the text'],
    ['<a b="<"/>', '“<” in the value of b'],
    ['<a b=1/>', 'has no quotes'],
    ['<a b/>', 'has no value'],
    ['<a/><b/>', 'a second element'],
    ['<a/>x', 'text after the end'],
    ['<1/>', 'a name that is none'],
    ['<a>&</a>', '“&” without a name'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'stands for more than plain text'],
    ['<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><a>&m;</a>', 'stands for more than plain text'],
    ['<a>'.repeat(60_000), 'more than 1000 elements inside each other'],
  ])('%#: is refused in a sentence', (text, sentence) => {
    expect(refused(text)).toContain(sentence)
  })

  test('entities that make much out of little are refused', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(999)}">]><a>${'&x;'.repeat(2000)}</a>`
    expect(refused(bomb)).toContain('too much text')
  })

  test('is refused where libxml2 refuses it, and taken where libxml2 takes it', () => {
    const piece = fc.constantFrom(
      ...[
        '<a>',
        '</a>',
        '<b x="1">',
        '</b>',
        '<c/>',
        'text',
        '&amp;',
        '&#10;',
        '&lt',
        '<!--',
        '-->',
        '<![CDATA[',
      ],
      ...[
        ']]>',
        '<?p q?>',
        '"',
        "'",
        '<',
        '>',
        '/',
        ' ',
        '\n',
        'x:y',
        'xmlns:x="u"',
        '<x:d',
        '=',
        'é',
        '😀',
        '-',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `<r>${pieces.join('')}</r>`
        expect(refused(text) === '', text).toBe(isTakenByLibxml(text))
      }),
      { numRuns: 3000 },
    )
  })
})

const word = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '&', '<', '>', ' ', '\n', '"', ']', '\t') })
const tree = fc.letrec<{ node: Plain }>((tie) => ({
  node: fc.tuple(
    fc.constantFrom('a', 'b:c', 'ü'),
    fc.uniqueArray(fc.tuple(fc.constantFrom('k', 'b:k'), word), { selector: ([name]) => name }),
    fc.array(fc.oneof({ depthSize: 'small' }, word, tie('node')), { maxLength: 4 }),
  ),
})).node

const escaped = (text: string) => text.replace(/[&<>"\n\t]/g, (character) => `&#${character.codePointAt(0)};`)
const written = ([name, attributes, children]: Plain): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('')}</${name}>`
const document = tree.map((root) => written(root).replace(/^<(\S+?)(?=[ >])/, '<$1 xmlns:b="urn:b"'))

/** Texts side by side as one, none empty. */
const joined = ([name, attributes, children]: Plain): Plain => {
  const out: (Plain | string)[] = []
  for (const child of children) {
    if (typeof child !== 'string') out.push(joined(child))
    else if (typeof out.at(-1) === 'string') out[out.length - 1] = out.at(-1) + child
    else if (child !== '') out.push(child)
  }
  return [name, attributes, out]
}

test('what was written is read again', () => {
  fc.assert(
    fc.property(tree, (root) => {
      const text = written(root).replace(/^<(\S+?)(?=[ >])/, '<$1 xmlns:b="urn:b"')
      expect(plain(parseXml(text, { prefixes: { 'urn:b': 'b' } }))).toEqual(joined(root))
    }),
  )
})

test('pieces may be cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.integer({ min: 1, max: 7 }), async (text, size) => {
      const whole = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "ee">]>\r\n<!-- - --><r>&e;<![CDATA[]]]]>${text}\r\n]]</r>`
      const bytes = Buffer.from(whole)
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      expect(await told(pieces())).toBe(await told([bytes]))
    }),
    { numRuns: 200 },
  )
})

async function told(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
  let log = ''
  await readXml(
    (async function* () {
      yield* pieces
    })(),
    {
      enter: ({ name, attributes, line }) => {
        log += `<${name} ${JSON.stringify([...attributes])} ${line}>`
      },
      leave: ({ name }) => {
        log += `</${name}>`
      },
      text: (words) => {
        log += words
      },
    },
  )
  return log
}

test.each(['utf-8', 'utf-16le', 'latin1'] as const)(
  'the encoding %s is known by mark or declaration',
  (encoding) => {
    const mark = encoding === 'utf-16le' ? '\ufeff' : ''
    const bytes = Buffer.from(`${mark}<?xml version="1.0" encoding="${encoding}"?><a>Café</a>`, encoding)
    expect(textIn(parseXml(bytes))).toBe('Café')
  },
)

test('long texts in small pieces are not read again and again', () => {
  const reader = new XmlReader({ enter() {}, leave() {}, text() {} })
  const start = performance.now()
  reader.write('<a b="')
  for (let i = 0; i < 20_000; i++) reader.write('word '.repeat(50))
  reader.write('"/>')
  reader.end()
  expect(performance.now() - start).toBeLessThan(5000)
})

describe('values of attributes that are longer than a reader wants', () => {
  const prefixes = { 'urn:cas': 'cas' }

  test.each([300, 700, 1000, 1300])(
    'are passed over where nobody needs them, and what stands around them is as it was: pieces of %i',
    (size) => {
      const told: string[] = []
      const longest = (attribute: string, element: string | undefined) =>
        element === 'cas:View' && attribute === 'members' ? 0 : 1_000_000
      const enter = ({ name, attributes, line }: XmlTag) =>
        told.push(`${name} ${line} ${[...attributes].map((pair) => pair.join('=')).join(' ')}`)
      const reader = new XmlReader({ enter, leave() {}, text() {} }, { prefixes, longest })
      const members = `<x:View\n n="1" members="${'123 456\n'.repeat(5_000)}" m="2"/>`
      const text = `<a xmlns:x="urn:cas" members="1">${members}\n<x:View members="1 2"/></a>`
      for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size))
      reader.end()
      expect(told).toEqual(['a 1 members=1', 'cas:View 1 n=1 members= m=2', 'cas:View 5003 members=1 2'])
    },
  )

  test('are refused before all of them has come, with the line', () => {
    const reader = new XmlReader(
      { enter() {}, leave() {}, text() {} },
      { called: 'x.xmi', longest: () => 1_000_000 },
    )
    let written = 0
    const write = (piece: string): void => {
      reader.write(piece)
      written += piece.length
    }
    const writeAll = (): void => {
      write('<a>\n<b note="')
      for (let count = 0; count < 10_000; count++) write('x'.repeat(1000))
    }
    expect(writeAll).toThrow('x.xmi, line 2: note of <b> has more than 1 million letters')
    expect(written).toBeLessThan(3_000_000)
  })
})
