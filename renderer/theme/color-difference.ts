import type { Light } from './color-space.ts'

/** Lightness, green to red, blue to yellow. */
type Lab = readonly [l: number, a: number, b: number]

const degrees = 180 / Math.PI

/**
 * How different two colours look: CIEDE2000 (CIE 142-2001), by the formulas of Sharma, Wu and Dalal (2005). About 1
 * can just be seen side by side; from about 10 on, two small patches of a page are told apart at a glance.
 */
export function colorDifference(first: Light, second: Light): number {
  const [l1, a1, b1] = toLab(first)
  const [l2, a2, b2] = toLab(second)
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))) / 2
  const [c1, h1] = polar(a1 * (1 + g), b1)
  const [c2, h2] = polar(a2 * (1 + g), b2)

  const isGrey = c1 * c2 === 0
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180
  const dL = l2 - l1
  const dC = c2 - c1
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2 / degrees)

  const l = (l1 + l2) / 2
  const c = (c1 + c2) / 2
  const h = isGrey ? h1 + h2 : meanHue(h1, h2)
  const cosine = (times: number, shift: number) => Math.cos((times * h + shift) / degrees)
  const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63)
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2)
  const sC = 1 + 0.045 * c
  const sH = 1 + 0.015 * c * t
  const rotation =
    -2 *
    Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) *
    Math.sin((60 * Math.exp(-(((h - 275) / 25) ** 2))) / degrees)
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH))
}

function polar(a: number, b: number): [chroma: number, hue: number] {
  return [Math.hypot(a, b), a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * degrees + 360) % 360]
}

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2
  return (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
}

/** CIELAB under D65. */
function toLab([r, g, b]: Light): Lab {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
