import { escaped } from '../../preload/contract/argument-graph/escaped.ts'
import {
  type Box,
  boxWidth,
  type Drawing,
  type DrawnLink,
  fontSize,
  footSize,
  footY,
  lineHeight,
  nameOf,
  padding,
  pathOf,
} from './drawing.ts'
import { headOf } from './heads.ts'

const ink = '#1c1a16'
const soft = '#5a5346'
const fonts = "Inter, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

/** A map as a file of its own: on white, its text as text, with no script, style or other file. */
export function asSvg({ width, height, boxes, links }: Drawing, title: string): string {
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${fonts}" font-size="${fontSize}">`,
    `<title>${escaped(title)}</title>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...links.map(linkAsSvg),
    ...boxes.map(boxAsSvg),
    ...links.map(labelAsSvg),
    '</svg>',
    '',
  ].join('\n')
}

function linkAsSvg({ lines, type, stance, dot }: DrawnLink): string {
  const dash = stance === 'against' ? ' stroke-dasharray="6 3"' : ''
  const paths = lines.map(
    (points) => `<path d="${pathOf(points)}" fill="none" stroke="${type.color}" stroke-width="1.6"${dash}/>`,
  )
  const heads = [
    headOf(lines.at(-1) ?? [], stance),
    type.symmetric ? headOf([...(lines[0] ?? [])].reverse(), stance) : '',
  ]
    .filter((path) => path !== '')
    .map(
      (path) =>
        `<path d="${path}" fill="${stance === 'for' ? type.color : 'none'}" stroke="${type.color}" stroke-width="1.8"/>`,
    )
  const mark = dot
    ? [`<circle cx="${dot.x}" cy="${dot.y}" r="5" fill="#ffffff" stroke="${type.color}" stroke-width="2"/>`]
    : []
  return [...paths, ...heads, ...mark].join('')
}

function labelAsSvg({ label, link, type }: DrawnLink): string {
  if (!label) return ''
  const halo = 'stroke="#ffffff" stroke-width="7" paint-order="stroke"'
  return `<text x="${label.x}" y="${label.y + 4}" text-anchor="middle" font-size="${footSize}" fill="${ink}" ${halo}>${escaped(nameOf(link, type))}</text>`
}

function boxAsSvg(box: Box): string {
  const { node, x, y, height, lines, foot } = box
  const shape = `x="${x}" y="${y}" width="${boxWidth}" height="${height}" rx="5"`
  const edge = node.claim === null ? ' stroke-dasharray="4 3"' : ''
  const text = lines.map(
    (line, at) =>
      `<tspan x="${x + padding}" y="${y + padding + 12 + at * lineHeight}">${escaped(line)}</tspan>`,
  )
  const below = foot.map(
    (line, at) => `<tspan x="${x + padding}" y="${footY(box, at)}">${escaped(line)}</tspan>`,
  )
  return [
    `<g><title>${escaped(node.text)}</title>`,
    `<rect ${shape} fill="#ffffff" stroke="${soft}"${edge}/>`,
    `<text fill="${ink}">${text.join('')}</text>`,
    `<text font-size="${footSize}" fill="${soft}">${below.join('')}</text></g>`,
  ].join('')
}
