import { Button } from '../../ui/Button.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { type ChartData, type ChartRow, sumOf } from './chart-data.ts'
import { FigureButton } from './FigureButton.tsx'

/** More stand in the table. */
const mostBars = 10

/** Each row as a bar with its numbers; several parts lie end to end in it, told apart by their pattern too. */
export function Bars({ data, onAll }: { data: ChartData; onAll: () => void }) {
  const { id, parts, rows } = data
  return (
    <>
      <ul className="chart-bars" data-parts={parts.length}>
        {rows.first(mostBars).map((row, at) => (
          <li key={row.key} className="chart-row">
            <span className="chart-name" dir="auto" title={row.title}>
              {row.title}
            </span>
            <Bar row={row} most={rows.most} />
            {row.figures.map((figure, part) => (
              <FigureButton
                key={parts[part]}
                figure={figure}
                chart={id}
                row={row}
                part={part}
                name={parts[part]!}
                parts={parts.length}
                isStop={at === 0 && part === 0}
              />
            ))}
          </li>
        ))}
      </ul>
      {rows.length > mostBars && (
        <Button look="quiet" onPress={onAll}>
          {`All ${rows.length.toLocaleString('en')} in the table`}
        </Button>
      )}
    </>
  )
}

function Bar({ row, most }: { row: ChartRow; most: number }) {
  const isOne = row.figures.length === 1
  const style = row.color === undefined ? {} : tagColor(row.color)
  return (
    <span
      className={row.color === undefined ? 'chart-track' : 'chart-track tag-colored'}
      style={style}
      aria-hidden
    >
      {row.figures.map(({ count }, part) => {
        const of = isOne ? most : sumOf(row)
        return count === 0 ? null : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a chart are always the same
            key={part}
            className="chart-bar"
            data-part={part}
            style={{ width: `${(100 * count) / of}%` }}
          />
        )
      })}
    </span>
  )
}
