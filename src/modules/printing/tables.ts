/** The tables of printing, as migrations/0515-printing.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { Abilities, Colour, JobState, Marker, PrinterProblem, PrinterState, Sides, Stock } from './contract/shapes.ts'

export interface PrinterTable {
  organisation_id: string
  id: string
  uri: string
  place: Generated<string>
  is_default: Generated<boolean>
  retired: Generated<boolean>
  state: Generated<PrinterState>
  reasons: Generated<string[]>
  problem: PrinterProblem | null
  abilities: ColumnType<Abilities | null, string | null, string | null>
  markers: ColumnType<Marker[], string | undefined, string>
  certificate: string | null
  looked_at: Temporal.Instant | null
}

export interface JobTable {
  organisation_id: string
  id: string
  printer_id: string
  document_id: string | null
  file_id: string | null
  /** Null: Kontor printed it by itself. */
  owner_id: string | null
  state: JobState
  copies: number
  sides: Sides
  colour: Colour
  staple: Generated<boolean>
  tray: string | null
  printer_number: number | null
  reasons: Generated<string[]>
  sheets: number | null
  problem: string | null
  tries: Generated<number>
  asked_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  cancel_asked: Generated<boolean>
  width_mm: number | null
  height_mm: number | null
}

export interface StockTable {
  organisation_id: string
  id: string
  stock: Stock
  desk_id: string | null
  printer_id: string
  width_mm: number
  height_mm: number
  automatic: Generated<boolean>
}

/** Published: what is set, on printers in use. */
export interface StockFactView {
  organisation_id: string
  stock: Stock
  desk_id: string | null
  printer_id: string
  width_mm: number
  height_mm: number
  automatic: boolean
}

export interface PrintingTables {
  'printing.printer': PrinterTable
  'printing.choice': { organisation_id: string; principal_id: string; printer_id: string }
  'printing.job': JobTable
  'printing.stock': StockTable
  'printing.stock_fact': StockFactView
}
