import { baseLanguage } from '../../preload/contract/base-language.ts'
import { folded } from './terms.ts'

/** The languages that have lists of their own. */
export const languages = ['en', 'de', 'fr', 'es', 'ru', 'uk'] as const
export type Language = (typeof languages)[number]

/** Small words, which say nothing of what a sentence is about. */
const small: Record<Language, string> = {
  en: 'a about above across after against all along also am among an and any are around as at be because been before behind being below between both but by can could did do does done down during each either every few for from had has have he her here him his how i if in into is it its itself just like made make many may me might more most much must my neither no nor not now of off on once one only or other our out over own per said same say says shall she should since so some such t than that the their them then there these they this those through to too toward towards under until up upon us very via was we were what when where whether which while who whom whose why will with within without would yet you your s d ll re ve m',
  de: 'aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bist da damit dann das dass dazu dem den denn der des deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa euch fur gegen hat hatte hatten haben hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jeden jeder jedes jetzt kann kein keine keinen konnen man mehr mein mit muss mussen nach nicht noch nur ob oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sondern sowie uber um und uns unter vom von vor war waren warum was weil welche wenn wer werden wie wieder wir wird wo wurde wurden zu zum zur zwar zwischen',
  fr: 'a ai ainsi alors apres au aucun aucune aussi autre autres aux avait avant avec avoir c ce cela ces cet cette ceux chaque comme d dans de depuis des deux dont du elle elles en encore entre est et etait etaient ete etre eux fait faire il ils j je jusque l la le les leur leurs lui m ma mais me meme mes moins mon n ne ni non nos notre nous on ont ou par pas pendant peu peut plus pour pourquoi qu quand que quel quelle qui s sa sans se sera ses si soit son sont sous sur t ta tous tout toute toutes tres tu un une vers vos votre vous y',
  es: 'a al algo alguna alguno ante antes aquel aqui asi aun aunque bajo bien cada como con contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estan estar estas este esto estos fue fueron ha habia han hasta hay la las le les lo los mas me mi mientras mismo mucho muy nada ni no nos nosotros nuestra nuestro o os otra otro otros para pero poco por porque pues que quien se sea ser si sido sin sobre solo son su sus tal tambien tan tanto te tiene tienen todo todos tras tu un una unas uno unos y ya yo',
  ru: 'а без более больше бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее если есть еще же за здесь и из или им их к как какои когда кто ли либо между меня мне может мои мы на над надо нас наш не него нее нет ни них но ну о об он она они оно от перед по под после потому почему при про с сам свои себя со так также такои там те тем то того тоже тои только том тот ты у уже хотя чего чем через что чтобы эта эти это этого этои этом этот я',
  uk: 'а або адже але б без би був була були було бути в вам вас ви від вже він вона вони воно все всі всіх для до є ж за з зі і із й його їх її як яка який які якщо коли ким кого ли лише між мені ми може можуть на над нам нас наш не неї нема немає ні ним них ну о об он от ось перед по під після при про проте с сам свій себе собі та так також там те теж тим то того тои тому тут ти тільки у уже хоч хто це цього цеи ці цієї цю чи через чому щоб що я',
}

const smallWords = new Map(
  languages.map((language) => [language, new Set(small[language].split(' ').map(folded))]),
)

/** The list of a language tag such as `de-AT`; undefined where there is none. */
function listedLanguage(tag: string): Language | undefined {
  const base = baseLanguage(tag)
  return languages.find((language) => language === base)
}

/** Whether a folded word says nothing of what a sentence is about; single letters never do. */
export function isSmallWord(word: string, language: string): boolean {
  if (word.length < 2 && !/\d/.test(word)) return true
  const listed = listedLanguage(language)
  return listed !== undefined && smallWords.get(listed)!.has(word)
}

/** Folded; none of a language without a list. */
export function smallWordsOf(language: string): ReadonlySet<string> {
  const listed = listedLanguage(language)
  return listed === undefined ? new Set() : smallWords.get(listed)!
}

/** By whose small words a beginning of the text has most of; 'en' where it has none. */
export function guessedLanguage(words: Iterable<string>): Language {
  const counts = new Map<Language, number>(languages.map((language) => [language, 0]))
  for (const word of words) {
    for (const language of languages) {
      if (smallWords.get(language)!.has(word)) counts.set(language, counts.get(language)! + 1)
    }
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
