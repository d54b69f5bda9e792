/** What an office may know of the machine that serves it: told by whoever started it, asked by `kernel.get-server`. */
export interface ServerFacts {
  readonly version: string
  /** Where people reach it: what links begin with. */
  readonly address: string
  /** Where other computers in the office find it by number; none when it listens to itself alone. */
  readonly officeAddresses: readonly string[]
  /** Whether people reach it encrypted, by its own certificate or a proxy's. */
  readonly isEncrypted: boolean
  /** Where scanners send their mail; null where that door is shut. */
  readonly scanMail: {
    /** The address to type into the scanner. */
    readonly address: string
    /** Its mail server: any of these, without a password. */
    readonly hosts: readonly string[]
    readonly port: number
  } | null
  /** A folder of the server whose files are taken in; null where there is none. */
  readonly watchedFolder: string | null
  /** Where everything is kept. */
  readonly dataFolder: string
}

/** Tells the facts for one organisation: where several share a machine, each has an address and a folder of its own. */
export type TellServer = (organisationId: string) => Promise<ServerFacts>
