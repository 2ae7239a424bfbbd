import type { Role } from '../../preload/contract/tag.ts'
import type { Paint } from './highlight-sheet.ts'
import type { ShownTag } from './view.ts'

/** A tag’s colours on the paper of the present theme. */
export interface TagColors {
  line: string
  ink: string
}

// What a tag means for arguments shows in its line too, so that it does not hang on colour alone.
const lineOf: Record<Role, { style: 'solid' | 'double' | 'dashed' | 'dotted'; width: number }> = {
  claim: { style: 'solid', width: 2 },
  rebuttal: { style: 'double', width: 1 },
  premise: { style: 'dashed', width: 2 },
  none: { style: 'dotted', width: 2 },
}

/**
 * The tags as they are painted. The theme fits a tag’s colour to its paper (theme/tag-color.css); the colours are
 * read from an element of that class, because highlights do not inherit custom properties everywhere.
 */
export class TagPaint {
  readonly #place: HTMLElement
  #tags = new Map<number, ShownTag>()
  #colors = new Map<number, TagColors>()
  #dark = false
  #accent = ''

  constructor(place: HTMLElement) {
    this.#place = place
    this.readTheme()
  }

  set(tags: readonly ShownTag[]): void {
    this.#tags = new Map(tags.map((tag) => [tag.id, tag]))
    this.readTheme()
  }

  get(id: number): ShownTag | undefined {
    return this.#tags.get(id)
  }

  /** A tag that is not in the codebook (yet) is shown too. */
  isShown = (id: number): boolean => this.#tags.get(id)?.show !== 'hidden'

  colors(id: number): TagColors {
    return this.#colors.get(id) ?? { line: 'GrayText', ink: 'GrayText' }
  }

  readTheme(): void {
    const tags = [...this.#tags.values()]
    const probe = document.createElement('div')
    probe.className = 'document-probe'
    probe.append(...tags.map(({ color }) => probeFor(color)))
    this.#place.append(probe)
    const style = getComputedStyle(probe)
    this.#accent = style.color
    this.#dark = style.colorScheme.includes('dark') && isDark(style.backgroundColor)
    this.#colors = new Map(
      tags.map(({ id }, i) => {
        const read = getComputedStyle(probe.children[i]!)
        return [id, { line: read.borderTopColor, ink: read.color }]
      }),
    )
    probe.remove()
  }

  tagged(id: number, lane: number): Paint {
    const tag = this.#tags.get(id)
    const { line } = this.colors(id)
    const kind = lineOf[tag?.role ?? 'none']
    if (tag?.show === 'dimmed') return { line: { ...kind, color: mix(line, 40), lane } }
    return { background: mix(line, this.#dark ? 20 : 12), line: { ...kind, color: line, lane } }
  }

  focused(id: number): Paint {
    return { background: mix(this.colors(id).line, this.#dark ? 42 : 30) }
  }

  hovered(id: number): Paint {
    return { background: mix(this.colors(id).line, this.#dark ? 22 : 14) }
  }

  pending(): Paint {
    return {
      background: mix(this.#accent, 20),
      line: { color: this.#accent, style: 'dashed', width: 2, lane: 0, above: true },
    }
  }

  found(isCurrent: boolean): Paint {
    if (isCurrent) return { background: '#f7b52c', color: '#201500' }
    return { background: mix('#fbbf24', this.#dark ? 30 : 42) }
  }

  /** The selection while the text does not have the keyboard. */
  kept(): Paint {
    return { background: mix(this.#accent, 20) }
  }
}

function probeFor(color: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'tag-colored'
  element.style.setProperty('--tag-color', color)
  return element
}

function mix(color: string, percent: number): string {
  return `color-mix(in srgb, ${color} ${percent}%, transparent)`
}

function isDark(color: string): boolean {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data
  return r * 0.3 + g * 0.59 + b * 0.11 < 110
}
