// Unicode’s rules for sentences (UAX 29) know neither short forms nor quotations; the lists that CLDR has for the first
// do not reach Intl.Segmenter. What it ends too early is joined again here.

/** Titles and short forms of the languages of Europe that a name, a number or a noun follows. */
const shortForms = new Set(
  (
    'Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Capt Sgt Adm Amb Hon Rev St Jr Sr Mt No Nos Art Sec Ch Vol Fig Figs ' +
    'Eq pp cf vs ca al etc ed eds trans approx Inc Ltd Co Corp Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec ' +
    'Hr Fr Nr Nrn Abs Abb Anm Kap Bd Hrsg Aufl Mio Mrd Tsd Jh Jhd Jhdt Chr Dipl bzw bspw vgl sog evtl ggf inkl exkl ' +
    'usw Str Mme Mlle MM Mgr chap vol fasc éd Sra Dra Dña Ud Uds núm pág págs Sig Dott Ing Avv'
  ).split(' '),
)

/** They write ordinals with a full stop, and nouns with a capital: “am 3. Mai”. */
const ordinalsBeforeCapitals = new Set(['de', 'lb'])

/** German words that are no nouns: they have a capital only where a sentence begins. No polite forms. */
const beginnings = new Set(
  (
    'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Es Wir Ich Man Dies Diese Dieser Dieses Dann Danach Dabei ' +
    'Daher Damals Damit Dennoch Deshalb Dort Da Dafür Dagegen Denn Doch Jedoch Aber Und Oder Auch Nun Nur Noch Schon ' +
    'So Sonst Trotzdem Zuerst Zuletzt Wenn Weil Als Wie Was Wer Wo Warum Ob Obwohl Während Nachdem Bevor Seit Bei Nach ' +
    'Mit Ohne Für Gegen In Im An Am Auf Aus Von Vom Vor Zu Zum Zur Über Unter Um Niemand Alle Viele Jeder Jede Kein ' +
    'Keine Nicht Heute Gestern Später Vorher Ist War Sind Waren Hat'
  ).split(' '),
)

/**
 * The sentences of a text, in order and each with the space after it; together they are all of it. `segmenter` is of
 * the granularity `sentence`, `language` a BCP 47 tag or ''. A line end always ends one. Lazy. Offsets in UTF-16 code units.
 */
export function* joinedSentences(
  text: string,
  segmenter: Intl.Segmenter,
  language: string,
): Generator<{ start: number; end: number }> {
  const hasOrdinals = ordinalsBeforeCapitals.has(language.split('-')[0]!.toLowerCase())
  let start = 0
  let end = 0
  for (const { index, segment } of segmenter.segment(text)) {
    const open = text.slice(start, end)
    let next = segment
    if (open !== '' && !open.endsWith('\n')) {
      const closing = signsThatClose.exec(next)?.[0] ?? ''
      next = next.slice(closing.length)
      end += closing.length
      if (!goesOn(text.slice(start, end), next, hasOrdinals)) {
        yield { start, end }
        start = end
      }
    } else if (open !== '') {
      yield { start, end }
      start = end
    }
    end = index + segment.length
  }
  if (start < end) yield { start, end }
}

// In French a space stands before them, where Unicode’s rules take them for the beginning of what follows.
const signsThatClose = /^[»›”)\]]+(?:[^\S\n]+|$|(?=\n))/u

/** Whether a sentence that the segmenter ended goes on with what follows. */
function goesOn(sentence: string, next: string, hasOrdinals: boolean): boolean {
  if (next === '') return true
  // Of a sentence with thousands of short forms all would be read again at each of them.
  const tail = sentence.slice(-24)
  // “No!” he said.
  if (/[!?…]\s?[»›”’"“‘)\]]+\s*$/u.test(tail) && /^\p{Ll}/u.test(next)) return true
  const ending = /(?:^|[\s(\p{Pi}\p{Ps}.])([\p{L}\d]+)\.\s*$/u.exec(tail)
  if (!ending) return false
  const word = ending[1]!
  if (/^\d/.test(word)) return hasOrdinals && /^\d{1,2}$/.test(word) && goesOnAfterOrdinal(sentence, next)
  // An initial, `U.S.`
  if (/^\p{Lu}$/u.test(word) || shortForms.has(word)) return true
  if (!/^\p{Ll}$/u.test(word)) return false
  // The first of several, `z. B.`; a page, `p. 12`; the last of them, `e.g. Green`.
  if (/^\p{L}{1,3}\./u.test(next) || (/^[fnpsv]$/.test(word) && /^\d/.test(next))) return true
  return /\p{L}\.\s?\p{Ll}\.\s*$/u.test(tail) && !/[ap]\.\s?m\.\s*$/iu.test(tail)
}

/** With a noun; with any word after a number that stands alone, as in a list: “2. Die Bahn kostet viel.” */
function goesOnAfterOrdinal(sentence: string, next: string): boolean {
  const word = /^\p{Lu}\p{L}*/u.exec(next)?.[0]
  return word !== undefined && (!beginnings.has(word) || /^\s*\d+\.\s*$/.test(sentence))
}
