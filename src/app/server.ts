/** The server: HTTP, workers, doors. One process runs all; several may share one database. */
import type { Server as TlsServer } from 'node:https'
import type { FastifyInstance } from 'fastify'
import { startWorkers } from '../kernel/jobs/workers.ts'
import type { Log } from '../kernel/kernel.ts'
import { openTicker } from '../kernel/live/ticker.ts'
import { firstRunToken, organisations } from '../kernel/platform/first-run.ts'
import { serverSecret } from '../kernel/platform/ground.ts'
import { outsidePages } from '../kernel/outside/link.ts'
import { setPushDoor } from '../kernel/push/door.ts'
import { linkPath } from '../kernel/platform/tokens.ts'
import { openBankFolder } from '../modules/banking/doors.folder.ts'
import { bankingRoutes } from '../modules/banking/doors.http.ts'
import { calendarDoors, calendarFeeds } from '../modules/caldav/index.ts'
import {
  documentActs,
  documentAppPassword,
  documentDoors,
  documentFolders,
  documentMailbox,
  documentPublic,
  documentRoutes,
  findOpenDocument,
  pagePictures,
} from '../modules/documents/index.ts'
import { mailActs, mailRoutes, openMailboxes } from '../modules/mail/index.ts'
import { meetingRoutes } from '../modules/meetings/index.ts'
import { phoneActs, phoneOrigins } from '../modules/calls/doors.phones.ts'
import { callPublic } from '../modules/calls/doors.public.ts'
import { callRoutes, openLinesDoor, wireActs } from '../modules/calls/index.ts'
import { alarmPublic } from '../modules/oncall/doors.public.ts'
import { faxRoutes, openFaxFolder } from '../modules/fax/index.ts'
import { mirrorRoutes, openMirrorDoor } from '../modules/mirrors/index.ts'
import { openOutgoing, pushWorker, useOutgoing } from '../modules/notifications/index.ts'
import { invitationPublic } from '../modules/invitations/doors.public.ts'
import { eventPublic } from '../modules/outings/doors.public.ts'
import { findOpenLetter, letterFileAct, letterRoutes } from '../modules/letters/index.ts'
import { outingRoutes } from '../modules/outings/index.ts'
import { travelRoutes } from '../modules/travel/index.ts'
import { signatureRoutes, signatureServiceActs } from '../modules/signatures/index.ts'
import { signPublic } from '../modules/signatures/doors.public.ts'
import { signServicePublic } from '../modules/signatures/doors.service.ts'
import { channelActs, channelRoutes } from '../modules/channels/index.ts'
import { channelPublic } from '../modules/channels/doors.public.ts'
import { postRoutes } from '../modules/post/index.ts'
import { visitorRoutes } from '../modules/visitors/index.ts'
import { kioskPublic } from '../modules/visitors/doors.public.ts'
import { payablesRoutes } from '../modules/payables/doors.http.ts'
import { billPublic } from '../modules/payables/doors.public.ts'
import { expenseRoutes } from '../modules/expenses/index.ts'
import { bookingPublic } from '../modules/scheduling/doors.booking.ts'
import { verdictPublic } from '../modules/cases/doors.public.ts'
import { timesPublic } from '../modules/scheduling/doors.public.ts'
import { openNetworkDoor, receivableNetwork, receivableRoutes } from '../modules/receivables/index.ts'
import { openPublishing, publishingConnection, publishingRoutes } from '../modules/publishing/index.ts'
import type { Limits } from '../surfaces/http/limits.ts'
import { oneFileDoor } from '../surfaces/http/one-file.ts'
import { createHttpServer } from '../surfaces/http/server.ts'
import { buildWeb, webRoot } from './build-web.ts'
import { type KeptCertificate, keepCertificate, readCertificate, redirectToHttps } from './certificate.ts'
import { type Composed, compose } from './compose.ts'
import { type Config, officeAddresses } from './config.ts'
import { keepDestructions, replayDestructions } from './destructions.ts'
import { keepErasures, replayErasures } from './erasures.ts'
import { keepExporting } from './journal-heads.ts'
import { version } from './version.ts'

export interface Running {
  readonly composed: Composed
  readonly app: FastifyInstance
  /** Where to go first: the one-time link on a fresh Kontor. */
  readonly firstRun: string | null
  /** Looks for a renewed certificate; undefined without HTTPS. */
  readonly certificate: KeptCertificate | undefined
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly config: Config
  readonly log: Log
  readonly tell: (line: string) => void
  readonly onLost: (cause: Error) => void
  /** False in tests that have no interface to show. */
  readonly web?: boolean
  readonly limits?: Partial<Limits>
}

