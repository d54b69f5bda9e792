import { useEffect, useState } from 'react'
import { Code, CodeCheck } from './Code.tsx'
import { Delivery } from './Delivery.tsx'
import { Goodbye, Leaving } from './Leaving.tsx'
import { Done, Photo } from './Done.tsx'
import { Ask, Company, HostStep, Name } from './Steps.tsx'
import { Agreement, Rules } from './Signing.tsx'
import { KioskIcon } from './Icon.tsx'
import { useIdle } from './useIdle.ts'
import { type Kiosk as KioskState, type Step, useKiosk } from './useKiosk.ts'
import { names } from './words.ts'

/** The page at the door: the house at the left, one question at a time at the right. */
export function Kiosk() {
  const kiosk = useKiosk()
  const { say } = kiosk.speech
  if (kiosk.closed)
    return (
      <main className="k-closed">
        <h1>{say('kiosk.closed')}</h1>
        <p>{say('kiosk.closed.todo')}</p>
      </main>
    )
  return (
    <div className="kiosk">
      <Hall kiosk={kiosk} />
      <main className="sheet">
        <Languages kiosk={kiosk} />
        {kiosk.opened ? <Sheet kiosk={kiosk} /> : null}
      </main>
    </div>
  )
}

function Hall({ kiosk }: { readonly kiosk: KioskState }) {
  const { opened, speech } = kiosk
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const clock = setInterval(() => setNow(new Date().toISOString()), 5_000)
    return () => clearInterval(clock)
  }, [])
  return (
    <header className="hall">
      <p className="name">
        {opened?.office}
        <span>{opened?.site}</span>
      </p>
      <h1>{speech.say('kiosk.welcome')}</h1>
      <p className="sub">{speech.say('kiosk.sub')}</p>
      <p className="clock">
        <span>{speech.day(now)}</span>
        <span>{speech.time(now)}</span>
      </p>
    </header>
  )
}

function Languages({ kiosk }: { readonly kiosk: KioskState }) {
  return (
    <nav className="langs" aria-label={kiosk.speech.say('kiosk.language')}>
      {names.map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-current={kiosk.speech.language === language ? 'true' : undefined}
          onClick={() => kiosk.setLanguage(language)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

const parts: Readonly<Record<Step, (props: { readonly kiosk: KioskState }) => React.ReactNode>> = {
  name: Name,
  company: Company,
  host: HostStep,
  ask: Ask,
  rules: Rules,
  agreement: Agreement,
  photo: Photo,
  done: Done,
  code: Code,
  'code-check': CodeCheck,
  'delivery-for': Delivery,
  'delivery-from': Delivery,
  leaving: Leaving,
  goodbye: Goodbye,
}

/** Of signing in, how far one is. */
const order: readonly Step[] = ['name', 'company', 'host']

function Sheet({ kiosk }: { readonly kiosk: KioskState }) {
  const { say } = kiosk.speech
  const Part = parts[kiosk.step]
  const at = order.indexOf(kiosk.step)
  const who = [kiosk.draft.name, kiosk.draft.company].filter(Boolean).join(', ')
  return (
    <>
      {at >= 0 ? (
        <p className="steps">
          {order.map((step, index) => (
            <i key={step} className={index <= at ? 'on' : ''} />
          ))}
          <span className="vh">{say('kiosk.step', { step: at + 1, all: order.length })}</span> {who}
        </p>
      ) : (
        <p className="steps">{who}</p>
      )}
      <Part key={kiosk.step} kiosk={kiosk} />
      {kiosk.fault ? (
        <p className="k-fault" role="alert">
          {kiosk.fault}
        </p>
      ) : null}
      {kiosk.online ? null : (
        <p className="k-offline" role="status">
          {say('kiosk.offline')} {kiosk.unsent > 0 ? say('kiosk.unsent', { count: kiosk.unsent }) : ''}
        </p>
      )}
      <Foot kiosk={kiosk} />
      <p className="promise">{say('kiosk.promise', { day: kiosk.speech.shortDay(kiosk.opened!.eraseOn) })}</p>
      <StillThere kiosk={kiosk} />
    </>
  )
}

function Foot({ kiosk }: { readonly kiosk: KioskState }) {
  const { say } = kiosk.speech
  const isStart = kiosk.step === 'name' && kiosk.depth === 1
  const isOver = ['done', 'goodbye', 'photo'].includes(kiosk.step)
  return (
    <div className="k-acts">
      {isStart || isOver ? null : (
        <button type="button" className="btn" onClick={kiosk.back}>
          {say('kiosk.back')}
        </button>
      )}
      {isOver ? null : isStart || kiosk.step === 'company' || kiosk.step === 'host' ? (
        <>
          {isStart ? (
            <button type="button" className="btn" onClick={() => kiosk.go('code')}>
              <KioskIcon name="scan" />
              {say('kiosk.code')}
            </button>
          ) : null}
          <button type="button" className="btn sp" onClick={() => kiosk.go('delivery-for')}>
            <KioskIcon name="package" />
            {say('kiosk.delivery')}
          </button>
          <button type="button" className="btn" onClick={() => kiosk.go('leaving')}>
            <KioskIcon name="logout" />
            {say('kiosk.leaving')}
          </button>
        </>
      ) : (
        <button type="button" className="btn sp" onClick={kiosk.reset}>
          {say('kiosk.start-over')}
        </button>
      )}
    </div>
  )
}

/** Nobody’s name stays on the screen: whoever walks away is forgotten. */
function StillThere({ kiosk }: { readonly kiosk: KioskState }) {
  const { say } = kiosk.speech
  const isBegun = kiosk.depth > 1 || kiosk.draft.name !== ''
  const isOver = kiosk.step === 'done' || kiosk.step === 'goodbye'
  const asks = useIdle({ active: isBegun, quiet_s: isOver ? 14 : 60, warn_s: isOver ? 0 : 15, onGone: kiosk.reset })
  if (!asks) return null
  return (
    <div className="k-idle" role="alertdialog" aria-label={say('kiosk.still-there')}>
      <p className="ask">{say('kiosk.still-there')}</p>
      <button type="button" className="btn primary" ref={button => button?.focus()}>
        {say('kiosk.still-there.yes')}
      </button>
    </div>
  )
}
