/** Messages of PostgreSQL's extended protocol, one behind the other in one piece of memory (manual, 55.7). */
const first = 4_096

export type Wired = string | Buffer | null

export class Packet {
  #bytes = Buffer.allocUnsafe(first)
  #at = 0

  #room(bytes: number): void {
    const needed = this.#at + bytes
    if (needed <= this.#bytes.length) return
    const more = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(more, 0, 0, this.#at)
    this.#bytes = more
  }

  #int16(value: number): void {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(value, this.#at)
  }

  #int32(value: number): void {
    this.#room(4)
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
  }

  /** The longest that its letters can be is kept free, so that they are gone through once. */
  #letters(text: string): number {
    this.#room(text.length * 3)
    const written = this.#bytes.write(text, this.#at)
    this.#at += written
    return written
  }

  #text(text: string): void {
    this.#letters(text)
    this.#room(1)
    this.#bytes[this.#at++] = 0
  }

  #message(code: string, body: () => void): void {
    this.#room(5)
    this.#bytes[this.#at++] = code.charCodeAt(0)
    const from = this.#at
    this.#at += 4
    body()
    this.#bytes.writeInt32BE(this.#at - from, from)
  }

  #value(value: Wired): void {
    if (value === null) return this.#int32(-1)
    this.#int32(0)
    const from = this.#at
    if (typeof value === 'string') this.#letters(value)
    else {
      this.#room(value.length)
      this.#at += value.copy(this.#bytes, this.#at)
    }
    this.#bytes.writeInt32BE(this.#at - from, from - 4)
  }

  /** Forgets a statement of that name, whether there is one or not. */
  close(name: string): void {
    this.#message('C', () => this.#text(`S${name}`))
  }

  /** Prepares a statement, and asks what its rows look like. */
  parse(name: string, text: string): void {
    this.#message('P', () => {
      this.#text(name)
      this.#text(text)
      this.#int16(0)
    })
    this.#message('D', () => this.#text(`S${name}`))
  }

  /** Runs a prepared statement; bytes go as they are, all else as text, and all answers come as text. */
  execute(name: string, values: readonly Wired[]): void {
    const asBytes = values.some(value => value instanceof Buffer)
    this.#message('B', () => {
      this.#text('')
      this.#text(name)
      this.#int16(asBytes ? values.length : 0)
      if (asBytes) for (const value of values) this.#int16(value instanceof Buffer ? 1 : 0)
      this.#int16(values.length)
      for (const value of values) this.#value(value)
      this.#int16(0)
    })
    this.#message('E', () => {
      this.#text('')
      this.#int32(0)
    })
  }

  /** What there is, with the mark behind it after which PostgreSQL answers. */
  synced(): Buffer {
    this.#message('S', () => {})
    return this.#bytes.subarray(0, this.#at)
  }
}