export async function startServer({
  config,
  log,
  tell,
  onLost,
  web = true,
  limits = {},
}: ServerOptions): Promise<Running> {
  const tls = config.tls && (await readCertificate(config.tls))
  const [opened, built] = await Promise.allSettled([
    compose({ config, log, purpose: 'server', onLost }),
    web ? buildWeb(tell) : null,
  ])
  if (opened.status === 'rejected') throw opened.reason
  const composed = opened.value
  if (built.status === 'rejected') {
    await composed.close()
    throw built.reason
  }
  const { kernel, ground } = composed
  // Before anybody can ask: what was erased stays erased, whichever backup the database came from.
  const erased = await replayErasures(composed)
  if (erased > 0)
    log('warn', 'a restored backup had brought back what was erased; it is erased again', { lines: erased })
  const destroyed = await replayDestructions(composed)
  if (destroyed > 0)
    log('warn', 'a restored backup had brought back what was destroyed; it is destroyed again', { papers: destroyed })
  const stopErasures = await keepErasures(composed)
  const stopDestructions = await keepDestructions(composed)
  const ticker = await openTicker(kernel.pool, (message, error) => log('warn', message, { error: String(error) }))
  kernel.onCommitted(organisationId => ticker.tick(organisationId))
  let ready = false
  const app = await createHttpServer({
    kernel,
    ground,
    ticker,
    version,
    webRoot,
    address: config.address,
    tls,
    limits,
    trustedProxies: config.trustedProxies,
    routes: [
      ...documentRoutes,
      ...receivableRoutes,
      ...bankingRoutes,
      ...payablesRoutes,
      ...meetingRoutes,
      ...mailRoutes,
      ...letterRoutes,
      ...callRoutes,
      ...faxRoutes,
      ...outingRoutes,
      ...travelRoutes,
      ...signatureRoutes,
      ...visitorRoutes,
      ...postRoutes,
      ...channelRoutes,
      ...publishingRoutes,
      ...expenseRoutes(pagePictures),
      pushWorker,
    ],
    actRoutes: [
      ...documentActs,
      documentAppPassword,
      ...wireActs,
      documentMailbox,
      letterFileAct,
      receivableNetwork,
      publishingConnection,
      ...mirrorRoutes(config.address),
      ...mailActs(config.address),
      ...channelActs,
      ...signatureServiceActs,
      ...phoneActs,
    ],
    speaksWith: organisationId => phoneOrigins(kernel, organisationId),
    protocols: [documentFolders, oneFileDoor(outsidePages.open, [findOpenDocument, findOpenLetter]), ...calendarDoors],
    publicRoutes: [
      ...documentPublic,
      ...billPublic,
      ...eventPublic,
      ...timesPublic,
      ...bookingPublic,
      ...invitationPublic,
      ...alarmPublic,
      ...signPublic,
      ...signServicePublic,
      ...verdictPublic,
      ...kioskPublic,
      ...callPublic,
      ...channelPublic,
      calendarFeeds,
    ],
    ready: () => ready,
  })
  const outgoing = openOutgoing({
    address: config.address,
    contact: config.mail?.from ?? `kontor@${new URL(config.address).hostname}`,
    pushSecret: await serverSecret(ground, 'web-push'),
  })
  useOutgoing(outgoing)
  setPushDoor(outgoing.push)
  const workers = await startWorkers(kernel, composed.boss)
  composed.waking.wake = workers.wake
  const doors = await documentDoors(kernel, ground, {
    smtpPort: config.smtpPort,
    watchDir: config.watchDir,
    host: config.host,
    log,
  })
  const bankFolder = config.watchDir
    ? openBankFolder({ kernel, log, organisations: () => organisations(ground), folder: config.watchDir })
    : null
  const faxFolder = config.faxFolder
    ? openFaxFolder({ kernel, log, organisations: () => organisations(ground), folder: config.faxFolder })
    : null
  const network = openNetworkDoor({ kernel, log, organisations: () => organisations(ground) })
  const mirrors = openMirrorDoor({ kernel, log, organisations: () => organisations(ground) })
  const mailboxes = openMailboxes({ kernel, log, organisations: () => organisations(ground) })
  const telephones = openLinesDoor({ kernel, log, organisations: () => organisations(ground) })
  const publishing = openPublishing({ kernel, log, organisations: () => organisations(ground) })
  const stopExporting = await keepExporting(composed)
  await app.listen({ host: config.host, port: config.port })
  const kept = tls && config.tls ? keepCertificate(app.server as unknown as TlsServer, config.tls, tls, log) : undefined
  const redirecting = config.httpPort ? await redirectToHttps(config.host, config.httpPort, config.address) : undefined
  ready = true
  const token = await firstRunToken(ground)
  return {
    composed,
    app,
    firstRun: token && `${config.address}${linkPath('first-run', token)}`,
    certificate: kept,
    stop: async () => {
      ready = false
      stopExporting()
      kept?.stop()
      redirecting?.close()
      await app.close()
      await doors.close()
      await bankFolder?.close()
      await faxFolder?.close()
      await network.close()
      await mirrors.close()
      await mailboxes.close()
      await telephones.close()
      await publishing.close()
      await workers.stop()
      await ticker.close()
      await stopErasures()
      await stopDestructions()
      await composed.close()
    },
  }
}

/** What a person reads in the terminal once it runs. */
export function greeting({ composed: { config }, firstRun }: Running): string[] {
  const others = officeAddresses(config)
  return [
    '',
    `  Kontor runs on ${config.address}`,
    ...others.map(address => `  From other computers in the office: ${address}`),
    ...(firstRun ? ['', '  Begin here (this link works once):', `  ${firstRun}`] : []),
    `  Its data: ${config.dataDir}`,
    '  Stop with Ctrl+C.',
    '',
  ]
}
