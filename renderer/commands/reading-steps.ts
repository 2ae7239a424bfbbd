import { Reading } from '../../preload/contract/preferences.ts'

/** What of the reading settings goes in steps. */
export type Step = 'textSize' | 'measure' | 'leading' | 'paragraphGap'

interface Steps {
  title: string
  by: number
  /** The number with its unit, as it stands between the buttons. */
  show(value: number): string
  /** The same in a sentence. */
  say(value: number): string
}

export const steps: Record<Step, Steps> = {
  textSize: { title: 'Size', by: 2, show: (value) => `${value} px`, say: (value) => `Text ${value} px` },
  measure: {
    title: 'Line length',
    by: 4,
    show: (value) => `${value} characters`,
    say: (value) => `Lines of ${value} characters`,
  },
  leading: {
    title: 'Line spacing',
    by: 0.1,
    show: (value) => value.toFixed(1),
    say: (value) => `Line spacing ${value.toFixed(1)}`,
  },
  paragraphGap: {
    title: 'Paragraph spacing',
    by: 0.25,
    show: (value) => (value === 1 ? '1 line' : `${value} lines`),
    say: (value) => `Paragraphs ${value === 1 ? '1 line' : `${value} lines`} apart`,
  },
}

/** The next value to either side, within what is allowed. */
export function stepsOf(name: Step, value: number): { less: number; more: number } {
  const { by } = steps[name]
  const { minValue, maxValue } = Reading.shape[name]
  const at = (wanted: number) => Number(Math.min(maxValue!, Math.max(minValue!, wanted)).toFixed(2))
  return { less: at(value - by), more: at(value + by) }
}
