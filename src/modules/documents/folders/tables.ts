/** The tables of opening and saving back, as migrations 0150 and 0660 make them. */
import type { dropKinds } from '../contract/folders.ts'

export interface FolderTables {
  'documents.version': {
    organisation_id: string
    document_id: string
    number: number
    file_id: string
    digest: Buffer
    saved_at: Temporal.Instant
    saved_by: string | null
    /** Saved from what was not the newest any more. */
    aside: boolean
  }
  'documents.drop_entry': {
    organisation_id: string
    principal_id: string
    path: string
    kind: (typeof dropKinds)[number]
    document_id: string | null
    file_id: string | null
    changed_at: Temporal.Instant
  }
  'documents.edit_lock': {
    organisation_id: string
    token: string
    principal_id: string
    document_id: string | null
    path: string | null
    whole: boolean
    shared: boolean
    owner: string
    until_at: Temporal.Instant
    /** Held at the address of an opening. */
    opening_id: string | null
  }
  'documents.opening': {
    organisation_id: string
    id: string
    document_id: string
    principal_id: string
    until_at: Temporal.Instant
    based_on: number
  }
}
