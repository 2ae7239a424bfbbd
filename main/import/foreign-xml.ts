/**
 * XML that is known and not read, by the local name of its root and, where that is shared, by what else it says: what
 * it is, and what to do about it. The first that fits counts.
 */
const kinds: readonly { root: RegExp; says?: RegExp; what: string; advice: string }[] = [
  {
    root: /^GateDocument$/,
    what: 'a document of GATE',
    advice: 'save its text as a text file first; its annotations cannot be taken',
  },
  { root: /^FictionBook$/, what: 'an e-book in FictionBook (fb2)', advice: 'convert it to EPUB first' },
  { root: /^tt$/, what: 'a file of captions in TTML', advice: 'save them as SRT or WebVTT first' },
  {
    root: /^(?:transcript|timedtext)$/,
    says: /<(?:text|p)\s[^>]*\b(?:start|t)="/,
    what: 'a file of captions as YouTube has them',
    advice: 'save them as SRT or WebVTT first',
  },
  {
    root: /^(?:ANNOTATION_DOCUMENT|(?:basic|segmented)-transcription|Trans)$/,
    what: 'a transcription of ELAN, EXMARaLDA or Transcriber',
    advice: 'export it as text or as subtitles (SRT) first',
  },
  {
    root: /^(?:rss|feed|RDF)$/,
    what: 'a news feed or a file of RDF',
    advice: 'save its texts as web pages or text files first',
  },
  {
    root: /^(?:article|book|chapter|section|sect1|refentry|part|set)$/,
    says: /\bDTD (?:Simplified )?DocBook\b|docbook\.org\/|<(?:\w+:)?(?:articleinfo|bookinfo|sect1|section|simpara|para)[\s>]/,
    what: 'a document in DocBook',
    advice: 'convert it to a web page or to Word first, as pandoc does',
  },
  { root: /^article$/, what: 'an article in XML (JATS)', advice: 'save it as a web page or PDF first' },
  {
    root: /^(?:FoLiA|NAF|KAF|TimeML|corpus|annotations)$/,
    what: 'a file of annotations that are not read (FoLiA, NAF, TimeML or the like)',
    advice: 'export them as UIMA CAS, WebAnno TSV, brat or web annotations, or save the text first',
  },
  {
    root: /^(?:akomaNtoso|akomantoso)$/,
    what: 'a law or a debate in Akoma Ntoso',
    advice: 'save it as a web page or text first',
  },
]

/** What an XML file is as far as its beginning shows, and what to do about it. */
export function foreignXmlKind(start: string): { what: string; advice: string } {
  const root = /^<(?:[\w.-]+:)?([A-Za-z][\w.-]*)(?=[\s/>])/.exec(fromRoot(start))?.[1]
  const known = kinds.find(
    ({ root: pattern, says }) =>
      root !== undefined && pattern.test(root) && (says === undefined || says.test(start)),
  )
  if (known) return known
  if (/<TEXT><!\[CDATA\[/.test(start))
    return {
      what: 'a file of annotations of MAE',
      advice: 'save its text as a text file first; its annotations cannot be taken',
    }
  return { what: 'an XML file that is not TEI', advice: 'save it as text or HTML first' }
}

/** Without what stands before the root, as far as it ends. */
function fromRoot(start: string): string {
  const before = /(?:[^<]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>)/iy
  let at = 0
  while (before.test(start)) at = before.lastIndex
  return start.slice(at)
}
