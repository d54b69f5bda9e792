import pino from 'pino'
import type { Log } from '../kernel/kernel.ts'
import type { Config } from './config.ts'

/** Structured logs on standard output; what could be a secret is cut before it is written. */
export function openLog(level: Config['logLevel'], destination: NodeJS.WritableStream = process.stdout): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      redact: { paths: ['password', 'token', '*.password', '*.token', 'authorization', 'cookie'], censor: '…' },
    },
    destination,
  )
  return (kind, message, data) => logger[kind](data, message)
}
