import type { Attrs, Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor, ViewMutationRecord } from 'prosemirror-view'
import type { Block } from '../../../preload/contract/text.ts'
import type { BlockLook } from './block-looks.ts'
import { hasBuilt } from './section-builder.ts'

const deepestList = 8

/**
 * How each node of the schema is drawn. Straight into elements, since ProseMirror’s own output specifications take
 * half the time of opening a long text. `elements` gets the element of each block, also when it is drawn again.
 */
export function nodeViewsOf(
  blocks: readonly Block[],
  looks: ReadonlyMap<number, BlockLook>,
  elements: HTMLElement[],
): Record<string, NodeViewConstructor> {
  // Each keeps its element when it is built, and with it its place and its height.
  const sections = new Map<Node, HTMLElement>()
  const textBlock = (node: Node): NodeView => {
    const at: number = node.attrs.block
    const element = drawBlock(blocks[at]!)
    const look = looks.get(at)
    if (look) applyLook(element, look)
    elements[at] = element
    return whole(element)
  }
  return {
    section: (node, _view, _position, decorations) => {
      const section = sections.get(node) ?? drawSection(node)
      sections.set(node, section)
      const isBuilt = hasBuilt(decorations)
      section.classList.toggle('waiting', !isBuilt)
      if (!isBuilt) return { dom: section }
      return whole(section)
    },
    paragraph: textBlock,
    heading: textBlock,
    quotation: textBlock,
    speakerTurn: textBlock,
    verse: textBlock,
    preformatted: textBlock,
    item: textBlock,
    cell: textBlock,
    list: ({ attrs }) => whole(make('ul', attrs.continued ? 'list continued' : 'list')),
    table: ({ attrs }) => drawTable(attrs),
    row: () => whole(document.createElement('tr')),
    absent: ({ attrs }) => {
      const dom = make('td', 'absent') as HTMLTableCellElement
      dom.colSpan = attrs.columns
      return { dom }
    },
  }
}

function drawSection({ attrs }: Node): HTMLElement {
  const section = make('div', 'section')
  section.style.setProperty('--lines', String(attrs.lines))
  // ProseMirror would say “false” of one without content, and to take that back costs a layout each.
  section.setAttribute('contenteditable', 'inherit')
  return section
}

function drawBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return make('p', 'paragraph')
    case 'heading':
      return make(`h${block.level}`, 'heading')
    case 'quotation':
      return make('blockquote', 'quotation')
    case 'verse':
      return make('p', 'verse')
    case 'preformatted':
      return make('pre', 'preformatted')
    case 'table-cell':
      return make('td', 'cell')
    case 'list-item': {
      const item = make('li', 'item')
      item.ariaLevel = String(block.depth + 1)
      item.style.setProperty('--depth', String(Math.min(block.depth, deepestList)))
      return item
    }
    case 'speaker-turn': {
      const turn = make('p', block.time === null ? 'speaker-turn' : 'speaker-turn timed')
      turn.dataset.speaker = block.speaker
      turn.dataset.time = block.time ?? ''
      return turn
    }
  }
}

function applyLook(element: HTMLElement, { setting, label, turns, breakBefore }: BlockLook): void {
  if (setting) element.classList.add(setting)
  if (label) element.dataset.label = label
  if (turns) element.dir = 'auto'
  if (!breakBefore) return
  element.dataset.break = breakBefore.break
  if (breakBefore.page > 0) element.dataset.page = String(breakBefore.page)
}

/** `widths` are percentages in a row, for a long table that stands in several sections; else the text decides. */
function drawTable({ continued, widths }: Attrs): NodeView {
  const dom = make('div', continued ? 'table continued' : 'table')
  const grid = document.createElement('table')
  const contentDOM = document.createElement('tbody')
  const columns = (widths as string).split(' ').filter(Boolean)
  if (columns.length > 0) {
    grid.className = 'fixed'
    grid.style.setProperty('--columns', String(columns.length))
    const group = document.createElement('colgroup')
    for (const width of columns) {
      const column = document.createElement('col')
      column.style.width = `${width}%`
      group.append(column)
    }
    grid.append(group)
  }
  grid.append(contentDOM)
  dom.append(grid)
  return { dom, contentDOM, ignoreMutation: isAttribute }
}

function whole(dom: HTMLElement): NodeView {
  return { dom, contentDOM: dom, ignoreMutation: isAttribute }
}

/** Attributes are ours to set, and not to be taken for an edit. */
function isAttribute({ type }: ViewMutationRecord): boolean {
  return type === 'attributes'
}

function make(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  return made
}
