/** A TCP line whose words come in lines: half a line waits for its other half, and one without an end is cut off. */
import { connect, type Socket } from 'node:net'
import { WireFailure } from './wire.ts'

/** No line of a telephone system is longer, bytes. */
const longestLine = 16_384
const connectMs = 10_000

export interface LineSocket {
  readonly socket: Socket
  /** Rejects with `WireFailure` when it breaks or is closed there. */
  readonly over: Promise<void>
}

const unknown: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'])

/** Without the end of the line; `heard` is called for each as it comes. */
export async function openLines(host: string, port: number, heard: (line: string) => void): Promise<LineSocket> {
  const socket = connect({ host, port, keepAlive: true, keepAliveInitialDelay: 30_000, noDelay: true })
  socket.setEncoding('utf8')
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new Error('timeout')), connectMs)
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      reject(new WireFailure(unknown.has(error.code ?? '') ? 'host-unknown' : 'unreachable', error))
    })
  })
  const { promise: over, reject } = Promise.withResolvers<void>()
  // Whoever waits for nothing more has closed it.
  over.catch(() => undefined)
  let rest = ''
  socket.on('data', (text: unknown) => {
    const lines = (rest + String(text)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) return void socket.destroy(new WireFailure('not-a-telephone-system'))
    for (const line of lines) heard(line.endsWith('\r') ? line.slice(0, -1) : line)
  })
  socket.on('error', error => reject(error instanceof WireFailure ? error : new WireFailure('broken', error)))
  socket.on('close', () => reject(new WireFailure('broken')))
  return { socket, over }
}
