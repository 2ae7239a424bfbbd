/** Elements that begin and end a line (HTML Standard, 15.3, “display: block” and its like). */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section
  summary table tbody td textarea tfoot th thead tr ul xmp h1 h2 h3 h4 h5 h6`.split(/\s+/),
)

/** Elements whose line ends and runs of spaces count. */
export const preformattedElements: ReadonlySet<string> = new Set([
  'listing',
  'plaintext',
  'pre',
  'textarea',
  'xmp',
])

/** Elements that are left out with all that is in them, and what people call them. */
export const leftOutElements: ReadonlyMap<string, readonly [one: string, many?: string]> = new Map([
  ['script', ['script']],
  ['style', ['style sheet']],
  ['template', ['template']],
  ['noscript', ['part for browsers without scripts', 'parts for browsers without scripts']],
  ['iframe', ['embedded page']],
  ['frame', ['embedded page']],
  ['noframes', ['part for browsers without frames', 'parts for browsers without frames']],
  ['object', ['embedded object']],
  ['embed', ['embedded object']],
  ['applet', ['embedded object']],
  ['svg', ['drawing']],
  ['canvas', ['drawing']],
  ['img', ['picture']],
  ['audio', ['sound or video', 'sounds or videos']],
  ['video', ['sound or video', 'sounds or videos']],
  ['input', ['form field']],
  ['select', ['form field']],
  ['datalist', ['form field']],
  ['meter', ['form field']],
  ['progress', ['form field']],
])

/** Elements without words of their own. */
export const silentElements: ReadonlySet<string> = new Set(
  'annotation annotation-xml area base col colgroup frameset link map meta param source title track'.split(
    ' ',
  ),
)

export const emElements: ReadonlySet<string> = new Set(['cite', 'dfn', 'em', 'i', 'var'])
export const strongElements: ReadonlySet<string> = new Set(['b', 'strong'])
export const struckOutElements: ReadonlySet<string> = new Set(['del', 's', 'strike'])
export const listElements: ReadonlySet<string> = new Set(['dir', 'menu', 'ol', 'ul'])
export const headingLevel = (tagName: string): number | null =>
  /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : null
