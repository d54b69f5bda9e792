/** Stand-ins written from the documentation of what they stand for: the call monitor of a Fritz!Box and Asterisk's manager interface, on real TCP. */
import { createHash } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as { port: number }).port
}

interface StandIn {
  readonly port: number
  /** How many have come in. */
  readonly came: () => number
  /** Resolves when so many have come in. */
  until(count: number): Promise<void>
  /** Cuts every line off. */
  cut(): void
  close(): Promise<void>
}

function standIn(server: Server, port: number, sockets: Set<Socket>): StandIn {
  let came = 0
  let waiting: { count: number; done: () => void }[] = []
  const note = () => {
    came++
    for (const { count, done } of waiting) if (came >= count) done()
    waiting = waiting.filter(({ count }) => count > came)
  }
  server.on('entered', note)
  return {
    port,
    came: () => came,
    until: count => (came >= count ? Promise.resolve() : new Promise(done => waiting.push({ count, done }))),
    cut: () => sockets.forEach(socket => socket.destroy()),
    close: async () => {
      sockets.forEach(socket => socket.destroy())
      await new Promise(done => server.close(done))
    },
  }
}

export interface FritzStandIn extends StandIn {
  /** As it is: whoever wishes half a line says half of one. */
  say(text: string): void
}

export async function fritzStandIn(): Promise<FritzStandIn> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    server.emit('entered')
  })
  const it = standIn(server, await listening(server), sockets)
  return { ...it, say: text => sockets.forEach(socket => socket.write(text)) }
}

export type Action = Readonly<Record<string, string>>

export interface AsteriskStandIn extends StandIn {
  /** What was asked of it, but for signing in. */
  readonly actions: readonly Action[]
  event(fields: Action): void
  /** Resolves with the first action of that name. */
  asked(name: string): Promise<Action>
}

export async function asteriskStandIn({ username = 'kontor', secret = 'hemlig' } = {}): Promise<AsteriskStandIn> {
  const sockets = new Set<Socket>()
  const listeners = new Set<Socket>()
  const actions: Action[] = []
  const waiting: { name: string; done: (action: Action) => void }[] = []
  const answer = (socket: Socket, action: Action, fields: Action) =>
    socket.write(blockOf({ ...fields, ...(action['ActionID'] ? { ActionID: action['ActionID'] } : {}) }))
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      listeners.delete(socket)
    })
    socket.write('Asterisk Call Manager/9.0.0\r\n')
    const challenge = String(Math.floor(Math.random() * 1e9))
    let isIn = false
    const act = (action: Action) => {
      if (action['Action'] === 'Challenge')
        return void answer(socket, action, { Response: 'Success', Challenge: challenge })
      if (action['Action'] === 'Login') {
        const key = createHash('md5')
          .update(challenge + secret)
          .digest('hex')
        isIn = action['AuthType'] === 'MD5' && action['Username'] === username && action['Key'] === key
        if (!isIn) {
          answer(socket, action, { Response: 'Error', Message: 'Authentication failed' })
          return void socket.end()
        }
        answer(socket, action, { Response: 'Success', Message: 'Authentication accepted' })
        if (action['Events'] !== 'off') {
          listeners.add(socket)
          server.emit('entered')
        }
        return
      }
      if (!isIn) return void answer(socket, action, { Response: 'Error', Message: 'Permission denied' })
      if (action['Action'] === 'Ping') return void answer(socket, action, { Response: 'Success', Ping: 'Pong' })
      actions.push(action)
      answer(socket, action, { Response: 'Success', Message: `${action['Action']} successfully queued` })
      for (const { name, done } of waiting) if (name === action['Action']) done(action)
    }
    let rest = ''
    socket.on('data', data => {
      const blocks = (rest + String(data)).split('\r\n\r\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) act(fieldsOf(block))
    })
  })
  const it = standIn(server, await listening(server), sockets)
  return {
    ...it,
    actions,
    event: fields => listeners.forEach(socket => socket.write(blockOf(fields))),
    asked: name => {
      const found = actions.find(action => action['Action'] === name)
      return found ? Promise.resolve(found) : new Promise(done => waiting.push({ name, done }))
    },
  }
}

const blockOf = (fields: Action): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`

const fieldsOf = (block: string): Action =>
  Object.fromEntries(
    block.split('\r\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )

/** The events of a call from outside to 101 and 102, as Asterisk tells them. */
export const ringsInAsterisk = (id: string, from: string, to: string, at: readonly string[]): Action[] => [
  {
    Event: 'Newchannel',
    Channel: `PJSIP/trunk-${id.slice(-4).padStart(8, '0')}`,
    ChannelState: '4',
    CallerIDNum: from,
    Context: 'from-trunk',
    Exten: to,
    Uniqueid: id,
    Linkedid: id,
  },
  ...at.flatMap((extension, n) => [
    {
      Event: 'Newchannel',
      Channel: `PJSIP/${extension}-0000000${n + 1}`,
      CallerIDNum: extension,
      Context: 'from-internal',
      Exten: 's',
      Uniqueid: `${id}.${n + 1}`,
      Linkedid: id,
    },
    {
      Event: 'DialBegin',
      Channel: `PJSIP/trunk-${id.slice(-4).padStart(8, '0')}`,
      Uniqueid: id,
      Linkedid: id,
      DestChannel: `PJSIP/${extension}-0000000${n + 1}`,
      DestUniqueid: `${id}.${n + 1}`,
      DestCallerIDNum: extension,
      DialString: extension,
    },
  ]),
]
