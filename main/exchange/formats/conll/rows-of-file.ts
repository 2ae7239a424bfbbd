import { AnnouncedReading, AnnouncedSurvey, isAnnounced, leftOutOfAnnounced } from './announced.ts'
import { ConllUReading, ConllUSurvey, isConllU, leftOutOfConllU } from './conll-u.ts'
import { HeadedReading, HeadedSurvey, isHeaded, leftOutOfHeaded } from './headed.ts'
import { PlainReading, PlainSurvey } from './plain-rows.ts'
import { type TextOfRows, Texts } from './texts.ts'

/** The lines of a file, however often they are gone through. */
export type Lines = () => AsyncIterable<readonly string[]>

/** What is known of a file once its lines have been gone through. */
export interface RowsOfFile {
  isSingle: boolean
  /** Whether the rows begin with a number. */
  isNumbered: boolean
  /** Whether the labels have no letter before them. */
  isPlain: boolean
  /** What is not read, for each text; '' where nothing is. */
  leftOut: string
  /** Goes through the lines again and hands on one text after the other. */
  texts(beside: string | undefined, take: (text: TextOfRows) => void): Promise<void>
}

/**
 * A file’s rows of words and labels, of which at no time more is held than one text: its columns are found out first,
 * from all of its rows. `head` is its beginning. Fails with `unreadable`.
 */
export async function rowsOfFile(lines: Lines, head: string, called: string): Promise<RowsOfFile> {
  const plain = { isNumbered: false, isPlain: false }
  const through = async (look: (line: string, number: number) => void): Promise<void> => {
    let number = 0
    for await (const portion of lines()) for (const line of portion) look(line, ++number)
  }
  const texts =
    (reading: (texts: Texts) => { take(line: string, number: number): void; end(): void }) =>
    async (beside: string | undefined, take: (text: TextOfRows) => void): Promise<void> => {
      const one = reading(new Texts(beside, take))
      await through((line, number) => one.take(line, number))
      one.end()
    }
  if (isAnnounced(head)) {
    const survey = new AnnouncedSurvey(head, called)
    await through((line, number) => survey.look(line, number))
    const layout = survey.layout()
    const { isSingle } = layout
    const leftOut = leftOutOfAnnounced
    return { ...plain, isSingle, leftOut, texts: texts((to) => new AnnouncedReading(layout, to)) }
  }
  if (isConllU(head) || /\.conllu$/i.test(called)) {
    const survey = new ConllUSurvey(called)
    await through((line, number) => survey.look(line, number))
    const layout = survey.layout()
    const isSingle = layout.haveParagraphs.length === 1
    const leftOut = leftOutOfConllU
    return { ...plain, isSingle, leftOut, texts: texts((to) => new ConllUReading(layout, to, called)) }
  }
  if (isHeaded(head)) {
    const survey = new HeadedSurvey(called)
    await through((line, number) => survey.look(line, number))
    const layout = survey.layout()
    const { isSingle } = layout
    const leftOut = leftOutOfHeaded
    return { ...plain, isSingle, leftOut, texts: texts((to) => new HeadedReading(layout, to)) }
  }
  const survey = new PlainSurvey()
  await through((line, number) => survey.look(line, number))
  const layout = survey.layout()
  if (!layout.columns && !survey.isEmpty) throw survey.problemIn(called)
  const { isNumbered = false, isPlain = false, leftOut = '' } = layout.columns ?? {}
  const { isSingle } = layout
  return { isSingle, isNumbered, isPlain, leftOut, texts: texts((to) => new PlainReading(layout, to)) }
}
