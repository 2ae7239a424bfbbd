import { z } from 'zod'

/** How a text is set for reading. A person has one setting for all texts, and may have another for a single one. */
export const Reading = z.object({
  font: z.enum(['serif', 'sans', 'dyslexia']),
  /** Size of the reading text in CSS pixels. */
  textSize: z.int().min(12).max(40),
  /** Characters to a line, spaces included, in prose of Latin letters. */
  measure: z.int().min(30).max(120),
  /** From one line to the next, as a multiple of the size. */
  leading: z.number().min(1.2).max(2.6),
  /** Between two paragraphs, in lines. */
  paragraphGap: z.number().min(0).max(2),
  justified: z.boolean(),
  /** Words are parted where the system knows how to in the document’s language. */
  hyphenated: z.boolean(),
})
export type Reading = z.infer<typeof Reading>

/** What a single text has of its own; the rest is as for all. */
export const OwnReading = Reading.partial()
export type OwnReading = z.infer<typeof OwnReading>

export const usualReading: Reading = {
  font: 'serif',
  textSize: 18,
  measure: 66,
  leading: 1.6,
  paragraphGap: 0.5,
  justified: false,
  hyphenated: false,
}

/** `system` follows the desktop: light or dark, and high contrast where it asks for more. */
export const Theme = z.enum(['system', 'light', 'sepia', 'dark', 'contrast-light', 'contrast-dark'])
export type Theme = z.infer<typeof Theme>

/** Keys in the notation of the command table. */
const Chord = z.string().min(1).max(40)

/** What a person has chosen for all projects. `name`: how their work is signed. */
export const Preferences = z.object({
  name: z.string().max(200),
  theme: Theme,
  ...Reading.shape,
  /** What a tag’s key takes where nothing is selected. */
  tagUnit: z.enum(['word', 'sentence', 'paragraph']),
  /** Whether the form opens when a new annotation lacks an attribute that its tag requires. */
  askRequired: z.boolean(),
  /** Whether the table of what is to come in opens also for one or two files with nothing doubtful. */
  alwaysLayOut: z.boolean(),
  /** Of the whole window; 1 is 100 %. */
  zoom: z.number().min(0.5).max(5),
  /** Whether focus mode dims all but the paragraph with the caret. */
  dimOthers: z.boolean(),
  /** Whether annotations are named within the text for a screen reader, also while none is known to run. */
  sayAnnotations: z.boolean(),
  /** Whether a letter or sign alone may be a key; else Alt is held with it. */
  singleKeys: z.boolean(),
  /** Keys that take the place of those in the command table, by command; none at all for an empty list. */
  keys: z.record(z.string(), z.array(Chord).max(8)),
})
export type Preferences = z.infer<typeof Preferences>

export const usualPreferences: Preferences = {
  name: '',
  theme: 'system',
  ...usualReading,
  tagUnit: 'sentence',
  askRequired: true,
  alwaysLayOut: false,
  zoom: 1,
  dimOthers: false,
  sayAnnotations: false,
  singleKeys: true,
  keys: {},
}
