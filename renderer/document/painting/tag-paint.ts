import type { Role } from '../../../preload/contract/tag.ts'
import type { RailColors } from '../rail/drawing.ts'
import type { ShownTag } from '../view.ts'
import type { Paint } from './highlight-sheet.ts'
import { fitted, type LaneRoom, usualLaneRoom } from './lane-room.ts'
import { lineOfRole, type TagLine, tagLines, toSecond } from './tag-lines.ts'
import { type TagColors, themeColors } from './theme-colors.ts'

/** The codebook as it is painted over a text. */
export class TagPaint {
  #tags = new Map<number, ShownTag>()
  #lines = new Map<number, TagLine>()
  #alike = new Map<number, number>()
  #codebookColors: readonly string[] = []
  laneRoom: LaneRoom = usualLaneRoom

  /** In the order of the codebook. */
  set(tags: readonly ShownTag[]): void {
    this.#tags = new Map(tags.map((tag) => [tag.id, tag]))
    this.#lines = tagLines(tags)
    this.#alike = firstOfLook(tags, this.#lines)
    this.#codebookColors = [...new Set(tags.map(({ color }) => color))]
  }

  /** Of the tags that look the same in the text, the first; a rule for each tag would make every styling of the text slow. */
  looks(): Iterable<number> {
    return new Set(this.#alike.values())
  }

  /** The one of `looks()` that a tag is painted as; 0 for a tag that is not in the codebook. */
  lookOf(id: number): number {
    return this.#alike.get(id) ?? 0
  }

  get(id: number): ShownTag | undefined {
    return this.#tags.get(id)
  }

  /** A tag that is not in the codebook (yet) is shown too. */
  isShown = (id: number): boolean => this.#tags.get(id)?.show !== 'hidden'

  isDimmed(id: number): boolean {
    return this.#tags.get(id)?.show === 'dimmed'
  }

  colors(id: number): TagColors {
    return (
      this.#theme.tags.get(this.#tags.get(id)?.color ?? '') ?? {
        line: 'GrayText',
        fill: 'GrayText',
        ink: 'GrayText',
      }
    )
  }

  get #theme() {
    return themeColors(this.#codebookColors)
  }

  roleOf(id: number): Role {
    return this.#tags.get(id)?.role ?? 'none'
  }

  lineOf(id: number): TagLine {
    return this.#lines.get(id) ?? lineOfRole('none')
  }

  /** A faint line without the tag’s colour. */
  dimmed(role: Role, lane: number): Paint {
    const color = this.#theme.areForced ? 'GrayText' : mix(this.#theme.ink, 26)
    return this.#inLane(lane, { ...lineOfRole(role), width: 1 }, color)
  }

  /** Between the parts of one annotation. */
  joins(lane: number): Paint {
    return this.#inLane(lane, { style: 'dotted', width: 1 }, mix(this.#theme.ink, 55))
  }

  /** Of an annotation that has its place for itself. */
  tagged(id: number): Paint {
    return { ...this.tint(id), line: { ...this.lineOf(id), color: this.colors(id).line, beyond: 0 } }
  }

  /** Translucent, as all tints are: it reaches up to the lines under the words above, which must be seen through it. */
  tint(id: number): Paint {
    if (this.#theme.areForced) return {}
    return { background: mix(this.colors(id).fill, this.#byTheme(12, 20)) }
  }

  /** The line of an annotation that overlaps others. */
  line(id: number, lane: number): Paint {
    return this.#inLane(lane, this.lineOf(id), this.colors(id).line)
  }

  /** What goes below that line, where it has a further stroke. */
  second(id: number, lane: number): Paint | undefined {
    const { width, second } = fitted(this.lineOf(id), this.laneRoom)
    if (!second) return undefined
    const beyond = lane * this.laneRoom.step + toSecond(width)
    return { line: { style: second, width, color: this.colors(id).line, beyond } }
  }

  #inLane(lane: number, line: TagLine, color: string): Paint {
    return { line: { ...fitted(line, this.laneRoom), color, beyond: lane * this.laneRoom.step } }
  }

  focused(id: number): Paint {
    if (this.#theme.areForced) return { background: mix('Highlight', 30), over: 'Highlight' }
    const { line, fill } = this.colors(id)
    return { background: mix(fill, this.#byTheme(30, 42)), over: line }
  }

  hovered(id: number): Paint {
    if (this.#theme.areForced) return { background: mix('Highlight', 15) }
    return { background: mix(this.colors(id).fill, this.#byTheme(14, 22)) }
  }

  pending(): Paint {
    const { accent } = this.#theme
    return {
      background: mix(accent, 20),
      line: { color: accent, style: 'dashed', width: 2, beyond: 0, above: true },
    }
  }

  /** Where the system chooses the colours, shapes alone tell what is what. */
  railColors(): RailColors {
    const { paper } = this.#theme
    if (this.#theme.areForced)
      return {
        paper: 'Canvas',
        found: 'GrayText',
        current: 'Highlight',
        copies: 'GrayText',
        tag: () => 'CanvasText',
      }
    return {
      paper,
      found: this.#theme.isDark ? '#d99a1c' : '#c27803',
      current: this.#theme.isDark ? '#fcd34d' : '#92400e',
      copies: this.#theme.isDark ? '#8b93a1' : '#7c828c',
      tag: (id) => this.colors(id).line,
    }
  }

  found(isCurrent: boolean): Paint {
    if (this.#theme.areForced)
      return isCurrent ? { background: 'Highlight', color: 'HighlightText' } : { background: mix('Mark', 45) }
    if (isCurrent) return { background: '#f7b52c', color: '#201500' }
    return { background: mix('#fbbf24', this.#byTheme(42, 30)) }
  }

  /** The selection while the text does not have the keyboard. */
  kept(): Paint {
    return { background: mix(this.#theme.areForced ? 'Highlight' : this.#theme.accent, 20) }
  }

  #byTheme(light: number, dark: number): number {
    const { isDark, strength } = this.#theme
    return (isDark ? dark : light) * strength
  }
}

/** By tag, the first one of the codebook that has its colour and its line. */
export function firstOfLook(
  tags: readonly { id: number; color: string }[],
  lines: ReadonlyMap<number, TagLine>,
): Map<number, number> {
  const firsts = new Map<string, number>()
  return new Map(
    tags.map(({ id, color }) => {
      const { style, width, second } = lines.get(id)!
      const look = `${color} ${style} ${width} ${second}`
      const first = firsts.get(look) ?? id
      firsts.set(look, first)
      return [id, first]
    }),
  )
}

function mix(color: string, percent: number): string {
  return `color-mix(in srgb, ${color} ${percent}%, transparent)`
}
