import type { CueList } from '../../preload/contract/answer.ts'
import type { Language } from './languages.ts'

/**
 * Words that an answer often has, by language: those that deny and those that set against. A star stands for any
 * letters. A project may have lists of its own in their place.
 */
export const standardCues: Record<Language, Pick<CueList, 'denial' | 'contrast'>> = {
  en: {
    denial: lines(
      'not, cannot, *n’t, no, never, none, nobody, nothing, neither, without, false, falsely, untrue, wrong, incorrect, inaccurate, mistaken, myth, unfounded, baseless, fabricat*, misleading, denie*, deny, denying, rejects, rejected, refut*, rebut*, disput*, dismissed, debunk*, contradict*, disprove*, fails to, failed to, far from, no evidence, no such, nowhere',
    ),
    contrast: lines(
      'but, however, yet, although, though, instead, rather than, in fact, in reality, in truth, actually, contrary to, on the contrary, despite, in spite of, whereas, nevertheless, only, merely, unlike, so-called, supposed*, alleged*',
    ),
  },
  de: {
    denial: lines(
      'nicht, nichts, kein*, nie, niemals, niemand, nirgends, weder, ohne, falsch*, unwahr*, unrichtig*, irrefuhr*, irreführ*, bestreite*, bestritt*, dementier*, widerleg*, widersprech*, widersprich*, widersprach, zuruckgewiesen, zurückgewiesen, weist zurück, wies zurück, erfunden, haltlos, unbegründet*, lüge, märchen, stimmt nicht, trifft nicht zu, keineswegs, mitnichten',
    ),
    contrast: lines(
      'aber, jedoch, doch, dagegen, hingegen, sondern, allerdings, vielmehr, tatsächlich, in wirklichkeit, in wahrheit, im gegenteil, entgegen, trotz, obwohl, obgleich, dennoch, lediglich, bloß, angeblich*, vermeintlich*, statt*, nur',
    ),
  },
  fr: {
    denial: lines(
      'ne, n, pas, jamais, aucun*, rien, personne, nul, nulle, sans, ni, faux, fausse, fausses, inexact*, mensonge*, mensonger*, trompeu*, dément*, démenti*, démentent, nie, nient, niait, nié, conteste*, contesté*, réfut*, rejet*, infond*, contredi*, contraire à la vérité, invent*',
    ),
    contrast: lines(
      'mais, cependant, pourtant, toutefois, néanmoins, or, en réalité, en fait, au contraire, contrairement à, malgré, bien que, alors que, tandis que, plutôt que, seulement, en revanche, prétendu*, soi-disant, à l’inverse',
    ),
  },
  es: {
    denial: lines(
      'no, nunca, jamás, ningún*, ninguna, nada, nadie, ni, sin, tampoco, fals*, incorrect*, inexact*, mentira*, engañ*, desmient*, desmint*, niega*, negó, negaron, rechaz*, refut*, desmentid*, contradic*, infundad*, inventad*',
    ),
    contrast: lines(
      'pero, sin embargo, sino, no obstante, en realidad, de hecho, al contrario, por el contrario, a pesar de, aunque, mientras que, en cambio, en lugar de, solo, sólo, apenas, supuest*, presunt*, contrariamente a',
    ),
  },
  ru: {
    denial: lines(
      'не, ни, нет, никогда, никто, никак*, ничего, ничто, нигде, без, ложь, ложн*, лож*, неправд*, неверн*, недостоверн*, опроверг*, опроверж*, отрица*, отверг*, отверга*, фейк*, вымысел, выдум*, необоснован*, безоснователь*, не соответствует действительности, противореч*',
    ),
    contrast: lines(
      'но, однако, а, хотя, на самом деле, в действительности, вопреки, напротив, наоборот, несмотря на, тем не менее, зато, лишь, только, вместо, якобы, так называем*, между тем',
    ),
  },
  uk: {
    denial: lines(
      'не, ні, ані, немає, нема, ніколи, ніхто, ніяк*, нічого, ніщо, ніде, без, брехн*, неправд*, хибн*, неправдив*, спростов*, спросту*, заперечу*, заперечи*, заперечен*, відкида*, відкину*, фейк*, вигад*, безпідставн*, не відповідає дійсності, супереч*',
    ),
    contrast: lines(
      'але, однак, проте, а, хоча, насправді, у дійсності, всупереч, навпаки, попри, незважаючи на, тим не менш, зате, лише, тільки, замість, нібито, так зван*, тимчасом',
    ),
  },
}

function lines(words: string): string[] {
  return words.split(', ')
}
