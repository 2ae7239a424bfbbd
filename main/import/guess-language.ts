/**
 * The commonest small words of languages written in Latin or Cyrillic letters: about two words in five of any prose are
 * among them. Words that two languages share count for both.
 */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was with as be on by this are from at which have not or an has but had were will their they its we you he she his been would there',
  de: 'der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
  fr: 'de la le et les des en un une du dans est que pour qui par sur au plus ne pas il ce se sont avec ont cette aux mais nous vous elle été être comme leur',
  es: 'de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha este sí porque esta son entre está cuando muy sobre también fue había',
  it: 'di e il la che in un per è una del non con si i da le della sono come più al dei nel anche alla gli ha delle lo ma ed questo nella dal essere ai o',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi seu sua ou quando muito nos já está também só pelo pela até isso são',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er die om ook als dan maar bij nog uit naar heeft wordt door over hij ze deze werd worden kan wel',
  sv: 'och i att det som en på är av för med till den har de inte om ett men var jag från vi så kan när eller under också vid efter sig man hade skulle ska',
  da: 'og i at det er en til af på for med den de der har ikke et som var men om fra vi han kan så også jeg eller efter ved sig blev være hun havde skal',
  nb: 'og i det er på som en til for av at med har de ikke den et var om fra men vi kan han så jeg etter også eller ble være seg ved hun hadde skal dette',
  fi: 'ja on ei se että oli hän ovat mutta myös kun niin tai joka kuin sen mukaan ole olla mitä vain jos jotka nyt sitä vielä kanssa voi sekä ollut jo tämä',
  pl: 'w i z na się do nie jest że to o jak po od za przez co ale dla są tym ich jego już tylko oraz przy tak może być był jej czy które który która',
  cs: 'a se v na je že s z to do o i za ve jako by pro jsou ale k po od si podle také které který jeho tak byl jen už když být až ze není bude jsem',
  hr: 'i u je na se da su za od koji s o a to koja kao iz bi ne koje će do što po ali ili nije više bio samo sve jer već prema kako bila biti',
  hu: 'a az és hogy nem is egy ez meg volt de csak már még mint el ha azt van vagy ki ezt kell lehet ezek között után amely pedig nagyon lesz minden',
  ro: 'de și în a la cu nu o că care pe din un se au mai este pentru ce sunt a fost prin dar ca fi după sau al cele lui această acest foarte ale',
  tr: 've bir bu da için de ile çok olarak daha olan gibi ne kadar var sonra ama en o her ki değil oldu ya olduğunu göre ise veya kendi tarafından bunu',
  ru: 'и в не на что с по это как а он но из к у за от для его то же так они было все мы бы был или также уже если о до при только был когда может еще',
  uk: 'і в не на що з та у до як це за від для є його але й по про також які або ми було він при вже так цього який якщо бути був щоб через може між',
  bg: 'на и да в се за от е с не по че са това ще като до или при си след те които но може беше той има към още само един който много със',
}

/** Writing that belongs to one language, or to one above all. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  // Kana before Han: Japanese has both.
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
]

/** The languages that a small word belongs to, by their places. */
const languages = Object.keys(smallWords)
const languagesOf = new Map<string, number[]>()
for (const [place, language] of languages.entries()) {
  for (const word of new Set(smallWords[language]!.split(' '))) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), place])
  }
}

/** Where nothing of this is, there are no letters but Latin and Cyrillic ones. */
const otherLetters = /[\u0370-\u03ff\u0530-\u1dff\u1f00-\u1fff\u2e80-\uffff]/

/** As much of a text as is looked at, in UTF-16 code units, and the least that tells anything. */
const sampleLength = 6000
const leastWords = 12

/** The language a text is most likely in (BCP 47), or null where its words do not tell it clearly. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).toWellFormed().toLowerCase()
  if (!otherLetters.test(sample)) return bySmallWords(sample)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  for (const [language, pattern] of scripts) {
    const found = sample.match(pattern)?.length ?? 0
    if (found >= 10 && found >= letters * (language === 'ja' ? 0.1 : 0.5)) return language
  }
  return byArabicLetters(sample, letters) ?? bySmallWords(sample)
}

/** Letters that Persian has and Arabic has not. */
function byArabicLetters(sample: string, letters: number): string | null {
  const found = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (found < 10 || found < letters * 0.5) return null
  return (sample.match(/[پچژگی]/gu)?.length ?? 0) * 50 > found ? 'fa' : 'ar'
}

function bySmallWords(sample: string): string | null {
  const found = sample.match(/\p{L}+/gu) ?? []
  if (found.length < leastWords) return null
  const counts = languages.map((language) => ({ language, count: 0 }))
  for (const word of found) for (const place of languagesOf.get(word) ?? []) counts[place]!.count += 1
  counts.sort((a, b) => b.count - a.count)
  const [first, second] = counts
  const isClear = first!.count >= found.length * 0.15 && first!.count >= second!.count * 1.15
  return isClear ? first!.language : null
}
