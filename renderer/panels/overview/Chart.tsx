import { Copy, Ellipsis, Table2 } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { copyRows } from '../../commands/copy-rows.ts'
import { saveFile } from '../../commands/save-file.ts'
import { toggleTable } from '../../store/argument/overview.ts'
import { showFailure } from '../../store/notices.ts'
import { asCsv } from '../../store/rows-as-text.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { Bars } from './Bars.tsx'
import { ChartTable } from './ChartTable.tsx'
import { type ChartData, tableOf } from './chart-data.ts'

/** Numbers as bars or as a table, to be copied or saved. The arrows go from number to number. */
export const Chart = memo(function Chart({ data }: { data: ChartData }) {
  const { id, title, parts, rows, empty } = data
  const asTable = useWorkbench((state) => state.overview.tables.has(id))
  return (
    <section className="chart" aria-label={title} data-chart={id} onKeyDown={press}>
      <header className="chart-head">
        <h2>{title}</h2>
        {parts.length > 1 && !asTable && rows.length > 0 && <Legend parts={parts} />}
        {rows.length > 0 && (
          <>
            <ToggleButton label={`${title} as a table`} isSelected={asTable} onChange={() => toggleTable(id)}>
              <Table2 size={15} aria-hidden />
            </ToggleButton>
            <CopyMenu data={data} />
          </>
        )}
      </header>
      {rows.length === 0 && <p className="chart-empty">{empty}</p>}
      {rows.length > 0 &&
        (asTable ? <ChartTable data={data} /> : <Bars data={data} onAll={() => toggleTable(id)} />)}
    </section>
  )
})

function Legend({ parts }: { parts: readonly string[] }) {
  return (
    <span className="chart-legend" aria-hidden>
      {parts.map((name, at) => (
        <span key={name}>
          <span className="chart-sign" data-part={at} /> {name}
        </span>
      ))}
    </span>
  )
}

function CopyMenu({ data }: { data: ChartData }) {
  const save = () =>
    saveFile({
      title: 'Save as CSV',
      name: `${workbench.getState().project?.name ?? ''} ${data.title}`,
      ending: 'csv',
      // So that spreadsheets take it for UTF-8.
      content: `\ufeff${asCsv(tableOf(data))}`,
    })
  return (
    <MenuButton
      label={`${data.title}: copy or save`}
      placement="bottom end"
      trigger={<IconButton icon={Ellipsis} label={`${data.title}: copy or save`} />}
    >
      <MenuItem icon={Copy} onAction={() => copyRows(tableOf(data), 'table').catch(showFailure)}>
        Copy the table
      </MenuItem>
      <MenuItem onAction={() => save().catch(showFailure)}>Save as CSV…</MenuItem>
    </MenuButton>
  )
}

/** Up and down go by row, left and right by part; at the ends into the next chart. */
function press(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as Element).closest<HTMLElement>('[data-figure]')
  const by = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key]
  if (!from || !by || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-figure]') ?? [])]
  const place = all.indexOf(from)
  const part = Number(from.dataset.part)
  const next =
    by[1] !== 0
      ? all[place + by[1]!]
      : by[0]! > 0
        ? all.slice(place + 1).find((one) => isBelow(one, from, part))
        : (all.slice(0, place).findLast((one) => isBelow(one, from, part)) ??
          event.currentTarget.closest('.overview-page')?.querySelector<HTMLElement>('.overview-sum'))
  next?.focus()
  event.preventDefault()
}

/** A number of another row in the same part, or the first of another chart’s that has no such part. */
function isBelow(one: HTMLElement, from: HTMLElement, part: number): boolean {
  if (one.dataset.row === from.dataset.row && one.closest('[data-chart]') === from.closest('[data-chart]'))
    return false
  return Number(one.dataset.part) === Math.min(part, Number(one.dataset.parts) - 1)
}
