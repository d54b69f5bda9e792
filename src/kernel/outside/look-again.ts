/** What looks at the same place again and again until it is closed: one look at a time, and a look that fails stops no other. */
export interface Looking {
  /** Looks now, or waits for the look that is on; how many things it found. */
  look(): Promise<number>
  close(): Promise<void>
}

/** `once` is told by `isClosed` to come to an end; what it throws on its own turn goes to `failed`. */
export function lookAgain(
  everyMs: number,
  once: (isClosed: () => boolean) => Promise<number>,
  failed: (error: unknown) => void,
): Looking {
  let closed = false
  let looking: Promise<number> | null = null
  const look = (): Promise<number> => {
    looking ??= once(() => closed).finally(() => {
      looking = null
    })
    return looking
  }
  const timer = setInterval(() => void look().catch(failed), everyMs)
  timer.unref()
  return {
    look,
    async close() {
      closed = true
      clearInterval(timer)
      await looking?.catch(() => 0)
    },
  }
}
