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

/** All numbers: the sums, then what they are made of. */
export function Numbers(of: Counts) {
  return (
    <>
      <dl className="overview-sums">
        {sums(of).map(({ title, figure }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <button type="button" className="overview-sum" onClick={() => figure.open(`sum ${title}`)}>
                {figure.count.toLocaleString('en')}
              </button>
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
