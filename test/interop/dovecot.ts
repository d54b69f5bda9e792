/** Dovecot with one user, `office`, in a folder of its own: an office's mailbox as providers keep it. */
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, type SignedIn } from '../../tools/testing/server.ts'
import { found, run } from './clients.ts'

export interface Dovecot {
  readonly folder: string
  readonly port: number
  /** Lays a mail into the maildir as a delivery would. */
  deliver(n: number, text: string): Promise<void>
  /** Has the office take its mails from here; waits until Dovecot answers. */
  connect(elin: SignedIn): Promise<void>
  start(): void
  stop(): Promise<void>
  /** Stops it, and takes its folder away. */
  close(): Promise<void>
}

function configured(folder: string, port: number, mailUser: string, group: string): string {
  const user = userInfo().username
  const isRoot = user === 'root'
  return [
    'protocols = imap',
    'listen = 127.0.0.1',
    `base_dir = ${folder}/run`,
    `log_path = ${folder}/log`,
    'ssl = no',
    'disable_plaintext_auth = no',
    'first_valid_uid = 0',
    `default_internal_user = ${isRoot ? 'dovecot' : user}`,
    `default_login_user = ${isRoot ? 'dovenull' : user}`,
    ...(isRoot ? [] : [`default_internal_group = ${group}`]),
    `mail_location = maildir:${folder}/mail`,
    `passdb {\n driver = passwd-file\n args = ${folder}/users\n}`,
    `userdb {\n driver = static\n args = uid=${mailUser} gid=${group} home=${folder}/home\n}`,
    `service imap-login {\n chroot =\n inet_listener imap {\n port = ${port}\n }\n inet_listener imaps {\n port = 0\n }\n}`,
    ...(isRoot ? [] : ['service anvil {\n chroot =\n}']),
    '',
  ].join('\n')
}

async function furnish(folder: string, port: number): Promise<void> {
  await chmod(folder, 0o755)
  const user = userInfo().username
  const mailUser = user === 'root' ? 'nobody' : user
  await writeFile(join(folder, 'users'), `office:{PLAIN}right\n`)
  const group = (await run('id', ['-gn', mailUser])).text.trim()
  await writeFile(join(folder, 'dovecot.conf'), configured(folder, port, mailUser, group))
  await mkdir(join(folder, 'mail/cur'), { recursive: true })
  for (const part of ['new', 'tmp']) await mkdir(join(folder, 'mail', part))
  await mkdir(join(folder, 'home'))
  if (user === 'root') await run('chown', ['-R', `${mailUser}:${group}`, join(folder, 'mail'), join(folder, 'home')])
}

async function connectTo(folder: string, port: number, elin: SignedIn): Promise<void> {
  const box = { name: 'Dovecot', host: '127.0.0.1', port, encryption: 'none', username: 'office', password: 'right' }
  const deadline = performance.now() + 20_000
  for (;;) {
    const answer = await elin.fetch('/api/documents/mailboxes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...box, folder: 'INBOX', withOld: true }),
    })
    const said = (await answer.json()) as { status: string }
    if (said.status === 'done') return
    if (performance.now() > deadline)
      throw new Error(`${JSON.stringify(said)} ${await readFile(join(folder, 'log'), 'utf8').catch(() => '')}`)
    await wait(200)
  }
}

export async function openDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-dovecot-'))
  const port = await freePort()
  await furnish(folder, port)
  let stop: () => Promise<void> = async () => undefined
  const start = (): void => {
    const child = spawn(found('dovecot')!, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
  start()
  return {
    folder,
    port,
    async deliver(n, text) {
      // Written aside and moved, as deliveries do: what lies in `new` Dovecot takes away at any moment.
      const name = `${1_700_000_000 + n}.M${n}.here`
      const aside = join(folder, 'mail/tmp', name)
      await writeFile(aside, text, { mode: 0o666 })
      await chmod(aside, 0o666)
      await rename(aside, join(folder, 'mail/new', name))
    },
    connect: elin => connectTo(folder, port, elin),
    start,
    stop: () => stop(),
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
