import type { ConnectionOptions } from 'node:tls'
import { connectionOf } from '../address.ts'

/** What `new pg.Client(…)` and `new pg.Pool(…)` need to reach a database; nothing else is kept in it. */
export interface Connection {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly options?: string
  readonly application_name?: string
  readonly connectionTimeoutMillis?: number
  readonly ssl?: ConnectionOptions
}

/** Owns every schema and runs the migrations; never used to serve a request. */
export const OWNER_ROLE = 'kontor_owner'

/** Owns nothing: row-level security is forced on it. Everything at runtime goes through it. */
export const APP_ROLE = 'kontor_app'

/** The two ways into one database. */
export interface DatabaseConnections {
  readonly owner: Connection
  readonly app: Connection
}

/**
 * The connections for a PostgreSQL that somebody else runs. Without an address of its own for the application's role, the
 * owner signs in and becomes that role by start-up option, which a `RESET ROLE` returns to, so that no session of the
 * application is ever the owner by accident.
 */
export function externalConnections(ownerUrl: string, appUrl?: string): DatabaseConnections {
  const owner = connectionOf(ownerUrl)
  if (appUrl !== undefined) return { owner, app: connectionOf(appUrl) }
  // Ours stands last: of two settings of the role PostgreSQL takes the later.
  return { owner, app: { ...owner, options: [owner.options, `-c role=${APP_ROLE}`].filter(Boolean).join(' ') } }
}
