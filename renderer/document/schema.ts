import { type Attrs, type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model'

// Every attribute has a `validate`, so that no document can be made with values of another type. The defaults are
// never used: ProseMirror wants to be able to fill required places with a node of no particular kind.
const text = { validate: 'string', default: '' }
const number = { validate: 'number', default: 0 }
const yesOrNo = { validate: 'boolean', default: false }

/** What every text block carries: its index, and the page or section that begins with it. */
const ofBlock = {
  block: number,
  break: text,
  page: number,
}

const blockAttributes = ({ block, break: begins, page }: Attrs): Record<string, string> => ({
  'data-block': String(block),
  dir: 'auto',
  ...(begins && { 'data-break': begins }),
  ...(page > 0 && { 'data-page': String(page) }),
})

function block(tag: string, kind: string, own: NodeSpec['attrs'] = {}, render = noAttributes): NodeSpec {
  return {
    content: 'text*',
    group: 'block',
    attrs: { ...ofBlock, ...own },
    defining: true,
    toDOM: (node): DOMOutputSpec => [
      tag,
      { class: kind, ...blockAttributes(node.attrs), ...render(node.attrs) },
      0,
    ],
  }
}

function noAttributes(_attrs: Attrs): Record<string, string> {
  return {}
}

/**
 * The source’s structure and typography as ProseMirror draws it. Annotations are never nodes or marks: they are
 * painted over the text. Sections have no meaning of their own; they are the pieces that the browser lays out
 * when they come near the window.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: { content: 'block+', attrs: { lines: number } },

    paragraph: block('p', 'paragraph', { set: text }, ({ set }) => ({ 'data-set': set })),
    heading: {
      content: 'text*',
      group: 'block',
      attrs: { ...ofBlock, level: { ...number, default: 1 } },
      defining: true,
      toDOM: ({ attrs }) => [`h${attrs.level}`, { class: 'heading', ...blockAttributes(attrs) }, 0],
    },
    quotation: block('blockquote', 'quotation'),
    speakerTurn: block('p', 'speaker-turn', { speaker: text, time: text }, ({ speaker, time }) => ({
      'data-speaker': speaker,
      'data-time': time,
    })),
    verse: block('p', 'verse'),
    preformatted: block('pre', 'preformatted'),

    list: {
      content: 'item+',
      group: 'block',
      attrs: { continued: yesOrNo },
      toDOM: ({ attrs }) => ['ul', { class: attrs.continued ? 'list continued' : 'list' }, 0],
    },
    item: {
      ...block('li', 'item', { depth: number, label: text }, ({ depth, label }) => ({
        'data-label': label,
        'data-depth': String(depth),
        'aria-level': String(depth + 1),
      })),
      group: '',
    },

    table: {
      content: 'row+',
      group: 'block',
      attrs: { continued: yesOrNo, widths: text },
      isolating: true,
      toDOM: ({ attrs }) => tableOutput(attrs),
    },
    row: { content: '(cell | absent)+', toDOM: () => ['tr', 0] },
    cell: { ...block('td', 'cell'), group: '' },
    /** Columns of a row that the source has no cell for. */
    absent: {
      attrs: { columns: { ...number, default: 1 } },
      selectable: false,
      toDOM: ({ attrs }) => ['td', { class: 'absent', colspan: String(attrs.columns) }],
    },

    text: {},
  },
  marks: {
    link: {
      attrs: { href: text },
      toDOM: ({ attrs }) => ['span', { class: 'source-link', 'data-href': attrs.href, title: attrs.href }, 0],
    },
    em: { toDOM: () => ['em', 0] },
    strong: { toDOM: () => ['strong', 0] },
    sup: { toDOM: () => ['sup', 0], excludes: '' },
    sub: { toDOM: () => ['sub', 0], excludes: '' },
  },
})

/** `widths` are percentages in a row, for a long table that stands in several sections; else the text decides. */
function tableOutput({ continued, widths }: Attrs): DOMOutputSpec {
  const columns = (widths as string).split(' ').filter(Boolean)
  const groups = columns.map((width) => ['col', { style: `width: ${width}%` }] as const)
  const table: DOMOutputSpec = columns.length
    ? ['table', { class: 'fixed' }, ['colgroup', ...groups], ['tbody', 0]]
    : ['table', ['tbody', 0]]
  return ['div', { class: continued ? 'table continued' : 'table' }, table]
}
