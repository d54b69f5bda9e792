import { readConfig } from '../config.ts'
import { openLog } from '../log.ts'
import { greeting, startServer } from '../server.ts'

/** Runs until SIGTERM or SIGINT, then ends cleanly: requests answered, jobs handed over, the database stopped. */
export async function start(): Promise<number> {
  const config = readConfig()
  const log = openLog(process.stdout.isTTY && !process.env['KONTOR_LOG_LEVEL'] ? 'warn' : config.logLevel)
  let lost: (cause: Error) => void = () => {}
  const ended = new Promise<number>(resolve => {
    process.once('SIGTERM', () => resolve(0))
    process.once('SIGINT', () => resolve(0))
    // A terminal that was closed; a service is asked by the same signal to look at its certificate.
    process.on('SIGHUP', () => process.stdout.isTTY && resolve(0))
    lost = cause => {
      log('error', 'the database ended', { error: cause.message })
      resolve(1)
    }
  })
  const running = await startServer({ config, log, tell: line => console.log(line), onLost: lost })
  for (const line of greeting(running)) console.log(line)
  const code = await ended
  const timer = setTimeout(() => process.exit(code), 15_000)
  await running.stop()
  clearTimeout(timer)
  return code
}
