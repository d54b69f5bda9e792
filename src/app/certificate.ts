import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { Log } from '../kernel/kernel.ts'
import type { Config } from './config.ts'

type Tls = NonNullable<Config['tls']>

/** A certificate and its key, as they stand in their files. */
export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
}

/** Reads both, and says which is wrong where they cannot be used together. */
export async function readCertificate({ certFile, keyFile }: Tls): Promise<Certificate> {
  const [cert, key] = await Promise.all(
    (
      [
        ['KONTOR_TLS_CERT', certFile],
        ['KONTOR_TLS_KEY', keyFile],
      ] as const
    ).map(([setting, path]) =>
      readFile(path).catch((error: Error) => {
        throw new Error(`${setting}: ${path} cannot be read: ${error.message}`)
      }),
    ),
  )
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new Error(`${certFile} and ${keyFile} are no certificate and its key, PEM: ${(error as Error).message}`)
  }
  return { cert: cert!, key: key! }
}

/** How often one looks whether the files were renewed: nobody need tell us, and no renewal is that urgent. */
const lookMs = 60_000

export interface KeptCertificate {
  /** Looks now; SIGHUP does the same. Answers whether there was a new one. */
  look(): Promise<boolean>
  stop(): void
}

/** Takes a renewed certificate up while the server runs; lines that are open keep the old one, new ones have the new. */
export function keepCertificate(server: TlsServer, tls: Tls, first: Certificate, log: Log): KeptCertificate {
  let current = first
  const look = async (): Promise<boolean> => {
    try {
      const found = await readCertificate(tls)
      if (found.cert.equals(current.cert) && found.key.equals(current.key)) return false
      server.setSecureContext(found)
      current = found
      log('info', 'the certificate was renewed', { file: tls.certFile })
      return true
    } catch (error) {
      // Half renewed: the certificate is there and its key not yet. The old one is good until the next look.
      log('warn', 'the certificate could not be renewed', { error: (error as Error).message })
      return false
    }
  }
  const timer = setInterval(() => void look(), lookMs)
  const onHangup = () => void look()
  process.on('SIGHUP', onHangup)
  return {
    look,
    stop: () => {
      clearInterval(timer)
      process.off('SIGHUP', onHangup)
    },
  }
}

/** Where somebody came by plain HTTP: the same place by HTTPS, with 308, so that nothing is sent in the clear twice. */
export async function redirectToHttps(host: string, port: number, address: string): Promise<Server> {
  const server = createServer((request, reply) => {
    // The path alone: what the Host header says is anybody's.
    const path = /^\/(?!\/)[\x21-\x7e]*$/.test(request.url ?? '') ? request.url : '/'
    reply.writeHead(308, { location: `${address}${path}`, 'content-length': 0, connection: 'close' }).end()
    request.resume()
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host, port }, resolve))
  return server
}
