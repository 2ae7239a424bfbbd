/** XML that is known and not read, by the local name of its root: what it is, and what to do about it. */
const kinds: readonly { root: RegExp; what: string; advice: string }[] = [
  {
    root: /^GateDocument$/,
    what: 'a document of GATE',
    advice: 'save its text as a text file first; its annotations cannot be taken',
  },
  { root: /^FictionBook$/, what: 'an e-book in FictionBook (fb2)', advice: 'convert it to EPUB first' },
  { root: /^tt$/, what: 'a file of captions in TTML', advice: 'save them as SRT or WebVTT first' },
  {
    root: /^(?:ANNOTATION_DOCUMENT|basic-transcription|Trans)$/,
    what: 'a transcription of ELAN, EXMARaLDA or Transcriber',
    advice: 'export it as text or as subtitles (SRT) first',
  },
  {
    root: /^(?:rss|feed|RDF)$/,
    what: 'a news feed or a file of RDF',
    advice: 'save its texts as web pages or text files first',
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
  const known = kinds.find(({ root: pattern }) => root !== undefined && pattern.test(root))
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
