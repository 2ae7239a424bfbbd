import { useState } from 'react'
import { ShowMore } from '../../ui/ShowMore.tsx'
import type { ChartData } from './chart-data.ts'
import { FigureButton } from './FigureButton.tsx'

const atOnce = 100

/** The same numbers as a table, with those that no bar shows. */
export function ChartTable({ data }: { data: ChartData }) {
  const { id, title, of, parts, besides = [], rows } = data
  const [shown, setShown] = useState(atOnce)
  return (
    <div className="chart-table">
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {[...parts, ...besides].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.first(shown).map((row, at) => (
            <tr key={row.key}>
              <th scope="row" dir="auto">
                {row.title}
              </th>
              {row.figures.map((figure, part) => (
                <td key={parts[part]}>
                  <FigureButton
                    figure={figure}
                    chart={id}
                    row={row}
                    part={part}
                    name={parts[part]!}
                    parts={parts.length}
                    isStop={at === 0 && part === 0}
                  />
                </td>
              ))}
              {row.besides?.map((count, column) => (
                <td key={besides[column]}>{count.toLocaleString('en')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore
        left={rows.length - shown}
        rows="tbody td:first-of-type [data-figure]"
        onPress={() => setShown(shown + 10 * atOnce)}
      >
        {`Show more of ${rows.length.toLocaleString('en')}`}
      </ShowMore>
    </div>
  )
}
