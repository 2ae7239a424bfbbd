import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWorkbench } from '../../store/workbench.ts'
import { Chart } from './Chart.tsx'
import {
  annotatorChart,
  balanceChart,
  type Counts,
  documentBalanceChart,
  documentChart,
  linkTypeChart,
  openChart,
  speakerBalanceChart,
  speakerChart,
  statusChart,
  sums,
  tagChart,
} from './charts.ts'

/** It takes the keyboard when one comes back from what it counts. */
function Sum({ title, figure }: ReturnType<typeof sums>[number]) {
  const own = `sum ${title}`
  const isWayBack = useWorkbench((state) => state.overview.from === own)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where one comes back to, and once
  useEffect(() => {
    if (isWayBack) button.current?.focus()
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="overview-sum"
      aria-label={`${title}: ${figure.count.toLocaleString('en')}`}
      onClick={() => figure.open(own)}
    >
      {figure.count.toLocaleString('en')}
    </button>
  )
}

/** Along the row; down into the first chart. */
function pressInSums(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.overview-sum')]
  const at = all.indexOf(event.target as HTMLElement)
  const moves: Record<string, HTMLElement | null | undefined> = {
    ArrowRight: all[at + 1],
    ArrowLeft: all[at - 1],
    Home: all[0],
    End: all.at(-1),
    ArrowDown: event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-figure]'),
  }
  if (at < 0 || !(event.key in moves)) return
  moves[event.key]?.focus()
  event.preventDefault()
}

/** All numbers: the sums, then what they are made of. */
export function Numbers(of: Counts) {
  return (
    <>
      <dl className="overview-sums" onKeyDown={pressInSums}>
        {sums(of).map(({ title, figure }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <Sum title={title} figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="overview-charts">
        <Chart data={balanceChart(of)} />
        <Chart data={statusChart(of)} />
        <Chart data={openChart(of)} />
        <Chart data={linkTypeChart(of)} />
        <Chart data={tagChart(of)} />
        <Chart data={speakerBalanceChart(of)} />
        <Chart data={speakerChart(of)} />
        <Chart data={documentBalanceChart(of)} />
        <Chart data={documentChart(of)} />
        {of.counts.annotators.length > 1 && <Chart data={annotatorChart(of)} />}
      </div>
    </>
  )
}
