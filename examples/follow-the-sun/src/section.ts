import type { Section as ReportSection } from '@holdfast/example-report/section'
import type { Chart } from './charts/chart.ts'

/** A part of the report, with its own kind of charts. */
export type Section = ReportSection<Chart>
