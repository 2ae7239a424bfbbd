import type { Attrs, Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor } from 'prosemirror-view'

/**
 * How each node of the schema is drawn. Straight into elements, since ProseMirror’s own output specifications take
 * half the time of opening a long text.
 */
export const nodeViews: Record<string, NodeViewConstructor> = {
  section({ attrs }) {
    const dom = element('div', 'section')
    dom.style.setProperty('--lines', String(attrs.lines))
    // Sections are laid out ahead of time by a style of their own, which is not to be taken for an edit.
    return { dom, contentDOM: dom, ignoreMutation: ({ type }) => type === 'attributes' }
  },

  paragraph: textBlock('p', (dom, { set }) => {
    dom.className = `paragraph ${set}`
  }),
  heading: (node) => whole(blockElement(`h${node.attrs.level}`, 'heading', node)),
  quotation: textBlock('blockquote', named('quotation')),
  speakerTurn: textBlock('p', (dom, { speaker, time }) => {
    dom.className = time ? 'speaker-turn timed' : 'speaker-turn'
    dom.dataset.speaker = speaker
    dom.dataset.time = time
  }),
  verse: textBlock('p', named('verse')),
  preformatted: textBlock('pre', named('preformatted')),

  list: ({ attrs }) => whole(element('ul', attrs.continued ? 'list continued' : 'list')),
  item: textBlock('li', (dom, { depth, label }) => {
    dom.className = 'item'
    dom.dataset.label = label
    dom.ariaLevel = String(depth + 1)
    dom.style.setProperty('--depth', String(depth))
  }),

  table: ({ attrs }) => table(attrs),
  row: () => whole(element('tr')),
  cell: textBlock('td', named('cell')),
  absent: ({ attrs }) => {
    const dom = element('td', 'absent') as HTMLTableCellElement
    dom.colSpan = attrs.columns
    return { dom }
  },
}

function textBlock(tag: string, dress: (dom: HTMLElement, attrs: Attrs) => void): NodeViewConstructor {
  return (node) => {
    const dom = blockElement(tag, '', node)
    dress(dom, node.attrs)
    return whole(dom)
  }
}

function named(name: string) {
  return (dom: HTMLElement) => {
    dom.className = name
  }
}

function blockElement(tag: string, name: string, node: Node): HTMLElement {
  const { block, break: begins, page, dir } = node.attrs
  const dom = element(tag, name)
  dom.dataset.block = block
  if (begins) dom.dataset.break = begins
  if (page > 0) dom.dataset.page = page
  if (dir) dom.dir = dir
  return dom
}

/** `widths` are percentages in a row, for a long table that stands in several sections; else the text decides. */
function table({ continued, widths }: Attrs): NodeView {
  const dom = element('div', continued ? 'table continued' : 'table')
  const grid = element('table')
  const contentDOM = element('tbody')
  const columns = (widths as string).split(' ').filter(Boolean)
  if (columns.length > 0) {
    grid.className = 'fixed'
    const group = element('colgroup')
    for (const width of columns) {
      const column = element('col')
      column.style.width = `${width}%`
      group.append(column)
    }
    grid.append(group)
  }
  grid.append(contentDOM)
  dom.append(grid)
  return { dom, contentDOM }
}

function whole(dom: HTMLElement): NodeView {
  return { dom, contentDOM: dom }
}

function element(tag: string, name = ''): HTMLElement {
  const made = document.createElement(tag)
  if (name) made.className = name
  return made
}
