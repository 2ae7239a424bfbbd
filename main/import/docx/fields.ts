import { linkOfInstruction } from '../link-fields.ts'
import type { MarkShape } from '../text-builder.ts'

/**
 * The fields that are open where the reader stands (ECMA-376, part 1, 17.16.18): an instruction, then the result that
 * Word shows. They may reach over paragraphs and stand in each other.
 */
export class OpenFields {
  #open: { instruction: string; hasResult: boolean; link: MarkShape | null }[] = []

  begin(): void {
    this.#open.push({ instruction: '', hasResult: false, link: null })
  }

  instruction(words: string): void {
    const field = this.#open.at(-1)
    if (field && !field.hasResult) field.instruction += words
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (!field) return
    field.hasResult = true
    field.link = linkOfInstruction(field.instruction)
  }

  end(): void {
    this.#open.pop()
  }

  /** Whether words here are shown, not part of an instruction. */
  get isShown(): boolean {
    return this.#open.every(({ hasResult }) => hasResult)
  }

  get link(): MarkShape | null {
    return this.#open.findLast(({ link }) => link !== null)?.link ?? null
  }
}
