import type { BlockShape } from './text-builder.ts'

/**
 * What paragraphs of a style are, by the name that Word and LibreOffice give it in every language, else by its level in
 * the outline, counted from 0; null for body text.
 */
export function shapeNamed(name: string, outline: number | null): BlockShape | null {
  const heading = /^heading (\d)/i.exec(name)
  if (heading) return { kind: 'heading', level: Math.min(6, Math.max(1, Number(heading[1]))) }
  if (/^title$/i.test(name)) return { kind: 'heading', level: 1 }
  if (/^subtitle$/i.test(name)) return { kind: 'heading', level: 2 }
  if (/^(?:(?:intense )?quote|block ?text|block ?quot\w*|quotations?)$/i.test(name))
    return { kind: 'quotation' }
  if (/^(?:html preformatted|source code|preformatted text|plain text|macro text)$/i.test(name)) {
    return { kind: 'preformatted' }
  }
  return outline !== null && outline >= 0 && outline <= 8
    ? { kind: 'heading', level: Math.min(6, outline + 1) }
    : null
}
