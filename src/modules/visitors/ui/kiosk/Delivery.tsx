import { useState } from 'react'
import type { Host } from './api.ts'
import { Entry } from './Entry.tsx'
import { Hosts } from './Hosts.tsx'
import type { Kiosk } from './useKiosk.ts'

/** A courier: for whom, from whom; whoever it is for is told at once. */
export function Delivery({ kiosk }: { readonly kiosk: Kiosk }) {
  const { say } = kiosk.speech
  const [sender, setSender] = useState('')
  const choose = (host: Host | null) => {
    kiosk.change({ hostId: host?.id ?? null, hostName: host?.name ?? null })
    kiosk.go('delivery-from')
  }
  const send = async () => {
    const { entryId, hostId, hostName } = kiosk.draft
    const forName = hostName ?? say('kiosk.delivery.company')
    const answer = await kiosk.api.enter('parcel', {
      entryId,
      forId: hostId,
      forName,
      ...(sender.trim() ? { sender: sender.trim() } : {}),
    })
    if (answer.ok || kiosk.told(answer.refusal)) {
      kiosk.change({ sender: sender.trim() || '–' })
      kiosk.go('goodbye')
    }
  }
  if (kiosk.step === 'delivery-for')
    return (
      <Hosts
        kiosk={kiosk}
        ask={say('kiosk.delivery.for')}
        label={say('kiosk.host.field')}
        other={say('kiosk.delivery.company')}
        isDelivery
        onChoose={choose}
      />
    )
  return (
    <Entry
      kiosk={kiosk}
      ask={say('kiosk.delivery.from')}
      label={say('kiosk.delivery.from.field')}
      value={sender}
      onChange={setSender}
      onEnter={() => void send()}
      next={say('kiosk.next')}
    />
  )
}
