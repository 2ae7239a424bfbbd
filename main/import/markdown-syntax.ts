import MarkdownIt from 'markdown-it'

/**
 * CommonMark with tables and struck-out text. Raw HTML stays text, nothing is made prettier, every link target is
 * read (which of them are kept is decided later).
 */
export const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
markdown.validateLink = () => true

// Footnotes are text here. Without this rule `[^1]: word` would be taken for the definition of a link and vanish.
const footnoteStart = /^\[\^[^\]\s]+\]:/
markdown.block.ruler.before(
  'reference',
  'footnote',
  (state, startLine, endLine, silent) => {
    const from = state.bMarks[startLine]! + state.tShift[startLine]!
    const indented = state.sCount[startLine]! - state.blkIndent >= 4
    if (indented || !footnoteStart.test(state.src.slice(from, from + 100))) return false
    if (silent) return true
    const paragraph = state.md.block.ruler.getRules('').at(-1)!
    return paragraph(state, startLine, endLine, false)
  },
  { alt: ['paragraph'] },
)

/** Quotations and lists in one another; beyond a few more of them markdown-it passes over what is inside. */
const deepest = 90

// What is deeper still is a paragraph, with its signs, so that no word is lost.
markdown.block.ruler.before('blockquote', 'too-deep', (state, startLine, endLine, silent) => {
  if (silent || state.level < deepest) return false
  const paragraph = state.md.block.ruler.getRules('').at(-1)!
  return paragraph(state, startLine, endLine, false)
})
