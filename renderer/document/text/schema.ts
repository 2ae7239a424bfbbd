import { type NodeSpec, Schema } from 'prosemirror-model'

// Every attribute has a `validate`, so that no document can be made with values of another type. The defaults are
// never used: ProseMirror wants to be able to fill required places with a node of no particular kind.
const text = { validate: 'string', default: '' }
const number = { validate: 'number', default: 0 }
const yesOrNo = { validate: 'boolean', default: false }

/** A text block. It carries its index; what the source says of it stands in the source’s own list of blocks. */
const block: NodeSpec = { content: 'text*', group: 'block', attrs: { block: number } }

/**
 * The source’s structure and typography; `node-views.ts` draws it. Annotations are never nodes or marks: they are
 * painted over the text. Sections have no meaning of their own; they are the pieces that the browser lays out
 * when they come near the window.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: { content: 'block+', attrs: { lines: number } },

    paragraph: block,
    heading: block,
    quotation: block,
    speakerTurn: block,
    verse: block,
    preformatted: block,

    list: { content: 'item+', group: 'block', attrs: { continued: yesOrNo } },
    item: { ...block, group: '' },

    table: { content: 'row+', group: 'block', attrs: { continued: yesOrNo, widths: text } },
    row: { content: '(cell | absent)+' },
    cell: { ...block, group: '' },
    /** Columns of a row that the source has no cell for. */
    absent: { attrs: { columns: { ...number, default: 1 } }, selectable: false },

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
