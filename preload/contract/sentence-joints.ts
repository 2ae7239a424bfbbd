// Titles and short forms that are followed by a name or a number. Unicode’s rules for sentences (UAX 29) end one
// after each of them when a capital follows; the lists that CLDR has for this do not reach Intl.Segmenter.
const shortForms = new Set(
  (
    'Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Capt Sgt Adm Amb Hon Rev St Jr Sr Mt No Nos Art Sec Ch Vol Fig Figs ' +
    'Eq pp cf vs ca al etc ed eds trans approx Inc Ltd Co Corp Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec ' +
    'Hr Fr Nr Abs Bd Hrsg Aufl bzw vgl usw Str Mme Mlle M Mgr Sr Sra Ud Uds Dña Sig Dott Ing Avv'
  ).split(' '),
)

/**
 * Whether a sentence that the segmenter ended goes on: after a single capital letter (an initial, `U.S.`) or one
 * of the short forms of the languages of Europe.
 */
export function goesOn(sentence: string): boolean {
  const ending = /(?:^|[\s(\p{Pi}\p{Ps}.])(\p{L}+)\.\s*$/u.exec(sentence)
  if (!ending) return false
  const word = ending[1]!
  return /^\p{Lu}$/u.test(word) || shortForms.has(word)
}
