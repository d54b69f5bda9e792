import type { ComponentType } from 'react'

/** A page of a module, listed in its `ui/pages.ts`; the component is loaded when the page is first opened. */
export interface PageDefinition {
  /** `/documents`, `/documents/$id`: `$id` is read with `useParams()`. */
  readonly path: string
  readonly load: () => Promise<{ readonly default: ComponentType }>
  /** Its place in the rail. */
  readonly rail?: RailPlace
  /** What the palette and the keys call it, where it has no place in the rail; without either it is reached from other pages. */
  readonly named?: PageName
  /** For people outside who do not sign in: it stands without the frame, and its link proves itself by what stands after `#`. */
  readonly outside?: true
  /** Kinds of record that it may be opened about: their pages and the palette offer it, with `?about=` the record's id. */
  readonly about?: readonly string[]
  /** Two strokes that open it from anywhere: `g d`. */
  readonly keys?: string
}

export interface PageName {
  readonly icon: string
  /** Key in the module's catalogue. */
  readonly message: string
  /** Shown only to who holds this permission. */
  readonly permission?: string
  /** The place in the rail under which it stands while one is there: `money`. That place names the same section. */
  readonly section?: string
  /** Its place among the pages of its section. */
  readonly order?: number
}

export interface RailPlace extends PageName {
  /** Desk 10, In 20, Calendar 30, People 40, Documents 50, Approvals 60; 110 to 170 by the frame's list; 210 Matters, Procedures 220, Registers 230, Announcements 240. */
  readonly order: number
  /** A query that answers `{total}` (or `{count}`): what waits there. */
  readonly count?: string
  /** `machine`: jobs, journal, tokens, settings stand apart behind one door at the foot. */
  readonly door?: 'machine'
}

/** What came in by a module and is nobody's yet: lines of the tray In. */
export interface TraySource {
  /** A query that answers a list of `waitingRow` (src/kernel/shapes.ts); asked only by who holds its permission. */
  readonly query: string
  /** What its lines are called among the tray's questions: a key of the module's catalogue. */
  readonly message: string
  /** Where it differs from the query's name. */
  readonly permission?: string
}

/** A part of a module that floats over all pages, as what rings does. */
export interface Everywhere {
  readonly load: () => Promise<{ readonly default: ComponentType }>
  readonly permission: string
}

/** Pages on which other modules say a word of their own. */
export type BesidePlace = 'desk' | 'person'

/** A part of a module that stands on such a page; on a colleague's card it is given their id. */
export interface BesidePart {
  readonly load: () => Promise<{ readonly default: ComponentType<{ readonly id: string }> }>
  readonly permission: string
}

/** What a module's `ui/pages.ts` exports. */
export interface ModulePages {
  readonly pages: readonly PageDefinition[]
  readonly tray?: TraySource
  /** What stands over every page of who holds the permission: fetched once the first page is there. */
  readonly everywhere?: Everywhere
  /** What it says on the desk and on a colleague's card, where the page is not its own. */
  readonly beside?: Partial<Readonly<Record<BesidePlace, BesidePart>>>
  /**
   * Commands that a page of the module asks for by a form of its own, or whose answer only that page can show (a link, a
   * password): the palette and New go there instead of opening the plain form. `?make=1`: see `useAskedToMake`.
   */
  readonly forms?: Readonly<Record<string, string>>
  /** Takes the files dropped anywhere in the window; one module has it. */
  readonly takeFiles?: () => Promise<{ readonly default: (files: readonly File[]) => Promise<void> }>
}
