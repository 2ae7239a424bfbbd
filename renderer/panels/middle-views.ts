import type { ComponentType } from 'react'
import type { Middle } from '../store/workbench.ts'
import { MapArea } from './argument-map/MapArea.tsx'
import { ClaimsArea } from './claims/ClaimsArea.tsx'
import { ConfrontationView } from './confrontation/ConfrontationView.tsx'
import { CopiesArea } from './copies/CopiesArea.tsx'
import { DoctorArea } from './doctor/DoctorArea.tsx'
import { DocumentTable } from './document-table/DocumentTable.tsx'
import { OverviewArea } from './overview/OverviewArea.tsx'
import { SearchView } from './search/SearchView.tsx'
import { SpeakersArea } from './speakers/SpeakersArea.tsx'
import { TimeArea } from './time/TimeArea.tsx'
import { WorkListsArea } from './work-lists/WorkListsArea.tsx'
import './middle/middle.css'

/**
 * The views that take the place of the texts, and of the panels beside them. Each is one area of the window
 * (`data-area` with its name), for F6.
 */
export const middleViews: Record<Exclude<Middle, 'texts'>, ComponentType> = {
  overview: OverviewArea,
  map: MapArea,
  'work-lists': WorkListsArea,
  table: DocumentTable,
  search: SearchView,
  claims: ClaimsArea,
  copies: CopiesArea,
  confrontation: ConfrontationView,
  time: TimeArea,
  speakers: SpeakersArea,
  doctor: DoctorArea,
}
