/** A wire between a browser and a server that can be cut: nobody is reached any more, or what is sent arrives and its answer is lost. HTTP/1.1. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Wire {
  readonly address: string
  set(way: 'open' | 'cut'): void
  /** What is sent to this path arrives, and no answer comes back; how often that was. */
  lose(path: string): () => number
  /** Where it leads. */
  to(port: number): void
  close(): Promise<void>
}

export async function openWire(): Promise<Wire> {
  let way: 'open' | 'cut' = 'open'
  let losing: { path: string; lost: number } | null = null
  let port = 0
  const both = new Set<Socket>()
  const ends = (socket: Socket) => {
    both.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => both.delete(socket))
  }
  const server = createServer(near => {
    ends(near)
    if (way === 'cut') return void near.destroy()
    const far = connect(port, '127.0.0.1')
    ends(far)
    let isLost = false
    near.on('data', bytes => {
      isLost = losing !== null && bytes.includes(`POST ${losing.path} `)
      far.write(bytes)
    })
    far.on('data', bytes => {
      if (!isLost) return void near.write(bytes)
      if (losing) losing.lost++
      near.destroy()
    })
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: next => {
      way = next
      losing = null
      if (next === 'cut') for (const socket of both) socket.destroy()
    },
    lose: path => {
      const now = { path, lost: 0 }
      losing = now
      return () => now.lost
    },
    to: next => {
      port = next
    },
    close: () => {
      for (const socket of both) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
