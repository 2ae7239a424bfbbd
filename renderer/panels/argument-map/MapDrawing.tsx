import { memo } from 'react'
import {
  type Box,
  boxWidth,
  type Drawing,
  type DrawnLink,
  footY,
  lineHeight,
  nameOf,
  padding,
  pathOf,
} from '../../argument-map/drawing.ts'
import { headOf } from '../../argument-map/heads.ts'
import { tagColor } from '../../ui/Tag.tsx'

/** The map as it is seen: lines, then boxes, then the names of the lines. */
export const MapDrawing = memo(function MapDrawing({ boxes, links }: Drawing) {
  return (
    <>
      {links.map((one) => (
        <LinkLine key={one.link.key} one={one} />
      ))}
      {boxes.map((box) => (
        <NodeBox key={box.node.key} box={box} />
      ))}
      {links.map(({ link, type, label }) =>
        label ? (
          <text key={link.key} className="map-label" x={label.x} y={label.y + 4} data-map-key={link.key}>
            {nameOf(link, type)}
          </text>
        ) : null,
      )}
    </>
  )
})

function LinkLine({ one: { link, type, stance, lines, dot } }: { one: DrawnLink }) {
  const back = type.symmetric ? headOf([...(lines[0] ?? [])].reverse(), stance) : ''
  return (
    <g className="map-link tag-colored" style={tagColor(type.color)} data-stance={stance}>
      {lines.map((points) => (
        <path key={pathOf(points)} className="map-line" d={pathOf(points)} />
      ))}
      <path className="map-head" d={headOf(lines.at(-1) ?? [], stance)} />
      {back !== '' && <path className="map-head" d={back} />}
      {dot && <circle className="map-dot" cx={dot.x} cy={dot.y} r={5} data-map-key={link.key} />}
    </g>
  )
}

function NodeBox({ box }: { box: Box }) {
  const { node, x, y, height, lines, foot } = box
  return (
    <g className="map-box" data-map-key={node.key} data-passage={node.claim === null || undefined}>
      <rect x={x} y={y} width={boxWidth} height={height} rx={5} />
      <text className="map-words">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a box are told apart by their place
          <tspan key={at} x={x + padding} y={y + padding + 12 + at * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <text className="map-foot">
        {foot.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a foot are told apart by their place
          <tspan key={at} x={x + padding} y={footY(box, at)}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}
