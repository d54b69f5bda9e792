/** Postfix with a queue of its own: takes what goes out, lays what is for the office into Dovecot's maildir, and says what it could not deliver. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from 'node:net'
import { freePort } from '../../tools/testing/server.ts'
import { found, run, skippedWithout } from './clients.ts'

export interface Postfix {
  readonly port: number
  /** What it did with each mail. */
  log(): Promise<string>
  /** Stops it, and takes its folder away. */
  close(): Promise<void>
}

/** Its parts run as users of their own, which root alone may begin. */
export const skippedWithoutPostfix =
  skippedWithout('postfix') || (userInfo().username === 'root' ? false : 'skipped: Postfix is started by root alone')

/** `office.example` is ours and lies in Dovecot's maildir; nobody lives at `gone.example`, which it learns only when it delivers. */
const mainOf = (folder: string, base: string, owner: { uid: string; gid: string }): string =>
  [
    'compatibility_level = 3.6',
    `queue_directory = ${folder}/queue`,
    `data_directory = ${folder}/data`,
    'maillog_file_prefixes = /tmp, /var',
    `maillog_file = ${folder}/log/mail.log`,
    'mail_owner = postfix',
    'setgid_group = postdrop',
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'myhostname = relay.office.example',
    'mydestination =',
    'mynetworks = 127.0.0.0/8',
    'local_recipient_maps =',
    'alias_maps =',
    'alias_database =',
    'notify_classes =',
    'virtual_mailbox_domains = office.example',
    `virtual_mailbox_base = ${base}`,
    'virtual_mailbox_maps = inline:{ info@office.example=mail/ }',
    `virtual_uid_maps = static:${owner.uid}`,
    `virtual_gid_maps = static:${owner.gid}`,
    `virtual_minimum_uid = ${Math.min(100, Number(owner.uid))}`,
    'transport_maps = inline:{ gone.example=nobody: }',
    'default_transport = discard:',
    '',
  ].join('\n')

const masterOf = (port: number): string =>
  [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'postlog unix-dgram n - n - 1 postlogd',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 1 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'proxymap unix - - n - - proxymap',
    // it ends with EX_NOUSER (sysexits.h): the recipient is unknown
    'nobody unix - n n - - pipe user=nobody argv=/bin/sh -c {exit 67}',
    '',
  ].join('\n')

const answers = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** `base` holds Dovecot's maildir `mail`, which belongs to `nobody`. */
export async function openPostfix(base: string): Promise<Postfix> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-postfix-'))
  await chmod(folder, 0o755)
  for (const part of ['queue', 'data', 'log']) await mkdir(join(folder, part))
  await run('chown', ['postfix', join(folder, 'data')])
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async flag => (await run('id', [flag, 'nobody'])).text.trim()))
  const port = await freePort()
  await writeFile(join(folder, 'main.cf'), mainOf(folder, base, { uid: uid!, gid: gid! }))
  await writeFile(join(folder, 'master.cf'), masterOf(port))
  const log = () => readFile(join(folder, 'log/mail.log'), 'utf8').catch(() => '')
  const begun = await run(found('postfix')!, ['-c', folder, 'start'])
  const deadline = performance.now() + 20_000
  while (!(await answers(port))) {
    if (performance.now() > deadline) throw new Error(`Postfix does not answer: ${begun.text}\n${await log()}`)
    await wait(100)
  }
  return {
    port,
    log,
    async close() {
      await run(found('postfix')!, ['-c', folder, 'stop'])
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    },
  }
}
